/** In place of a view while there is no judged workbook: it is on its way, or it did not come. */
import { usePart } from '../App';
import { useWords } from '../words';

export function NotRead() {
  const isReading = usePart('busy') !== null;
  const { t } = useWords();
  return <p className="is-quiet">{t(isReading ? 'check.waiting' : 'status.nothing')}</p>;
}
