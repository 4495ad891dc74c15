/** The licences of what others have written and is shipped with this: a file beside the page, or a text inside it. */
import { useWords } from '../words';

let made: string | undefined;

function noticesAddress(): string {
  const inside = document.getElementById('notices')?.textContent;
  return inside == null
    ? 'notices.txt'
    : (made ??= URL.createObjectURL(new Blob([inside], { type: 'text/plain;charset=utf-8' })));
}

export function NoticesLink() {
  const { t } = useWords();
  return (
    <a className="link" href={noticesAddress()} target="_blank" rel="noopener">
      {t('menu.notices')}
    </a>
  );
}
