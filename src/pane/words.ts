/** Typed texts, and the sentences of issues, reasons and problems, in the language of the pane. */
import {
  cellName,
  headerOfLevel,
  type AwardStatus,
  type BlocKind,
  type Issue,
  type IssueCode,
  type Level,
  type Numeral,
  type Place,
  type Reason,
  type UnitResult,
  type UsualLevel,
} from '../rules';
import {
  awardStatusText,
  codeText,
  fixText,
  formatScore,
  gradeText,
  issueSides,
  issueText,
  notRankedText,
  problemText,
  reasonText,
  tieBrokenText,
  totalText,
  type IssueSentences,
  type Lang,
  type Names,
} from '../text';
import { pseudo, uiTextFor, type UiLang } from '../text/ui';
import type { DoorProblem } from '../sheets/door';
import { useKind, useLang, type Translate } from './lang';

export interface Words {
  readonly lang: UiLang;
  readonly t: Translate;
  issue: (found: Issue) => IssueSentences;
  /** The sentences of a code, without the values of an issue. */
  code: (code: IssueCode) => IssueSentences;
  reason: (reason: Reason, names: Names) => string;
  problem: (problem: DoorProblem) => { readonly what: string; readonly next: string };
  status: (status: AwardStatus) => string;
  notRanked: (code: string, recorded: string | null) => string;
  tieBroken: (key: string) => string;
  /** "8,75"; a dash where there is none. `decimals` null: as many as it has. */
  score: (value: Numeral | null | undefined, decimals?: number | null) => string;
  /** The total, or those it may still come to. */
  total: (unit: UnitResult, decimals: number | null) => string;
  /** The grade, marked while it may still change; null where the unit has none. */
  grade: (unit: UnitResult) => string | null;
  place: (place: Place) => string;
  /** A further level by the header that the workbook gave it. */
  levelName: (level: Level) => string;
  /** What is and what should be; '' where the issue has no such side. */
  sides: (found: Issue) => { readonly received: string; readonly expected: string };
  /** What the issue's fix writes. */
  fixed: (found: Issue) => string;
}

/** Their detail names a part inside the file: it says nothing to the reader of the pane. */
const NAMES_A_PART: ReadonlySet<DoorProblem['code']> = new Set(['file-damaged', 'file-too-large', 'file-unsupported']);

function makeWords(lang: UiLang, kind: BlocKind = 'bloc'): Words {
  const spoken: Lang = lang === 'en' ? 'en' : 'vi';
  const mark = lang === 'pseudo' ? pseudo : (text: string) => text;
  const marked = ({ what, why, how }: IssueSentences): IssueSentences => ({
    what: mark(what),
    why: mark(why),
    how: mark(how),
  });
  return {
    lang,
    t: (key, ...params) => uiTextFor(kind, lang, key, ...params),
    issue: (found) => marked(issueText(found, spoken)),
    code: (code) => marked(codeText(code, spoken, kind)),
    reason: (reason, names) => mark(reasonText(reason, spoken, names)),
    problem: ({ detail, ...problem }) => {
      const { what, next } = problemText(
        NAMES_A_PART.has(problem.code) || detail === undefined ? problem : { ...problem, detail },
        spoken,
      );
      return { what: mark(what), next: mark(next) };
    },
    status: (status) => mark(awardStatusText(status, spoken)),
    notRanked: (code, recorded) => mark(notRankedText(code, recorded, spoken)),
    tieBroken: (key) => mark(tieBrokenText(key, spoken)),
    score: (value, decimals = null) =>
      value === null || value === undefined ? '–' : formatScore(value, decimals, spoken),
    total: (unit, decimals) => totalText(unit, decimals, spoken),
    grade: (unit) => gradeText(unit, spoken),
    sides: (found) => issueSides(found, spoken),
    fixed: (found) => fixText(found, spoken),
    place: (place) => `${place.sheet}!${cellName(place)}`,
    levelName: (level) => headerOfLevel(level) ?? uiTextFor(kind, lang, `level.${level as UsualLevel}`),
  };
}

const made = new Map<string, Words>();

/** The same object as long as the language, and the word of the workbook, are the same. */
export function useWords(): Words {
  const lang = useLang();
  const kind = useKind();
  const key = `${lang} ${kind}`;
  const words = made.get(key) ?? makeWords(lang, kind);
  made.set(key, words);
  return words;
}
