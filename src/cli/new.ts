/**
 * `thidua new (--regulation ID [--kind khối|cụm] --units LIST | --from FILE) [--paper A4|A3] -o OUT.xlsx`: a
 * new standard workbook. `thidua new --regulation` lists the regulations.
 */
import { existsSync, lstatSync } from 'node:fs';
import { findRegulation, REGULATIONS } from '../regulations';
import { createWorkbook } from '../workbook/create';
import { ok } from '../workbook/door';
import { BLOC_KINDS } from '../workbook/layout';
import { wordFinder } from '../workbook/read/words';
import { nextYearWorkbook } from '../workbook/next-year';
import type { PaperSize, SheetPlan } from '../workbook/plan';
import { parseUnitList, repeatedUnit } from '../workbook/unit-list';
import { createPackage } from '../xlsx';
import { readTextFile } from '../xlsx/disk';
import type { Lang } from '../text';
import { writeOutput } from './output-file';
import { textTable, type Column } from './table';
import { print } from './terminal';
import { EXIT, readArguments, type Arguments, type Command } from './usage';
import { UsageError } from './usage-errors';
import { openWorkbook, reportProblem } from './workbook-file';

const OPTIONS = {
  regulation: { type: 'string' },
  kind: { type: 'string' },
  units: { type: 'string' },
  from: { type: 'string' },
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
  if (['units', 'kind', 'from', 'out'].some((name) => text(name) !== null))
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
  if (paper !== 'A4' && paper !== 'A3') throw new UsageError('paper-unknown');
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
      return EXIT.ok;
    },
  };
};

function fromRegulation({ text, lang }: Arguments, paper: PaperSize): SheetPlan[] | number {
  const id = text('regulation') ?? '';
  const regulation = findRegulation(id);
  if (!regulation) throw new UsageError('regulation-unknown', { word: id, known: KNOWN });
  const written = text('kind');
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
  return createWorkbook(regulation, units, {
    paper,
    ...(kind === null ? {} : { content: { info: { kind: BLOC_KINDS[kind][0] } } }),
  });
}

function fromLastYear(file: string, { lang }: Arguments, paper: PaperSize): SheetPlan[] | number {
  const opened = openWorkbook(file);
  return opened.ok ? nextYearWorkbook(opened.value.judgement, paper) : reportProblem(file, opened.error, lang);
}
