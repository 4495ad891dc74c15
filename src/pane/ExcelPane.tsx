/** Waits for Excel, then shows the pane over the door to it. */
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { readDocumentChoice, writeDocumentChoice } from '../excel/document-choices';
import { readPreference, writePreference } from '../excel/preferences';
import { whenOfficeReady, type ExcelHost } from '../excel/ready';
import { fail, type Door, type DoorProblem } from '../sheets/door';
import { App, CreatorProvider, SessionProvider, type Adopted, type Creator } from './App';
import { makeEngine } from './engine';
import { WaitingPane } from './WaitingPane';
import type { Preferences } from './preferences';
import { Session } from './session';
import { startJudge } from './start-judge';

/** Everything else is on its way while Excel is still starting. */
const arrivingDoor = import('../excel/door');
const arrivingPane = import('./Pane');
const Pane = lazy(async () => ({ default: (await arrivingPane).Pane }));

const engine = makeEngine(startJudge);

const PREFERENCES: Preferences = { read: readPreference, write: writePreference };
/** Of the workbook, not of the person. */
const KEPT: Preferences = { read: readDocumentChoice, write: writeDocumentChoice };

type Connection =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'ready'; readonly host: ExcelHost; readonly session: Session }
  | { readonly kind: 'problem'; readonly session: Session };

export function ExcelPane() {
  const [connection, setConnection] = useState<Connection>({ kind: 'waiting' });
  useEffect(() => {
    whenOfficeReady((state) => {
      if (state.kind === 'problem') {
        setConnection({ kind: 'problem', session: startSession(closedDoor(state.problem)) });
        return;
      }
      void arrivingDoor.then(({ createExcelDoor }) => {
        setConnection({
          kind: 'ready',
          host: state.host,
          session: startSession((onSlow) => createExcelDoor({ onSlow })),
        });
      });
    });
  }, []);
  const host = connection.kind === 'ready' ? connection.host : null;
  return (
    <App preferences={PREFERENCES} about={`thidua ${host?.version ?? ''}`} host={host}>
      <main className="whole">
        {connection.kind === 'waiting' ? <WaitingPane /> : <ConnectedPane session={connection.session} />}
      </main>
    </App>
  );
}

function ConnectedPane({ session }: { readonly session: Session }) {
  const [adopted, setAdopted] = useState<Adopted | null>(null);
  const creator = useMemo<Creator>(
    () => ({
      into: 'open',
      adopted,
      run: (plans, _name, from) => {
        void session.create(plans).then((isDone) => {
          if (isDone) setAdopted(from ?? null);
        });
      },
      runApart: (plans) => {
        void Promise.all([import('../excel/new-workbook'), import('../xlsx')])
          .then(([{ openNewWorkbook }, { createPackage }]) => openNewWorkbook(createPackage(plans)))
          .then((done) => {
            session.say(done.ok ? { kind: 'createdBeside' } : { kind: 'problem', problem: done.error, retry: null });
          });
      },
      openBeside: async (bytes) => (await import('../excel/new-workbook')).openNewWorkbook(bytes),
    }),
    [session, adopted],
  );
  return (
    <SessionProvider session={session}>
      <CreatorProvider value={creator}>
        <Suspense fallback={<WaitingPane />}>
          <Pane />
        </Suspense>
      </CreatorProvider>
    </SessionProvider>
  );
}

function startSession(door: (stall: (cancel: () => void) => void) => Door): Session {
  const session = new Session(
    door((cancel) => {
      session.stalled(cancel);
    }),
    engine,
    KEPT,
  );
  void session.check();
  return session;
}

/** Stands for an Excel that cannot be reached: every request says why. */
function closedDoor(problem: DoorProblem): () => Door {
  const refuse = () => Promise.resolve(fail(problem));
  return () => ({
    kind: 'excel',
    read: refuse,
    write: refuse,
    show: refuse,
    fix: refuse,
    onChange: () => () => undefined,
  });
}
