/** Everything around the views: language, theme, the session, and a calm face when something breaks. */
import { FluentProvider, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { blocWord } from '../text/bloc-word';
import { loadTexts, type UiLang } from '../text/ui';
import { ErrorBoundary } from './parts/ErrorBoundary';
import { startLang, startTheme, type Preferences, type Theme } from './preferences';
import type { Door, DoorProblem, Result } from '../sheets/door';
import type { BlocKind, Place } from '../rules';
import type { OldCheck } from '../workbook/adopt';
import type { Judgement } from '../workbook/judgement';
import type { SheetPlan } from '../sheets/plan';
import type { Session, SessionState } from './session';
import { KindProvider, LangProvider } from './lang';

export interface Choices {
  readonly lang: UiLang;
  readonly theme: Theme;
  readonly setLang: (lang: UiLang) => void;
  readonly setTheme: (theme: Theme) => void;
  readonly preferences: Preferences;
  /** Versions for "copy details". */
  readonly about: string;
}

/** How a book that was made from an old score table compares with it. */
export interface Adopted {
  readonly check: OldCheck;
  readonly kind: BlocKind | null;
}

/** How a new workbook comes to be: laid into the open one (Excel), or as a workbook of its own (page). */
export interface Creator {
  readonly into: 'open' | 'new';
  run: (plans: readonly SheetPlan[], name: string, adopted?: Adopted) => void;
  /** The same as a workbook of its own, never into the open one. */
  runApart: (plans: readonly SheetPlan[], name: string) => void;
  /** The open workbook's file, where it is known. */
  readonly file?: string;
  /** Of the open workbook, where it was just made from an old table. */
  readonly adopted: Adopted | null;
  /** Opens an .xlsx file beside the open workbook, where the host can. */
  readonly openBeside?: (bytes: Uint8Array) => Promise<Result<void, DoorProblem>>;
}

const ChoicesContext = createContext<Choices | null>(null);
const SessionContext = createContext<Session | null>(null);
const CreatorContext = createContext<Creator | null>(null);
export const CreatorProvider = CreatorContext.Provider;
/** Opens a workbook beside the pane, at a cell of it, where the host can. */
export const OpenerContext = createContext<((name: string, bytes: Uint8Array, at?: Place) => void) | null>(null);

/** Of a host that can give one view its whole window (the page). */
export interface Room {
  readonly isWide: boolean;
  readonly setWide: (isWide: boolean) => void;
}

/** Null where every view stays in the pane. */
export const RoomContext = createContext<Room | null>(null);

export function useChoices(): Choices {
  return given(useContext(ChoicesContext));
}

export function useCreator(): Creator {
  return given(useContext(CreatorContext));
}

export function useSession(): Session {
  return given(useContext(SessionContext));
}

/** The door of the open workbook; null while there is none. */
export function useOpenDoor(): Door | null {
  return useContext(SessionContext)?.door ?? null;
}

/** The open workbook as judged; null while there is none. */
export function useJudgement(): Judgement | null {
  const session = useContext(SessionContext);
  return useSyncExternalStore(session?.subscribe ?? NOTHING_OPEN, () => session?.state().judgement ?? null);
}

const NOTHING_OPEN = () => () => undefined;

/** One part of what the session knows: drawn again only when that part changes. */
export function usePart<Part extends keyof SessionState>(part: Part): SessionState[Part] {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.state()[part]);
}

function given<T>(value: T | null): T {
  if (value === null) throw new Error('used outside of its provider');
  return value;
}

export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  const judgement = useSyncExternalStore(session.subscribe, () => session.state().judgement);
  const kind = judgement === null ? 'bloc' : blocWord(judgement.book.info).kind;
  return (
    <SessionContext.Provider value={session}>
      <KindProvider value={kind}>{children}</KindProvider>
    </SessionContext.Provider>
  );
}

export interface AppProps {
  readonly preferences: Preferences;
  readonly about: string;
  /** The host's own language and theme, where it has them. */
  readonly host: { readonly lang: 'vi' | 'en'; readonly dark: boolean } | null;
  readonly children: ReactNode;
}

export function App({ preferences, about, host, children }: AppProps) {
  const [chosenLang, setLang] = useState<UiLang | null>(null);
  const [theme, setTheme] = useState<Theme>(() => startTheme(preferences));
  const lang = useLoaded(chosenLang ?? startLang(preferences, host?.lang ?? null));
  const dark = useDark(theme, host?.dark ?? false);
  const choices = useMemo<Choices>(
    () => ({
      lang,
      theme,
      preferences,
      about,
      setLang: (next) => {
        preferences.write('lang', next);
        setLang(next);
      },
      setTheme: (next) => {
        preferences.write('theme', next);
        setTheme(next);
      },
    }),
    [lang, theme, preferences, about],
  );
  useEffect(() => {
    document.documentElement.lang = lang === 'en' ? 'en' : 'vi';
  }, [lang]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme} className="app">
      <LangProvider lang={lang}>
        <ErrorBoundary about={about}>
          <ChoicesContext.Provider value={choices}>{children}</ChoicesContext.Provider>
        </ErrorBoundary>
      </LangProvider>
    </FluentProvider>
  );
}

/** The language once its texts are there; Vietnamese until then. */
function useLoaded(wanted: UiLang): UiLang {
  const [loaded, setLoaded] = useState<UiLang>('vi');
  useEffect(() => {
    let stale = false;
    void loadTexts(wanted).then(() => {
      if (!stale) setLoaded(wanted);
    });
    return () => {
      stale = true;
    };
  }, [wanted]);
  return loaded;
}

function useDark(theme: Theme, hostDark: boolean): boolean {
  const query = useMemo(() => matchMedia('(prefers-color-scheme: dark)'), []);
  const systemDark = useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener);
      return () => {
        query.removeEventListener('change', listener);
      };
    },
    () => query.matches,
  );
  return theme === 'system' ? hostDark || systemDark : theme === 'dark';
}
