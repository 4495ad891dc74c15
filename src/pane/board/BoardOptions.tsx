/** What the workbooks are compared with: a standard, the list of blocs, the limits of the province. */
import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { REGULATIONS } from '../../regulations';
import { Choice } from '../parts/Choice';
import type { BoardChoices } from './board-store';
import { useBoardText } from './board-words';

interface Props {
  /** At the beginning, where there is room for them. */
  readonly isUnfolded: boolean;
  readonly choices: BoardChoices;
  /** Only what changed: a file is read while other things are typed. */
  readonly onChange: (change: Partial<BoardChoices>) => void;
}

const WORKBOOK = 'workbook:';

export function BoardOptions({ isUnfolded, choices, onChange }: Props) {
  const t = useBoardText();
  const file = useRef<HTMLInputElement>(null);
  const { standard } = choices;
  const options = [
    { value: 'none', label: t('standardNone') },
    ...REGULATIONS.map(({ id, name }) => ({ value: id, label: name })),
    ...(standard.kind === 'workbook'
      ? [{ value: WORKBOOK, label: t('standardWorkbook', { file: standard.name }) }]
      : []),
  ];
  const choose = (value: string) => {
    if (value !== WORKBOOK)
      onChange({ standard: value === 'none' ? { kind: 'none' } : { kind: 'regulation', id: value } });
  };
  const chooseFile = async (input: HTMLInputElement) => {
    const [chosen] = input.files ?? [];
    if (chosen)
      onChange({
        standard: { kind: 'workbook', name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) },
      });
    input.value = '';
  };
  return (
    <details className="board-options" open={isUnfolded}>
      <summary>{t('options')}</summary>
      <div className="form">
        <Choice
          label={t('standard')}
          value={standard.kind === 'none' ? 'none' : standard.kind === 'regulation' ? standard.id : WORKBOOK}
          options={options}
          onChange={choose}
        />
        <Button onClick={() => file.current?.click()}>{t('standardChoose')}</Button>
        <input
          ref={file}
          type="file"
          hidden
          accept=".xlsx,.xlsm"
          data-board="standard"
          onChange={(event) => {
            void chooseFile(event.target);
          }}
        />
        <label>
          {t('limits')}
          <input
            type="text"
            value={choices.limits}
            placeholder={t('limitsHint')}
            onChange={(event) => {
              onChange({ limits: event.target.value });
            }}
          />
        </label>
        <label>
          {t('blocs')}
          <textarea
            rows={3}
            value={choices.blocs}
            onChange={(event) => {
              onChange({ blocs: event.target.value });
            }}
          />
        </label>
      </div>
    </details>
  );
}
