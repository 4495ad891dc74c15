/** `thidua evaluate FILE [--json]` */
import { oldTableOffer } from '../workbook/adopt/offer';
import { evaluationJson } from '../workbook/json';
import type { Judgement } from '../workbook/job';
import { awardStatusText, formatScore, gradeText, totalText, type Lang } from '../text';
import { print, warn } from './terminal';
import { textTable, type Column } from './table';
import { EXIT, readArguments, type Command } from './usage';
import { hasErrors, issueLine, openWorkbook, reportProblem } from './workbook-file';

export const evaluate: Command = (args) => {
  const { files, lang, flag } = readArguments(args, { json: { type: 'boolean' } }, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { judgement } = opened.value;
  const { book, fingerprint } = judgement;
  const offer = oldTableOffer(judgement.cells, judgement.evaluation.issues);
  const evaluation = offer === null ? judgement.evaluation : { ...judgement.evaluation, issues: [offer] };
  if (flag('json')) {
    print(JSON.stringify(evaluationJson(book, evaluation, fingerprint, file, lang), null, 2).split('\n'));
  } else {
    if (offer === null) print(evaluationLines(judgement, lang));
    warn(evaluation.issues.map((found) => issueLine(found, lang)));
  }
  return hasErrors(evaluation.issues) ? EXIT.findings : EXIT.ok;
};

const WORDS = {
  vi: {
    rank: 'Hạng',
    unit: 'Đơn vị',
    bonus: 'Thưởng',
    deduction: 'Trừ',
    total: 'Tổng',
    grade: 'Xếp loại',
    proposed: 'Đề nghị',
    awards: 'Hình thức khen thưởng',
    places: 'suất',
    none: '(chưa có)',
    tied: 'bằng nhau',
    waits: 'còn chờ dữ liệu của',
  },
  en: {
    rank: 'Rank',
    unit: 'Unit',
    bonus: 'Bonus',
    deduction: 'Deduction',
    total: 'Total',
    grade: 'Grade',
    proposed: 'Proposed',
    awards: 'Awards',
    places: 'places',
    none: '(none)',
    tied: 'tied',
    waits: 'waits for data of',
  },
} as const;

/** Units in rank order, then the awards with status and holders. */
function evaluationLines({ book, evaluation, short }: Judgement, lang: Lang): string[] {
  const words = WORDS[lang];
  const sections = [...(evaluation.units[0]?.sections.keys() ?? [])];
  const graded = book.bands.length > 0;
  const columns: Column[] = [
    { header: words.rank, align: 'right' },
    { header: words.unit, align: 'left' },
    ...sections.map((header): Column => ({ header, align: 'right' })),
    ...[words.bonus, words.deduction, words.total].map((header): Column => ({ header, align: 'right' })),
    ...(graded ? [{ header: words.grade, align: 'left' } as const] : []),
    { header: words.proposed, align: 'left' },
  ];
  const score = (value: string | null | undefined): string => (value == null ? '–' : formatScore(value, null, lang));
  const held = new Map<string, string[]>();
  for (const award of evaluation.awards) {
    if (award.status !== 'ok' && award.status !== 'overQuota') continue;
    for (const unit of award.units) held.set(unit, [...(held.get(unit) ?? []), award.name]);
  }
  const ranked = [...evaluation.units].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
  const rows = ranked.map((unit) => [
    unit.rank === null ? '–' : `${String(unit.rank)}${unit.provisional ? '?' : ''}`,
    unit.name,
    ...sections.map((code) => score(unit.sections.get(code))),
    score(unit.bonus),
    score(unit.deduction),
    totalText(unit, book.settings.totalDecimals, lang),
    ...(graded ? [gradeText(unit, lang) ?? '–'] : []),
    (held.get(unit.id) ?? []).join('; '),
  ]);
  const names = new Map(evaluation.units.map((unit) => [unit.id, unit.name]));
  const awards = evaluation.awards.map((award) => {
    const list = (units: readonly string[]): string => units.map((unit) => names.get(unit) ?? unit).join('; ');
    const open =
      award.tied.length === 0
        ? ''
        : ` – ${award.status === 'pending:tie' ? words.tied : words.waits}: ${list(award.tied)}`;
    return `- ${award.name} (${String(award.places ?? '?')} ${words.places}; ${awardStatusText(award.status, lang)}): ${list(award.units) || words.none}${open}`;
  });
  return [
    `${[book.info.name, book.info.year].filter(Boolean).join(' – ')}  [${short}]`,
    '',
    ...textTable(columns, rows),
    '',
    `${words.awards}:`,
    ...awards,
  ];
}
