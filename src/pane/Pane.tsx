/** The pane: what is open, the one primary action, and the views. */
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useContext, useDeferredValue, useEffect, useState } from 'react';
import { isError } from '../workbook/progress';
import { RoomContext, useChoices, usePart, useSession } from './App';
import { FirstRun } from './start/FirstRun';
import { Menu } from './start/Menu';
import { Arriving } from './parts/Arriving';
import { ErrorBoundary } from './parts/ErrorBoundary';
import { Notices } from './parts/Notices';
import { MenuIcon } from './parts/icons';
import { StatusLine } from './parts/StatusLine';
import { Tabs } from './parts/Tabs';
import { TABS, WIDE_TAB } from './tabs';
import { useWords } from './words';

const RegulationView = lazy(() => import('./regulation/RegulationView'));

/** Waiting shorter than this (milliseconds) shows nothing. */
const QUIET = 1000;

export function Pane() {
  const session = useSession();
  const { about } = useChoices();
  return (
    <ErrorBoundary
      about={about}
      onBack={() => {
        void session.recover();
      }}
    >
      <Content />
    </ErrorBoundary>
  );
}

function Content() {
  const session = useSession();
  const failure = usePart('failure');
  const judgement = usePart('judgement');
  // The views and the marks in the grid are drawn a moment after the status line: until then they show what was.
  const behind = useDeferredValue(judgement) !== judgement;
  const busy = usePart('busy');
  const { preferences } = useChoices();
  const { t } = useWords();
  const room = useContext(RoomContext);
  const isWide = room?.isWide === true;
  // Under the view in the whole window the one before it is kept, to come back to.
  const [inPane, setChosen] = useState(TABS[0].id);
  const chosen = isWide ? WIDE_TAB : inPane;
  const [menu, setMenu] = useState(false);
  const [regulation, setRegulation] = useState(false);
  const [first, setFirst] = useState(() => preferences.read('seen') === null);
  const waiting = useLater(busy !== null, QUIET);

  if (failure) throw failure;
  const leaveFirst = () => {
    preferences.write('seen', '1');
    setFirst(false);
  };
  const choose = (id: string) => {
    room?.setWide(id === WIDE_TAB);
    if (!room || id !== WIDE_TAB) setChosen(id);
  };
  const openRegulation = () => {
    setMenu(false);
    room?.setWide(false);
    setRegulation(true);
  };
  const closeRegulation = () => {
    setRegulation(false);
    requestAnimationFrame(() => document.getElementById(`tab-${chosen}`)?.focus());
  };
  const info = judgement?.book.info;
  const errors = judgement?.evaluation.issues.filter(isError).length;
  const { View } = TABS.find(({ id }) => id === chosen) ?? TABS[0];
  return (
    <div className={isWide ? 'pane is-wide' : 'pane'} aria-busy={busy !== null || behind}>
      <header className="pane-head">
        <h1 title={info?.name}>
          {info?.name || t('app.name')}
          {info?.year && (
            <>
              {' '}
              <span className="pane-year">{info.year}</span>
            </>
          )}
        </h1>
        <Button
          appearance="subtle"
          icon={<MenuIcon />}
          aria-label={t('menu.open')}
          title={t('menu.open')}
          onClick={() => {
            setMenu(true);
          }}
        />
      </header>
      {menu && (
        <Menu
          onClose={() => {
            setMenu(false);
          }}
          onRegulation={openRegulation}
          onFirstRun={() => {
            setMenu(false);
            setFirst(true);
          }}
        />
      )}
      {/* Outside of what scrolls: whether the results are of these scores is in sight wherever one reads. */}
      <StatusLine />
      <div className="pane-scroll">
        {first && <FirstRun onDone={leaveFirst} />}
        <div className="pane-action">
          <Button
            appearance="primary"
            className="wide"
            disabledFocusable={busy !== null && busy.task !== 'check'}
            onClick={() => {
              void session.compute();
            }}
          >
            {t('compute')}
          </Button>
        </div>
        <div role="status" className="waiting">
          {waiting && busy && (
            <>
              <span className="spinner" />
              {t(`busy.${busy.task}`)}
              {busy.cancel && (
                <Button size="small" onClick={busy.cancel}>
                  {t('cancel')}
                </Button>
              )}
            </>
          )}
        </div>
        <Notices />
        {regulation && !isWide ? (
          <Suspense fallback={<Arriving />}>
            <RegulationView onClose={closeRegulation} />
          </Suspense>
        ) : (
          <Tabs
            label={t('tabs')}
            chosen={chosen}
            onChoose={choose}
            items={TABS.map(({ id, label }) => ({ id, label: t(label), count: id === 'check' ? errors : undefined }))}
          >
            <Suspense fallback={<Arriving />}>
              <View onRegulation={openRegulation} />
            </Suspense>
          </Tabs>
        )}
      </div>
    </div>
  );
}

/** True once `on` has lasted for `delay` milliseconds. */
function useLater(on: boolean, delay: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => {
      setLate(true);
    }, delay);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [on, delay]);
  return on && late;
}
