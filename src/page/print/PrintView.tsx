/** *Xem bản in*: the sheets of results as they come out of the printer, and nothing else on the paper. */
import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { planResults } from '../../workbook/job';
import { TOTAL_HEADER } from '../../workbook/report';
import { findOutput, type OutputSheet } from '../../sheets/stamp';
import { usePart, useSession } from '../../pane/App';
import { useWords } from '../../pane/words';
import { PrintedPage } from './PrintedPage';
import { printedSheet } from './printed-pages';

/** The log grows with every writing: it is read, not printed. */
const SHEETS = ['results', 'report', 'issues', 'explanations'] as const satisfies readonly OutputSheet[];

/** CSS: 96 pixels to the inch. A page that is wider than the window is shown smaller, and printed in full. */
const PIXELS_PER_MM = 96 / 25.4;

export default function PrintView({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const { t } = useWords();
  const judgement = usePart('judgement');
  const results = usePart('results');
  const [chosen, setChosen] = useState<string | null>(null);
  const isFresh = results.kind === 'fresh';
  const sheets = useMemo(() => {
    if (judgement === null || !isFresh) return [];
    const written = SHEETS.map((kind) => findOutput(judgement.cells, kind)?.name);
    const report = findOutput(judgement.cells, 'report');
    // With or without totals as they were written, whatever is chosen for the next time.
    const reportTotals = report?.rows.some((row) => row?.some((cell) => cell?.value === TOTAL_HEADER)) ?? true;
    return planResults(judgement, { now: new Date(), allowErrors: true, reportTotals })
      .filter(({ name }) => written.includes(name))
      .flatMap((plan) => printedSheet(plan) ?? []);
  }, [judgement, isFresh]);
  const shown = sheets.find(({ plan }) => plan.name === chosen) ?? sheets[0];
  const first = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(Infinity);
  useEffect(() => {
    const window = first.current;
    if (window === null) return;
    const observer = new ResizeObserver(([entry]) => {
      setRoom(entry?.contentRect.width ?? Infinity);
    });
    observer.observe(window);
    return () => {
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    first.current?.focus();
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    };
    addEventListener('keydown', onKeyDown);
    return () => {
      removeEventListener('keydown', onKeyDown);
    };
  }, [onClose]);
  return (
    <main className="print-view" aria-label={t('print.title')}>
      <header className="print-bar">
        <h1>{t('print.title')}</h1>
        {sheets.map(({ plan: { name } }) => (
          <Button
            key={name}
            size="small"
            appearance={name === shown?.plan.name ? 'primary' : 'secondary'}
            aria-pressed={name === shown?.plan.name}
            onClick={() => {
              setChosen(name);
            }}
          >
            {name}
          </Button>
        ))}
        <Button
          size="small"
          disabledFocusable={shown === undefined}
          onClick={() => {
            print();
          }}
        >
          {t('print.print')}
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          {t('close')}
        </Button>
        {shown && <span role="status">{t('print.pages', { n: shown.pages.length })}</span>}
      </header>
      <div
        className="print-pages"
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
        tabIndex={0}
        role="region"
        aria-label={shown?.plan.name ?? t('print.title')}
        ref={first}
      >
        {shown ? (
          <div className="print-sheet" style={{ zoom: Math.min(1, room / (shown.paper.width * PIXELS_PER_MM)) }}>
            {shown.pages.map((_, page) => (
              <PrintedPage key={page} sheet={shown} page={page} />
            ))}
          </div>
        ) : (
          <div className="print-nothing">
            <p>{t(results.kind === 'stale' ? 'print.stale' : 'print.none')}</p>
            <Button
              appearance="primary"
              onClick={() => {
                void session.compute({});
                onClose();
              }}
            >
              {t('compute')}
            </Button>
          </div>
        )}
      </div>
    </main>
  );
}
