/** A made-up province: workbooks of many blocs, most of them with planted faults, and the truth beside them. */
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
import { cellName, type IssueCode, type Place } from '../../../src/rules';
import { BlocCells } from './bloc-cells';
import { blocName, Random, soundBloc, withResults, type SoundBloc } from './bloc';
import { edited, type Edit } from './edit-xml';
import { INPUT_FAULTS, type InputFault } from './input-faults';
import { TAMPERINGS, type Tampering } from './tampering';

export interface PlantedFault {
  readonly kind: string;
  readonly code: IssueCode;
  /** Null: the whole file. */
  readonly sheet: string | null;
  readonly cell: string | null;
}

export type Tool = 'thidua' | 'exceljs' | 'sheetjs' | 'libreoffice';

export interface ProvinceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly planted: readonly PlantedFault[];
  /** Codes that may follow from what was planted. */
  readonly also: readonly IssueCode[];
  /** Who saves it last; LibreOffice is asked by the caller. */
  readonly tool: Tool;
}

export interface ProvinceOptions {
  readonly files: number;
  readonly seed: number;
  readonly libreOffice: boolean;
}

/** Outcomes that shift with any fault. */
const OUTCOMES: readonly IssueCode[] = [
  'tie-unresolved',
  'tie-at-cutoff',
  'tie-key-missing',
  'eligibility-unknown',
  'quota-unfilled',
  'unit-not-ranked',
  'tie-by-rounding',
  'decision-stale',
  'rule-unreachable',
  'rule-cuts',
];
const STALE: readonly IssueCode[] = ['result-stale', 'result-differs', 'award-not-eligible', 'award-over-quota'];

const fault = (kind: string, code: IssueCode, place: Place | null): PlantedFault => ({
  kind,
  code,
  sheet: place?.sheet ?? null,
  cell: place === null ? null : cellName(place),
});

/** One in ten is clean; a few cannot be read or repeat each other; a fifth is tampered with after computing. */
export async function makeProvince({ files, seed, libreOffice }: ProvinceOptions): Promise<ProvinceFile[]> {
  const kinds = new Rotation(INPUT_FAULTS);
  const tamperings = new Rotation(TAMPERINGS);
  const made: ProvinceFile[] = [];
  for (let number = 1; number <= files; number++) {
    const random = new Random(seed * 7919 + number);
    const special = SPECIAL[number];
    if (special !== undefined) made.push(special(number, made));
    else if (number % 10 === 0) made.push(clean(number, libreOffice && number % 20 === 0));
    else if (number % 5 === 1) made.push(tampered(number, random, tamperings, libreOffice && number % 15 === 1));
    else made.push(await faulty(number, random, kinds, libreOffice));
  }
  return made;
}

const fileName = (number: number): string => `khoi-${String(number).padStart(3, '0')}.xlsx`;

function clean(number: number, byLibreOffice: boolean): ProvinceFile {
  return {
    name: fileName(number),
    bytes: withResults(soundBloc(number).bytes),
    planted: [],
    also: [],
    tool: byLibreOffice ? 'libreoffice' : 'thidua',
  };
}

/** Goes round a list, so that every entry is used again and again. */
class Rotation<T> {
  private at = 0;

  constructor(private readonly items: readonly T[]) {}

  next(): T {
    const item = this.items[this.at++ % this.items.length];
    if (item === undefined) throw new Error('nothing to plant');
    return item;
  }
}

function tampered(number: number, random: Random, kinds: Rotation<Tampering>, byLibreOffice: boolean): ProvinceFile {
  const bloc = soundBloc(number);
  const cells = new BlocCells(bloc, random, number);
  let bytes = withResults(bloc.bytes);
  const planted: PlantedFault[] = [];
  const also = new Set(OUTCOMES);
  for (let tries = 0; tries < 3 && planted.length < 2; tries++) {
    const kind = kinds.next();
    const done = kind.plant(cells, bytes);
    if (done === null) continue;
    bytes = done.bytes;
    planted.push(fault(kind.kind, kind.code, done.at));
    kind.also?.forEach((code) => also.add(code));
  }
  return { name: fileName(number), bytes, planted, also: [...also], tool: byLibreOffice ? 'libreoffice' : 'thidua' };
}

/** When the faults came in: before the results were computed, after, or there are no results. */
type Moment = 'before' | 'after' | 'none';

async function faulty(
  number: number,
  random: Random,
  kinds: Rotation<InputFault>,
  libreOffice: boolean,
): Promise<ProvinceFile> {
  const bloc = soundBloc(number);
  const moment: Moment = random.pick(['before', 'after', 'none'] as const);
  const tool = toolFor(number, moment, libreOffice);
  const { edits, planted, also } = plantFaults(new BlocCells(bloc, random, number), kinds, 2 + random.below(4), tool);
  const bytes =
    moment === 'before'
      ? withResults(edited(bloc.bytes, edits), true)
      : edited(moment === 'after' ? withResults(bloc.bytes) : bloc.bytes, edits);
  const more: readonly IssueCode[] = moment === 'before' ? [] : moment === 'after' ? STALE : ['result-missing'];
  return {
    name: fileName(number),
    bytes: await savedBy(tool, bytes),
    planted,
    also: [...also, ...OUTCOMES, ...more],
    tool,
  };
}

/** exceljs and SheetJS lose the hidden names of our sheets, so they only save workbooks without results. */
function toolFor(number: number, moment: Moment, libreOffice: boolean): Tool {
  if (moment === 'none' && number % 2 === 0) return number % 4 === 0 ? 'exceljs' : 'sheetjs';
  return libreOffice && number % 3 === 0 ? 'libreoffice' : 'thidua';
}

/** Other programs calculate what has no value, and drop the noise of doubles. */
const LOST_BY_OTHERS: ReadonlySet<IssueCode> = new Set(['formula-not-calculated', 'score-decimals']);

function plantFaults(
  cells: BlocCells,
  kinds: Rotation<InputFault>,
  count: number,
  tool: Tool,
): { edits: Edit[]; planted: PlantedFault[]; also: IssueCode[] } {
  const edits: Edit[] = [];
  const planted: PlantedFault[] = [];
  const also = new Set<IssueCode>();
  for (let tries = 0; tries < count * 2 && planted.length < count; tries++) {
    const kind = kinds.next();
    if ((kind.alone === true && planted.length > 0) || (tool !== 'thidua' && LOST_BY_OTHERS.has(kind.code))) continue;
    const done = kind.plant(cells);
    if (done === null) continue;
    edits.push(...done.edits);
    planted.push(fault(kind.kind, kind.code, done.at));
    kind.also?.forEach((code) => also.add(code));
    if (kind.alone === true) break;
  }
  return { edits, planted, also: [...also] };
}

async function savedBy(tool: Tool, bytes: Uint8Array): Promise<Uint8Array> {
  if (tool === 'exceljs') {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    return new Uint8Array(await workbook.xlsx.writeBuffer());
  }
  if (tool === 'sheetjs') {
    const workbook = XLSX.read(bytes, { type: 'buffer', cellNF: true, cellStyles: true });
    return new Uint8Array(XLSX.write(workbook, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  }
  return bytes;
}

/** Files with a story of their own, by number. */
const SPECIAL: Readonly<Record<number, (number: number, before: readonly ProvinceFile[]) => ProvinceFile>> = {
  12: (number) => broken(number, 'cut short', 'file-damaged', soundBloc(number).bytes.slice(0, 20_000)),
  13: (number) => broken(number, 'protected by a password', 'file-encrypted', compoundFile()),
  14: (number) =>
    broken(
      number,
      'a page named .xlsx',
      'file-not-xlsx',
      new TextEncoder().encode('<html><body><table></table></body></html>'),
    ),
  15: (number) => {
    const twin = withResults(soundBloc(10).bytes);
    return {
      name: fileName(number),
      bytes: twin,
      planted: [fault('the workbook of another bloc again', 'workbook-duplicate', INFO)],
      also: [],
      tool: 'thidua',
    };
  },
  17: (number) => {
    const bloc = soundBloc(number);
    const place = new BlocCells(bloc, new Random(1), number).info('name');
    return withInput(
      number,
      bloc,
      [{ place, value: blocName(10) }],
      [fault('the name of another bloc', 'bloc-duplicate', INFO)],
      ['unit-list-differs'],
    );
  },
  18: (number) => {
    const bloc = soundBloc(number);
    const cells = new BlocCells(bloc, new Random(1), number);
    const other = soundBloc(10).judgement.book.units[2]?.name ?? '';
    const at = cells.cell('units', 'DV03', 'code');
    const header = { ...cells.score('DV03', 'I.1'), row: cells.where.header('scores')?.row ?? NaN };
    const edits = [
      { place: cells.cell('units', 'DV03', 'name'), value: other },
      { place: { ...header, column: header.column - 1 }, value: other },
    ];
    return withInput(
      number,
      bloc,
      edits,
      [
        fault('a unit of another bloc', 'unit-in-two-blocs', at),
        fault('a unit that is not on the list', 'unit-list-differs', { ...at, column: at.column + 1 }),
      ],
      [],
    );
  },
};

const INFO: Place = { sheet: 'Thông tin', row: 0, column: 0 };

function withInput(
  number: number,
  bloc: SoundBloc,
  edits: readonly Edit[],
  planted: readonly PlantedFault[],
  also: readonly IssueCode[],
): ProvinceFile {
  return { name: fileName(number), bytes: withResults(edited(bloc.bytes, edits)), planted, also, tool: 'thidua' };
}

function broken(number: number, kind: string, code: IssueCode, bytes: Uint8Array): ProvinceFile {
  return { name: fileName(number), bytes, planted: [fault(kind, code, null)], also: [], tool: 'thidua' };
}

/** The container of a workbook with a password: its header and the name of the encrypted stream. */
function compoundFile(): Uint8Array {
  const bytes = new Uint8Array(4096);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
  return bytes;
}

/** The official list: every bloc that hands in, with the names of its units. */
export function blocList(files: readonly ProvinceFile[]): string {
  const numbers = files.map(({ name }) => Number(/\d+/u.exec(name)?.[0]));
  return numbers
    .map(
      (number) =>
        `${blocName(number)} | ${soundBloc(number)
          .judgement.book.units.map(({ name }) => name)
          .join('; ')}`,
    )
    .join('\n');
}
