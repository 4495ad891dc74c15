/**
 * `thidua new (--regulation ID|FILE [--kind khối|cụm] --units LIST | --from FILE) [--name TEXT] [--year YEAR]
 * [--paper A4|A3] -o OUT.xlsx`: a new standard workbook. `thidua new --regulation` lists the regulations.
 */
import { existsSync, lstatSync } from 'node:fs';
import { findRegulation, REGULATIONS } from '../regulations';
import { createWorkbook } from '../workbook/create';
import { ok } from '../sheets/door';
import { BLOC_KINDS, infoRow } from '../workbook/layout';
import { wordFinder } from '../workbook/read/words';
import { oldTableOffer } from '../workbook/adopt/offer';
import type { Judgement } from '../workbook/judgement';
import { nextYearWorkbook, sameRulesWorkbook, type GivenInfo } from '../workbook/next-year';
import { cellsOfPlans } from '../sheets/plan-cells';
import { readBook } from '../workbook/read';
import type { PaperSize, SheetPlan } from '../sheets/plan';
import { parseUnitList, repeatedUnit } from '../workbook/unit-list';
import { createPackage } from '../xlsx';
import { readTextFile } from '../xlsx/disk';
import type { Lang } from '../text';
import { writeOutput } from './output-file';
import { textTable, type Column } from './table';
import { print, warn } from './terminal';
import { EXIT, readArguments, type Arguments, type Command } from './usage';
import { UsageError } from './usage-error';
import { issueLine, openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = {
  regulation: { type: 'string' },
  kind: { type: 'string' },
  units: { type: 'string' },
  from: { type: 'string' },
  name: { type: 'string' },
  year: { type: 'string' },
  out: { type: 'string', short: 'o' },
  paper: { type: 'string', default: 'A4' },
} as const;

const kindOf = wordFinder({
  bloc: [...BLOC_KINDS.bloc, 'khoi', 'bloc'],
  cluster: [...BLOC_KINDS.cluster, 'cum', 'cluster'],
});

/** The words beside `--regulation` where no ID stands behind it; null where one does. */
function besideBareRegulation(args: readonly string[]): readonly string[] | null {
  const at = args.indexOf('--regulation');
  return at < 0 || args[at + 1]?.startsWith('-') === false ? null : args.filter((_, index) => index !== at);
}

/** What there is to choose from. Who asked for a workbook as well is told that the ID is missing. */
function listRegulations(beside: readonly string[]): number {
  const { text, lang } = readArguments(beside, OPTIONS, { min: 0, max: 0 });
  if (['units', 'kind', 'from', 'name', 'year', 'out'].some((name) => text(name) !== null))
    throw new UsageError('regulation-missing', { known: KNOWN });
  print(
    textTable(
      REGULATION_COLUMNS[lang],
      REGULATIONS.map(({ id, name }) => [id, name]),
    ),
  );
  return EXIT.ok;
}

const KNOWN = REGULATIONS.map(({ id }) => id).join(', ');
const REGULATION_COLUMNS: Readonly<Record<Lang, readonly Column[]>> = {
  vi: [
    { header: 'ID', align: 'left' },
    { header: 'Quy chế', align: 'left' },
  ],
  en: [
    { header: 'ID', align: 'left' },
    { header: 'Regulation', align: 'left' },
  ],
};

export const createNew: Command = (args) => {
  const beside = besideBareRegulation(args);
  if (beside !== null) return listRegulations(beside);
  const words = readArguments(args, OPTIONS, { min: 0, max: 0 });
  const out = words.text('out');
  if (out === null) throw new UsageError('out-missing');
  if (lstatSync(out, { throwIfNoEntry: false }) !== undefined) throw new UsageError('out-exists', { word: out });
  const from = words.text('from');
  if ((from === null) === (words.text('regulation') === null)) throw new UsageError('source-missing');
  const paper = words.text('paper')?.toUpperCase();
  if (paper !== 'A4' && paper !== 'A3') throw new UsageError('paper-unknown', { word: '--paper' });
  const plans = from === null ? fromRegulation(words, paper) : fromLastYear(from, words, paper);
  if (typeof plans === 'number') return plans;
  const bytes = createPackage(plans);
  return {
    afterwards: async () => {
      const written = await writeOutput(
        { path: out, was: null },
        bytes,
        words.lang,
        from === null ? {} : { source: from },
      );
      if (!written.ok) return reportProblem(out, written.error, words.lang);
      print([out]);
      const blank = blankRows(plans);
      if (blank.length > 0) warn([BLANK[words.lang](blank.join(', '))]);
      return EXIT.ok;
    },
  };
};

function fromRegulation(words: Arguments, paper: PaperSize): SheetPlan[] | number {
  const { text, lang } = words;
  const id = text('regulation') ?? '';
  const regulation = findRegulation(id);
  if (!regulation && !existsSync(id)) throw new UsageError('regulation-unknown', { word: id, known: KNOWN });
  const written = text('kind');
  if (!regulation) refuseBeside(words, ['kind'], '--regulation FILE');
  const kind = written === null ? null : kindOf(written);
  if (written !== null && kind === null) throw new UsageError('kind-unknown', { word: written });
  const list = text('units') ?? '';
  // The name of a file with one unit per line, or the names themselves.
  const lines = existsSync(list) ? readTextFile(list) : ok(list.replaceAll(';', '\n'));
  if (!lines.ok) return reportProblem(list, lines.error, lang);
  const units = parseUnitList(lines.value);
  if (units.length === 0) throw new UsageError('units-missing');
  const repeated = repeatedUnit(units);
  if (repeated !== null) throw new UsageError('unit-repeated', { word: repeated });
  const given = givenInfo(words);
  if (!regulation) {
    const opened = openStandard(id, lang);
    return typeof opened === 'number' ? opened : sameRulesWorkbook(opened, units, given, paper);
  }
  const { name = null, year } = given;
  return createWorkbook(regulation, units, {
    paper,
    content: {
      info: {
        name,
        year: year === undefined ? null : Number(year),
        ...(kind === null ? {} : { kind: BLOC_KINDS[kind][0] }),
      },
    },
  });
}

function fromLastYear(file: string, words: Arguments, paper: PaperSize): SheetPlan[] | number {
  refuseBeside(words, ['units', 'kind'], '--from');
  const given = givenInfo(words);
  const opened = openStandard(file, words.lang);
  return typeof opened === 'number' ? opened : nextYearWorkbook(opened, paper, given);
}

function givenInfo({ text }: Arguments): GivenInfo {
  const [name, year] = [text('name')?.trim(), text('year')?.trim()];
  if (year !== undefined && !/^20\d\d$/u.test(year)) throw new UsageError('year-invalid', { word: year });
  return { ...(name ? { name } : {}), ...(year ? { year } : {}) };
}

/** Options of another way to a new workbook would be passed over in silence. */
function refuseBeside({ text }: Arguments, names: readonly (keyof typeof OPTIONS)[], known: string): void {
  const [found] = names.filter((name) => text(name) !== null);
  if (found !== undefined) throw new UsageError('option-not-here', { word: `--${found}`, known });
}

/** A workbook as a source of rules: one that is no standard one is refused with what is missing. */
function openStandard(file: string, lang: Lang): Judgement | number {
  const opened = openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { judgement } = opened.value;
  const { issues } = judgement.evaluation;
  const offer = oldTableOffer(judgement.cells, issues);
  const missing = issues.filter(({ code }) => code === 'sheet-missing');
  if (missing.length === 0) return judgement;
  warn([
    `${file}: ${NO_STANDARD[lang]}`,
    ...(offer === null ? missing : [offer]).map((found) => issueLine(found, lang)),
  ]);
  return EXIT.couldNotRun;
}

const NO_STANDARD: Readonly<Record<Lang, string>> = {
  vi: 'không phải sổ mẫu, nên không lập được sổ mới từ tệp này.',
  en: 'this is no standard workbook, so no new one can be made from it.',
};

/** What the new workbook does not know yet. */
const BLANK: Readonly<Record<Lang, (rows: string) => string>> = {
  vi: (rows) => `Sổ còn trống: ${rows}. Điền vào trang tính Thông tin, hoặc lập lại với --name, --year.`,
  en: (rows) => `Still blank: ${rows}. Fill them in on the sheet Thông tin, or use --name, --year.`,
};

function blankRows(plans: readonly SheetPlan[]): string[] {
  const { info } = readBook(cellsOfPlans(plans));
  return [
    ...(info.name === '' ? [infoRow('name', info.kind)] : []),
    ...(info.year === '' ? [infoRow('year', info.kind)] : []),
  ];
}
