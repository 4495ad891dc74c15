/** Totals, ranks and sums of the old table against those of the book made from it. */
import { useState } from 'react';
import { Button } from '@fluentui/react-components';
import type { BlocKind } from '../../rules';
import type { OldCheck } from '../../workbook/adopt';
import { useWords } from '../words';
import { useAdoptWords } from './adopt-words';
import { CellLink } from './CellLink';

interface Props {
  readonly check: OldCheck;
  readonly kind: BlocKind | null;
}

const AT_FIRST = 20;

export function AdoptCheck({ check: { compared, differences, errors }, kind }: Props) {
  const { score } = useWords();
  const { a, line, what, level } = useAdoptWords();
  const [all, setAll] = useState(false);
  const shown = all ? differences : differences.slice(0, AT_FIRST);
  return (
    <>
      <p className={differences.length > 0 ? 'is-warning' : undefined}>
        {compared === 0
          ? line('nothing')
          : differences.length === 0
            ? line('agrees', { n: compared })
            : line('differs', { n: differences.length, all: compared })}
      </p>
      <ul className="plain cells-taken">
        {shown.map((one) => (
          <li key={`${one.place.sheet} ${String(one.place.row)} ${String(one.place.column)} ${one.what}`}>
            <CellLink place={one.place} />{' '}
            {line('difference', {
              place: '',
              unit: one.unit,
              level: level(one.level, kind),
              what: what(one),
              old: score(one.old),
              ours: one.ours === null ? line('missing') : score(one.ours),
            }).trim()}
          </li>
        ))}
      </ul>
      {differences.length > shown.length && (
        <Button
          size="small"
          onClick={() => {
            setAll(true);
          }}
        >
          {line('more', { n: differences.length - shown.length })}
        </Button>
      )}
      {errors.length > 0 && <p className="is-quiet">{a('errors', { n: errors.length })}</p>}
    </>
  );
}
