/** What stands beside the list: the chosen workbook, or all of them together. */
import { Button } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { BoardState } from './board-store';
import { useWords } from '../words';
import { BackIcon } from '../parts/icons';
import type { ChosenWorkbook } from '../files-run';
import { useBoardText } from './board-words';
import { FileDetails } from './FileDetails';
import { Overall } from './Overall';
import type { BoardRow } from './rows';
import { VerdictMark } from './VerdictMark';

interface Props {
  readonly state: BoardState;
  /** The chosen row; null: all together. */
  readonly row: BoardRow | null;
  readonly fileAt: (index: number) => ChosenWorkbook | undefined;
  readonly options: ReactNode;
  readonly heading: RefObject<HTMLHeadingElement>;
  /** Back to the list. */
  readonly onBack: () => void;
  /** From the chosen workbook to all together. */
  readonly onWhole: () => void;
}

export function BesideList({ state, row: chosen, fileAt, options, heading, onBack, onWhole }: Props) {
  const t = useBoardText();
  // An arrow held down runs through the list without waiting for what is beside it.
  const row = useDeferredValue(chosen);
  const wrong = state.overall?.issues.filter(({ severity }) => severity === 'error').length ?? 0;
  const section = useRef<HTMLElement>(null);
  useBackKeys(section, onBack);
  return (
    <section className="board-beside" aria-label={t('details')} aria-busy={row !== chosen} ref={section}>
      {row ? (
        <>
          <Button size="small" appearance="subtle" icon={<BackIcon />} onClick={onWhole}>
            {wrong > 0 ? t('wholeWrong', { n: wrong }) : t('whole')}
          </Button>
          <h2 ref={heading} tabIndex={-1}>
            {row.name}
          </h2>
          <RowFacts row={row} />
          {row.report && row.index !== null ? (
            <FileDetails key={row.key} report={row.report} file={fileAt(row.index)} />
          ) : (
            <Missing row={row} />
          )}
        </>
      ) : (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {t('whole')}
          </h2>
          {state.phase !== 'running' && <Overall state={state} />}
          {options}
          <p className="is-quiet">{t('hint')}</p>
        </>
      )}
    </section>
  );
}

function RowFacts({
  row: { name, file, verdict, errors, warnings, units, year, province },
}: {
  readonly row: BoardRow;
}) {
  const t = useBoardText();
  const facts = [file === name ? '' : file, year, province, units === null ? '' : t('ofFile', { units })];
  return (
    <>
      <p className="is-quiet">{facts.filter(Boolean).join(' · ')}</p>
      <p>
        <VerdictMark verdict={verdict} />
        {errors + warnings > 0 && ` · ${t('counts', { errors, warnings })}`}
      </p>
    </>
  );
}

function Missing({ row: { fault } }: { readonly row: BoardRow }) {
  const words = useWords();
  if (!fault) return null;
  const { what, why, how } = words.issue(fault.main);
  return (
    <p>
      {what} {why} {how}
    </p>
  );
}

/** Escape and the arrow to the left lead back, from whatever has the focus inside. */
function useBackKeys(section: RefObject<HTMLElement>, onBack: () => void): void {
  useEffect(() => {
    const element = section.current;
    if (!element) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.matches('input, textarea, select');
      if (event.key !== 'Escape' && (event.key !== 'ArrowLeft' || isTyping)) return;
      event.preventDefault();
      onBack();
    };
    element.addEventListener('keydown', onKeyDown);
    return () => {
      element.removeEventListener('keydown', onKeyDown);
    };
  }, [section, onBack]);
}
