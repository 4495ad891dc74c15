/** A verdict in words, with its sign and colour. */
import { CheckIcon, ErrorIcon, OutIcon } from '../parts/icons';
import { useBoardText } from './board-words';
import type { RowVerdict } from './rows';

export const VERDICT_KEYS = {
  valid: 'valid',
  findings: 'wrong',
  unreadable: 'unreadable',
  missing: 'missing',
} as const satisfies Record<RowVerdict, string>;

const ICONS = { valid: CheckIcon, findings: ErrorIcon, unreadable: OutIcon, missing: OutIcon } as const;

export function VerdictMark({ verdict }: { readonly verdict: RowVerdict }) {
  const t = useBoardText();
  const Icon = ICONS[verdict];
  return (
    <span className={verdict === 'valid' ? 'verdict is-good' : 'verdict is-error'}>
      <Icon /> {t(VERDICT_KEYS[verdict])}
    </span>
  );
}
