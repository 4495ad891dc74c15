/** Ctrl+F: finds a text over all sheets. Enter goes on, Shift+Enter back, Escape returns to the sheet. */
import { Button } from '@fluentui/react-components';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Place } from '../rules';
import type { SheetCells } from '../sheets/cells';
import { CloseIcon, DownIcon, UpIcon } from '../pane/parts/icons';
import { useWords } from '../pane/words';
import { findCells, MOST_FOUND, nextFound } from './find';
import type { Calendar } from './grid/display';

interface Props {
  readonly sheets: readonly SheetCells[];
  readonly calendar: Calendar;
  readonly at: Place;
  readonly onGo: (place: Place) => void;
  readonly onClose: () => void;
}

export function FindBar({ sheets, calendar, at, onGo, onClose }: Props) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
  }, []);
  const found = useMemo(() => findCells(sheets, text, calendar), [sheets, text, calendar]);
  const here = found.findIndex(
    ({ sheet, row, column }) => sheet === at.sheet && row === at.row && column === at.column,
  );
  const go = (step: 1 | -1 | 0, among = found): void => {
    const place =
      among[
        nextFound(
          among,
          sheets.map(({ name }) => name),
          at,
          step,
        )
      ];
    if (place) onGo(place);
  };
  const count =
    found.length >= MOST_FOUND
      ? t('find.many', { n: MOST_FOUND })
      : found.length === 0
        ? t('find.none')
        : t('find.count', { at: here < 0 ? '–' : here + 1, n: found.length });
  return (
    <div className="find-bar" role="search">
      <input
        ref={field}
        className="find-input"
        type="search"
        aria-label={t('find.label')}
        placeholder={t('find.label')}
        value={text}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          go(0, findCells(sheets, event.target.value, calendar));
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          event.preventDefault();
          if (event.key === 'Escape') onClose();
          else go(event.shiftKey ? -1 : 1);
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<UpIcon />}
        aria-label={t('find.previous')}
        onClick={() => {
          go(-1);
        }}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<DownIcon />}
        aria-label={t('find.next')}
        onClick={() => {
          go(1);
        }}
      />
      <span role="status" className="find-count">
        {text === '' ? '' : count}
      </span>
      <Button size="small" appearance="subtle" icon={<CloseIcon />} aria-label={t('close')} onClick={onClose} />
    </div>
  );
}
