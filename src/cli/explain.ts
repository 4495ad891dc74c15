/** `thidua explain FILE --unit CODE [--award CODE]`: why the unit stands where it stands. */
import { fold } from '../base/folding';
import {
  cellName,
  largestFirst,
  levelDifferences,
  trace,
  type TraceNode,
  type TraceStep,
  type UnitResult,
} from '../rules';
import {
  awardStatusText,
  formatScore,
  gradeText,
  levelDifferencesTitle,
  levelDifferenceText,
  notRankedText,
  reasonText,
  shownValue,
  tieBrokenText,
  tiedText,
  totalText,
  type Lang,
} from '../text';
import { chanceOf, chanceText, needTexts, outText } from '../text/outlook';
import { stepText } from '../text/steps';
import { uiText } from '../text/ui';
import { namesOf, type Judgement } from '../workbook/judgement';
import { isStillOpen, reasonsOf } from '../workbook/standing';
import { print } from './terminal';
import { EXIT, readArguments, type Command } from './usage';
import { UsageError } from './usage-error';
import { hasErrors, openWorkbook, reportProblem } from './workbook-file';

export const explain: Command = (args) => {
  const { files, lang, text } = readArguments(
    args,
    { unit: { type: 'string' }, award: { type: 'string' } },
    { min: 1, max: 1 },
  );
  const file = files[0] ?? '';
  const unit = text('unit');
  const award = text('award');
  if (unit === null) throw new UsageError('unit-missing');
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { judgement } = opened.value;
  const { units, awards, issues } = judgement.evaluation;
  const result =
    units.find(({ id }) => id === unit) ?? units.find(({ id, name }) => [id, name].some((word) => isSame(word, unit)));
  if (!result) throw new UsageError('unit-unknown', { word: unit, known: units.map(({ id }) => id).join(', ') });
  const asked =
    award === null
      ? undefined
      : (awards.find(({ id }) => id === award) ??
        awards.find(({ id, name }) => [id, name].some((word) => isSame(word, award))));
  if (award !== null && !asked) {
    throw new UsageError('award-unknown', { word: award, known: awards.map(({ id }) => id).join(', ') });
  }
  const lines = [
    ...standingLines(judgement, result, lang),
    '',
    ...(award === null
      ? [...scoreLines(judgement, result.id, lang), ...levelLines(judgement, result.id, lang), '']
      : []),
    ...reasonLines(judgement, result.id, asked?.id ?? null, lang),
  ];
  print(lines);
  return hasErrors(issues) ? EXIT.findings : EXIT.ok;
};

/** Codes and names as people type them: in either case, composed or not. */
const isSame = (a: string, b: string): boolean => fold(a) === fold(b);

const WORDS = {
  vi: {
    total: 'tổng điểm',
    rank: 'hạng',
    grade: 'xếp loại',
    provisional: 'tạm tính',
    bonus: 'Điểm thưởng',
    deduction: 'Điểm trừ',
    base: 'Điểm chính',
    whole: 'Tổng điểm',
  },
  en: {
    total: 'total',
    rank: 'rank',
    grade: 'grade',
    provisional: 'provisional',
    bonus: 'Bonus',
    deduction: 'Deduction',
    base: 'Base',
    whole: 'Total',
  },
} as const;

function standingLines(judgement: Judgement, result: UnitResult, lang: Lang): string[] {
  const words = WORDS[lang];
  const { book } = judgement;
  const rank =
    result.rank === null
      ? notRankedText(result.notRanked ?? '', book.units.find(({ id }) => id === result.id)?.notRanked ?? null, lang)
      : `${words.rank} ${String(result.rank)}${result.provisional ? ` (${words.provisional})` : ''}`;
  const total = totalText(result, book.settings.totalDecimals, lang);
  const grade = gradeText(result, lang);
  return [
    `${namesOf(judgement).unit(result.id)}: ${words.total} ${total}; ${rank}${grade === null ? '' : `; ${words.grade} ${grade}`}`,
    ...(result.tieBrokenBy === null ? [] : [tieBrokenText(result.tieBrokenBy, lang)]),
    ...(result.tiedWith.length === 0 ? [] : [tiedText(result.tiedWith.map(namesOf(judgement).unit), lang)]),
  ];
}

/** The tree of points, each leaf with its cell. */
function scoreLines({ book }: Judgement, unit: string, lang: Lang): string[] {
  const traced = trace(book, unit);
  if (!traced) return [];
  const parts = [traced.base, traced.bonus, traced.deduction]
    .filter(({ children }) => children.length > 0)
    .flatMap((root) => [
      `${WORDS[lang][root.kind as 'base' | 'bonus' | 'deduction']}: ${shown(root, lang)}`,
      ...root.children.flatMap((node) => nodeLines(node, 1, lang)),
      ...stepLines(root.steps, lang).map((line) => `  ${line}`),
    ]);
  return [...parts, `${WORDS[lang].whole}:`, ...traced.steps.map((step) => `  ${stepText(step, lang)}`)];
}

/** Where the bloc gave more or less than the unit gave itself, the largest difference first. */
function levelLines(judgement: Judgement, unit: string, lang: Lang): string[] {
  const names = namesOf(judgement);
  const own = largestFirst(levelDifferences(judgement.book).filter((found) => found.unit === unit));
  return own.length === 0
    ? []
    : [
        '',
        `${levelDifferencesTitle(names, lang)}:`,
        ...own.map(
          (found) =>
            `  ${levelDifferenceText(found, names, lang)}${found.place === null || found.criterion === null ? '' : ` [${found.place.sheet}!${cellName(found.place)}]`}`,
        ),
      ];
}

/** A criterion, below it where its number comes from: the cells, then every step but the plainest. */
function nodeLines(node: TraceNode, depth: number, lang: Lang): string[] {
  const indent = '  '.repeat(depth);
  const inputs = node.inputs.map(
    ({ name, shown: value, place }) =>
      `${uiText(lang, `input.${name}`)} ${shownValue(value, lang)} [${place.sheet}!${cellName(place)}]`,
  );
  return [
    `${indent}${node.code} ${node.name}: ${shown(node, lang)}`,
    ...inputs.map((line) => `${indent}    ${line}`),
    ...stepLines(node.steps, lang).map((line) => `${indent}    ${line}`),
    ...node.children.flatMap((child) => nodeLines(child, depth + 1, lang)),
  ];
}

const PLAIN: ReadonlySet<TraceStep['rule']> = new Set(['typed', 'blank-is-zero', 'sum']);

const stepLines = (steps: readonly TraceStep[], lang: Lang): string[] =>
  steps.every(({ rule }) => PLAIN.has(rule)) ? [] : steps.map((step) => stepText(step, lang));

const shown = ({ value }: TraceNode, lang: Lang): string => (value === null ? '–' : formatScore(value, null, lang));

/** While points are missing: what the award still is for the unit, with what it needs or why it is out of reach. */
function chanceLines({ book, evaluation }: Judgement, unit: string, award: string, lang: Lang): string[] {
  const chances = evaluation.outlook.awards.find(({ id }) => id === award);
  const own = evaluation.outlook.units.find(({ id }) => id === unit);
  if (!chances || !own) return [];
  const chance = chanceOf(chances, unit);
  if (chance !== 'possible' && !isStillOpen(evaluation)) return [];
  const names = namesOf({ book });
  const possible = chances.possible.find((each) => each.unit === unit);
  const out = chances.out.find((each) => each.unit === unit);
  return [
    `  - ${[chanceText(chance, lang), ...(possible ? needTexts(possible, own, names.award(award), names, lang) : out ? [outText(out.code, lang)] : [])].join('; ')}`,
  ];
}

function reasonLines(judgement: Judgement, unit: string, only: string | null, lang: Lang): string[] {
  const names = namesOf(judgement);
  const reasons = reasonsOf(judgement, unit);
  return judgement.evaluation.awards
    .filter(({ id }) => only === null || id === only)
    .flatMap((award) => [
      `${award.name} (${awardStatusText(award.status, lang)}):`,
      ...chanceLines(judgement, unit, award.id, lang),
      ...reasons(award).map((reason) => `  - ${reasonText(reason, lang, names)}`),
    ]);
}
