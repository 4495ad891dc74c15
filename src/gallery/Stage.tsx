/** Brings a state on the screen: the real views over a real session, then what was done in them. */
import { useState, type ReactNode } from 'react';
import type { Root } from 'react-dom/client';
import { App, CreatorProvider, RoomContext, SessionProvider, type Creator } from '../pane/App';
import { makeEngine } from '../pane/engine';
import { Pane } from '../pane/Pane';
import type { Preferences } from '../pane/preferences';
import { Session, type Engine } from '../pane/session';
import { ok } from '../sheets/door';
import { loadTexts } from '../text/ui';
import { setWorkers } from './here-worker';
import type { State } from './state';
import { eventually, screenText } from './steps';
import { doorOf, judgedCells, workbook } from './workbooks';

const ABOUT = 'thidua Excel 16.0';

const ENGINE: Engine = {
  ...makeEngine(() => {
    throw new Error('judged here');
  }),
  judge: (cells) => Promise.resolve(ok(judgedCells(cells))),
};

const readSession = (session: Session): Promise<void> => session.check();

async function sessionOf({ book = 'B', door, engine, host = 'excel' }: State): Promise<Session> {
  const own = { ...doorOf(await workbook(book)), kind: host };
  return new Session(door?.(own) ?? own, { ...ENGINE, ...engine });
}

function preferencesOf({ lang = 'vi', theme = 'light', isFirstRun = false }: State): Preferences {
  const chosen = new Map<string, string>([
    ['lang', lang],
    ['theme', theme],
    ...(isFirstRun ? [] : ([['seen', '1']] as const)),
  ]);
  return {
    read: (name) => chosen.get(name) ?? null,
    write: (name, value) => {
      chosen.set(name, value);
    },
  };
}

/** Shows the state; resolves once its words are there, fails where they do not come. */
export async function showState(root: Root, state: State): Promise<void> {
  const { lang = 'vi', workers = 'here', steps = [], before = readSession } = state;
  setWorkers(workers);
  await loadTexts(lang);
  const session = await sessionOf(state);
  const done = before(session);
  if (!state.isEndless) await done;
  root.render(<Stage state={state} session={session} preferences={preferencesOf(state)} />);
  for (const step of steps) await step(lang);
  await eventually(`its words: ${state.shows(lang)}`, () =>
    screenText().includes(state.shows(lang).replace(/\s+/g, ' ').trim()),
  );
  if (!state.isEndless) await eventually('an end', () => document.querySelector('[aria-busy="true"]') === null);
}

interface Props {
  readonly state: State;
  readonly session: Session;
  readonly preferences: Preferences;
}

function Stage({ state, session, preferences }: Props) {
  const { adopted = null, host = 'excel', element = <Pane /> } = state;
  const creator: Creator = {
    into: host === 'excel' ? 'open' : 'new',
    adopted,
    run: () => undefined,
    runApart: () => undefined,
    openBeside: () => Promise.resolve(ok(undefined)),
  };
  const lang = state.lang === 'en' ? 'en' : 'vi';
  return (
    <App preferences={preferences} about={ABOUT} host={{ lang, dark: false }}>
      <SessionProvider session={session}>
        <CreatorProvider value={creator}>
          {state.isWide ? <WideRoom>{element}</WideRoom> : <main className="whole">{element}</main>}
        </CreatorProvider>
      </SessionProvider>
    </App>
  );
}

/** The pane as the page holds it, with the whole window for one view. */
function WideRoom({ children }: { readonly children: ReactNode }) {
  const [isWide, setWide] = useState(true);
  return (
    <RoomContext.Provider value={{ isWide, setWide }}>
      <div className="page" data-wide={isWide || undefined}>
        <main className="desk">
          <section className="side">{children}</section>
        </main>
      </div>
    </RoomContext.Provider>
  );
}
