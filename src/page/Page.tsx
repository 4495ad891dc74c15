/** The page: a workbook and the pane beside it, for those without the add-in. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type DragEvent } from 'react';
import type { Place } from '../rules';
import type { DoorProblem } from '../sheets/door';
import type { WorkbookWorker } from '../xlsx';
import { App, CreatorProvider, OpenerContext, RoomContext, SessionProvider, type Creator } from '../pane/App';
import { Pane } from '../pane/Pane';
import { Arriving } from '../pane/parts/Arriving';
import type { Preferences } from '../pane/preferences';
import type { Engine } from '../pane/session';
import { useWords } from '../pane/words';
import { droppedFile, pickFile, type ChosenFile } from './files';
import { isDirty, openWorkbook, type OpenWorkbook } from './open-workbook';
import { PageBar } from './PageBar';
import { Banner, type PageNotice } from './Banner';
import { Confirm } from './Confirm';
import { DraftOffer } from './recovery/DraftOffer';
import { useRecovery } from './recovery/use-recovery';
import type { Draft } from './recovery/draft-store';
import { StartScreen } from './StartScreen';
import { SAMPLES, sampleBytes, type Sample } from './samples';
import { useNewRelease } from './use-new-release';
import { useFollowing } from './use-following';
import { useOpening } from './use-opening';
import { usePaneKey } from './use-pane-key';
import { useRoom } from './use-room';
import { useSaving } from './use-saving';
import { WorkbookView } from './WorkbookView';

interface Props {
  readonly preferences: Preferences;
  /** The workers of one workbook. */
  readonly startWork: () => WorkbookWorker;
  readonly startEngine: () => Engine;
}

export function Page({ preferences, startWork, startEngine }: Props) {
  return (
    <App preferences={preferences} about="thidua" host={null}>
      <Desk startWork={startWork} startEngine={startEngine} preferences={preferences} />
    </App>
  );
}

const RELEASE: PageNotice = { kind: 'newRelease' };

/** The same element each time: moving from cell to cell does not draw the pane anew. */
const PANE = <Pane />;

const PrintView = lazy(() => import('./print/PrintView'));
const BoardView = lazy(() => import('../pane/board/BoardView'));

const START: Place = { sheet: 'Chấm điểm', row: 0, column: 0 };

/** What a person wants to open while changes are not saved: chosen, or already read while something was typed. */
type Wanted =
  { readonly kind: 'chosen'; readonly file: ChosenFile } | { readonly kind: 'read'; readonly workbook: OpenWorkbook };

function Desk({ startWork, startEngine, preferences }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState<OpenWorkbook | null>(null);
  const [at, setAt] = useState<Place>(START);
  const { front, setFront, room } = useRoom();
  const { isWide, setWide } = room;
  const [starting, setStarting] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [notice, setNotice] = useState<PageNotice | null>(null);
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const saving = useSaving(open, setNotice);
  const { dirty } = saving;
  const recovery = useRecovery(
    open,
    dirty,
    preferences,
    useCallback(() => {
      setNotice({ kind: 'draftsForbidden' });
    }, []),
  );
  const printedFrom = useRef<Element | null>(null);
  const stopPrinting = useCallback(() => {
    setPrinting(false);
    requestAnimationFrame(() => {
      if (printedFrom.current instanceof HTMLElement) printedFrom.current.focus();
    });
  }, []);
  const [putOff, setPutOff] = useState<readonly string[]>([]);
  const release = useNewRelease();

  const show = useCallback(
    (place: Place) => {
      setAt(place);
      setFront('workbook');
    },
    [setFront],
  );
  const begin = useCallback(
    (file: ChosenFile) => openWorkbook(file, { startWork, startEngine, show }),
    [startWork, startEngine, show],
  );
  /** The one that is open at this very moment. */
  const current = useRef<OpenWorkbook | null>(null);
  const replace = useCallback((workbook: OpenWorkbook) => {
    current.current?.close();
    current.current = workbook;
    setOpen(workbook);
  }, []);
  const enter = useCallback(
    (workbook: OpenWorkbook) => {
      const { file, queue } = workbook;
      setStarting(false);
      setWide(false);
      if (file.at) show(file.at);
      else setAt(START);
      replace(workbook);
      if (file.isNew === true && !file.adopted) setNotice({ kind: 'created' });
      queue.add(file.draft?.typed ?? []);
    },
    [setWide, show, replace],
  );
  const opened = useCallback(
    (workbook: OpenWorkbook, leaves: boolean) => {
      // Something was typed while it was being read.
      if (!leaves && current.current && isDirty(current.current)) setWanted({ kind: 'read', workbook });
      else enter(workbook);
    },
    [enter],
  );
  useFollowing({ open, begin, followed: replace, say: setNotice });
  const { openNow, stop, isLeaving } = useOpening(begin, opened, setNotice);
  /** How often something was asked for: a sample that arrives after a later wish is no longer wanted. */
  const wishes = useRef(0);
  const openFile = useCallback(
    (file: ChosenFile | null) => {
      if (!file) return;
      wishes.current += 1;
      if (!current.current || !isDirty(current.current)) openNow(file);
      else {
        stop();
        setWanted({ kind: 'chosen', file });
      }
    },
    [openNow, stop],
  );
  const openSample = useCallback(
    async (sample: Sample) => {
      const wish = ++wishes.current;
      const bytes = await sampleBytes(sample).catch(() => null);
      if (wish !== wishes.current) return;
      if (bytes) openFile({ name: `${sample.id}.xlsx`, bytes, handle: null, modified: 0 });
      else
        setNotice({
          kind: 'problem',
          problem: { code: 'file-unreadable', detail: `${sample.id}.xlsx` } satisfies DoorProblem,
        });
    },
    [openFile],
  );

  const first = useRef(true);
  useEffect(() => {
    if (!first.current) return;
    first.current = false;
    void openSample(SAMPLES[0]);
  }, [openSample]);
  const creator = useMemo<Creator>(() => {
    const run: Creator['run'] = (plans, name, adopted) => {
      void import('../xlsx').then(({ createPackage }) => {
        openFile({
          name: `${name || t('page.newName')}.xlsx`,
          bytes: createPackage(plans),
          handle: null,
          modified: 0,
          isNew: true,
          ...(adopted && { adopted }),
        });
      });
    };
    return { into: 'new', file: open?.file.name ?? '', adopted: open?.file.adopted ?? null, run, runApart: run };
  }, [openFile, t, open]);
  const openDraft = (draft: Draft) => {
    setPutOff((all) => [...all, draft.id]);
    openFile({ name: draft.file, bytes: draft.bytes, handle: draft.handle, modified: draft.modified, draft });
  };
  const openBytes = useCallback(
    (name: string, bytes: Uint8Array, at?: Place) => {
      openFile({ name, bytes, handle: null, modified: 0, ...(at && { at }) });
    },
    [openFile],
  );
  useEffect(() => {
    if (!dirty) return;
    const guard = (event: BeforeUnloadEvent) => {
      event.preventDefault();
    };
    addEventListener('beforeunload', guard);
    return () => {
      removeEventListener('beforeunload', guard);
    };
  }, [dirty]);

  usePaneKey(setFront);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    if (event.dataTransfer.files.length > 1) setNotice({ kind: 'manyDropped' });
    else void droppedFile(event.dataTransfer).then(openFile);
  };
  return (
    <CreatorProvider value={creator}>
      <OpenerContext.Provider value={openBytes}>
        <RoomContext.Provider value={room}>
          <div
            className="page"
            data-front={front}
            data-wide={isWide || undefined}
            data-view={printing && open ? 'print' : 'desk'}
            data-print-note={t('print.note')}
            onDragOver={(event) => {
              event.preventDefault();
            }}
            onDrop={onDrop}
          >
            <PageBar
              name={open?.file.name ?? ''}
              dirty={dirty}
              front={front}
              canSave={open?.file.handle !== null && open !== null}
              open={isWide ? null : open}
              onOpen={() => {
                void pickFile().then(openFile);
              }}
              onStart={() => {
                setStarting(true);
              }}
              onSave={saving.save}
              onDownload={saving.download}
              onPrint={() => {
                if (printing) {
                  print();
                  return;
                }
                printedFrom.current = document.activeElement;
                setPrinting(open !== null);
              }}
              onFront={setFront}
            />
            <Banner
              notice={notice}
              onClose={() => {
                setNotice(null);
              }}
            />
            <DraftOffer
              draft={recovery.offers.find(({ id }) => !putOff.includes(id))}
              onOpen={openDraft}
              onLater={({ id }) => {
                setPutOff((all) => [...all, id]);
              }}
              onDrop={recovery.drop}
            />
            <Banner notice={release.isNew ? RELEASE : null} onClose={release.dismiss} />
            {open && (
              <SessionProvider session={open.session} key={open.file.name}>
                <main className="desk" {...(isLeaving && { inert: '' })}>
                  <WorkbookView at={at} open={open} isHidden={isWide} onMove={setAt} say={setNotice} />
                  <section className="side" aria-label={t('page.showPane')}>
                    {PANE}
                  </section>
                </main>
                {printing && (
                  <Suspense fallback={<Arriving />}>
                    <PrintView onClose={stopPrinting} />
                  </Suspense>
                )}
              </SessionProvider>
            )}
            {!open && isWide && (
              <main className="desk">
                <section className="side pane is-wide" aria-label={t('tab.board')}>
                  <div className="panel">
                    <h1 className="sr-only">{t('tab.board')}</h1>
                    <Suspense fallback={<Arriving />}>
                      <BoardView />
                    </Suspense>
                  </div>
                </section>
              </main>
            )}
            {starting && (
              <StartScreen
                recovery={recovery}
                onClose={() => {
                  setStarting(false);
                }}
                onOpen={() => {
                  void pickFile().then(openFile);
                }}
                onBoard={() => {
                  setStarting(false);
                  setWide(true);
                }}
                onSample={(sample) => {
                  void openSample(sample);
                }}
              />
            )}
            {wanted && open && (
              <Confirm
                text={t('page.leave', { file: open.file.name })}
                yes={t('page.leaveYes')}
                onNo={() => {
                  setWanted(null);
                  if (wanted.kind === 'read') wanted.workbook.close();
                }}
                onYes={() => {
                  setWanted(null);
                  if (wanted.kind === 'read') enter(wanted.workbook);
                  else openNow(wanted.file, true);
                }}
              />
            )}
            {saving.question && (
              <Confirm
                text={t(saving.question.text)}
                yes={t('page.overwrite')}
                onNo={saving.question.no}
                onYes={saving.question.yes}
              />
            )}
          </div>
        </RoomContext.Provider>
      </OpenerContext.Provider>
    </CreatorProvider>
  );
}
