/** What has been chosen for collecting, and what came of it: files are read once per kind and level, however often it is previewed. */
import { useEffect, useRef, useState } from 'react';
import type { Judgement } from '../../workbook/judgement';
import { expectedForms, type CollectWanted, type Differing, type ReturnedFile } from '../../workbook/unit-forms';
import { useSession } from '../App';
import { askWorker } from '../ask-worker';
import type { ChosenWorkbook } from '../files-run';
import { firstChoice, type KindChoice } from './FormKindFields';
import type { FormsAnswer, FormsTask } from './forms-worker';
import { readForms } from './read-forms';
import { startForms } from './start-forms';
import { useFormsWords } from './use-forms-words';

type State = 'nothing' | 'waiting' | 'unanswered' | 'noFiles' | 'noLevel' | FormsAnswer;

/** What the files said, as long as they are asked for the same. */
interface Known {
  readonly files: readonly ChosenWorkbook[];
  readonly choice: KindChoice;
  readonly returned: readonly ReturnedFile[];
}

interface Collecting {
  readonly choice: KindChoice;
  readonly peers: CollectWanted['peers'];
  /** Files that were chosen. */
  readonly count: number;
  readonly differing: Differing;
  readonly state: State;
  readonly choose: (choice: KindChoice) => void;
  readonly choosePeers: (peers: CollectWanted['peers']) => void;
  readonly take: (files: readonly ChosenWorkbook[]) => void;
  /** What becomes of cells that hold something else; the answer is previewed. */
  readonly decide: (differing: Differing) => void;
  readonly preview: () => void;
}

export function useCollecting({ book, cells }: Judgement): Collecting {
  const session = useSession();
  const { spoken } = useFormsWords();
  const [choice, setChoice] = useState(() => firstChoice(book, 'own'));
  const [peers, setPeers] = useState({ withoutExtremes: false, withoutMissing: false });
  const [files, setFiles] = useState<readonly ChosenWorkbook[]>([]);
  const [differing, setDiffering] = useState<Differing>('ask');
  const [state, setState] = useState<State>('nothing');
  /** What was chosen since ends what is on its way: it would be an answer to something else. */
  const current = useRef<AbortController | null>(null);
  const known = useRef<Known | null>(null);
  const begin = (): AbortSignal => {
    current.current?.abort();
    current.current = new AbortController();
    return current.current.signal;
  };
  useEffect(
    () => () => {
      current.current?.abort();
    },
    [],
  );
  const forget = (): void => {
    begin();
    setDiffering('ask');
    setState('nothing');
  };
  const returnedOf = async (
    given: readonly ChosenWorkbook[],
    signal: AbortSignal,
  ): Promise<readonly ReturnedFile[]> => {
    const expected = expectedForms(book, choice);
    if (!expected.ok) return [];
    if (known.current?.files === given && known.current.choice === choice) return known.current.returned;
    const returned = await readForms(given, { book, expected: expected.value }, startForms, signal);
    if (!signal.aborted) known.current = { files: given, choice, returned };
    return returned;
  };
  const show = async (given: readonly ChosenWorkbook[], answer: Differing): Promise<void> => {
    const signal = begin();
    if (given.length === 0 || choice.level === '') {
      setState(given.length === 0 ? 'noFiles' : 'noLevel');
      return;
    }
    setState('waiting');
    const returned = await returnedOf(given, signal);
    if (signal.aborted) return;
    const wanted = { ...choice, differing: answer, peers, door: session.door.kind };
    const task: FormsTask = { task: 'collect', cells, lang: spoken, returned, wanted };
    const found = await askWorker<FormsTask, FormsAnswer>(task, startForms, async (own) =>
      (await import('./forms-worker')).formsAnswer(own),
    );
    if (!signal.aborted) setState(found ?? 'unanswered');
  };
  return {
    choice,
    peers,
    count: files.length,
    differing,
    state,
    choose: (next) => {
      setChoice(next);
      forget();
    },
    choosePeers: (next) => {
      setPeers(next);
      forget();
    },
    take: (chosen) => {
      setFiles(chosen);
      setDiffering('ask');
      void show(chosen, 'ask');
    },
    decide: (next) => {
      setDiffering(next);
      void show(files, next);
    },
    preview: () => {
      void show(files, differing);
    },
  };
}
