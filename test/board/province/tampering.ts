/** What is done to a workbook after its results were written, and how it must be named. */
import type { IssueCode, Place } from '../../../src/rules';
import { cellAt, type SheetCells } from '../../../src/sheets/cells';
import { OUTPUT_SHEETS } from '../../../src/workbook/layout';
import { fold } from '../../../src/base/folding';
import { readWorkbook } from '../../../src/xlsx';
import type { BlocCells } from './bloc-cells';
import { WorkbookXml } from './edit-xml';

export interface Tampered {
  readonly bytes: Uint8Array;
  readonly at: Place;
}

export interface Tampering {
  readonly kind: string;
  readonly code: IssueCode;
  readonly also?: readonly IssueCode[];
  readonly plant: (bloc: BlocCells, bytes: Uint8Array) => Tampered | null;
}

/** The sheet `Kết quả` as it stands in a file of ours. */
export class ResultsCells {
  readonly sheet: SheetCells;
  private readonly header: number;

  constructor(bytes: Uint8Array) {
    const cells = readWorkbook(bytes);
    const sheet = cells.ok ? cells.value.sheets.find(({ name }) => name === OUTPUT_SHEETS.results) : undefined;
    if (sheet === undefined) throw new Error('no results');
    this.sheet = sheet;
    this.header = sheet.rows.findIndex((row) => row?.some((cell) => cell?.value === 'Tên đơn vị'));
  }

  headerCell(header: string): Place {
    const column =
      this.sheet.rows[this.header]?.findIndex(
        (cell) => typeof cell?.value === 'string' && fold(cell.value) === fold(header),
      ) ?? -1;
    if (column < 0) throw new Error(`no column ${header}`);
    return { sheet: this.sheet.name, row: this.header, column };
  }

  /** The cell of the unit in this place of the ranking. */
  cell(rank: number, header: string): Place {
    return { ...this.headerCell(header), row: this.header + rank };
  }

  value(place: Place): unknown {
    return cellAt(this.sheet, place.row, place.column)?.value;
  }

  find(text: RegExp): Place {
    for (const [row, cells] of this.sheet.rows.entries()) {
      const column = cells?.findIndex((cell) => typeof cell?.value === 'string' && text.test(cell.value)) ?? -1;
      if (column >= 0) return { sheet: this.sheet.name, row, column };
    }
    throw new Error(`no cell ${String(text)}`);
  }
}

const STAMP = /mã số liệu/u;

/** A change of one cell of the results. */
function results(
  kind: string,
  code: IssueCode,
  place: (own: ResultsCells) => Place,
  value: (own: ResultsCells) => string | number,
  also: readonly IssueCode[] = [],
): Tampering {
  return {
    kind,
    code,
    also,
    plant: (bloc, bytes) => {
      if (!bloc.claim('results')) return null;
      const own = new ResultsCells(bytes);
      const at = place(own);
      const xml = new WorkbookXml(bytes);
      xml.set({ place: at, value: value(own) });
      return { at, bytes: xml.bytes() };
    },
  };
}

export const TAMPERINGS: readonly Tampering[] = [
  {
    kind: 'a score changed after computing',
    code: 'result-stale',
    also: ['result-differs', 'sum-differs', 'award-not-eligible', 'award-over-quota'],
    plant: (bloc, bytes) => {
      const unit = bloc.freeUnit();
      if (unit === null || !bloc.claim(unit, 'results')) return null;
      const xml = new WorkbookXml(bytes);
      xml.set({ place: bloc.score(unit, 'III.2'), value: 4.9 === bloc.value(unit, 'III.2') ? 4.8 : 4.9 });
      return { at: new ResultsCells(bytes).find(STAMP), bytes: xml.bytes() };
    },
  },
  {
    kind: 'a maximum raised after computing',
    code: 'max-changed',
    also: ['result-stale', 'max-differs', 'max-sum-differs', 'rule-cuts'],
    plant: (bloc, bytes) => {
      if (!bloc.claim('criterion III.3', 'results')) return null;
      const at = bloc.cell('criteria', 'III.3', 'max');
      const xml = new WorkbookXml(bytes);
      xml.set({ place: at, value: 6 });
      return { at, bytes: xml.bytes() };
    },
  },
  results(
    'a total typed over its formula',
    'result-differs',
    (own) => own.cell(3, 'Tổng điểm'),
    () => 99,
    ['formula-overwritten'],
  ),
  results(
    'a total typed over with its own value',
    'formula-overwritten',
    (own) => own.cell(2, 'Tổng điểm'),
    (own) => Number(own.value(own.cell(2, 'Công thức: Tổng điểm'))),
  ),
  results(
    'a rank typed over',
    'result-differs',
    (own) => own.cell(2, 'Xếp hạng'),
    () => 1,
    ['formula-overwritten'],
  ),
  results(
    'a bonus typed over',
    'result-differs',
    (own) => own.cell(1, 'Điểm thưởng'),
    () => 9.5,
    ['formula-overwritten'],
  ),
  results(
    'an award given to one more unit',
    'award-over-quota',
    (own) => own.cell(6, 'Đề nghị khen thưởng'),
    () => 'Bằng khen của Chủ tịch UBND tỉnh',
    ['result-differs'],
  ),
  results(
    'the flag given to the second',
    'award-not-eligible',
    (own) => own.cell(2, 'Đề nghị khen thưởng'),
    () => 'Cờ thi đua của Chính phủ',
    ['result-differs', 'award-over-quota'],
  ),
  results(
    'an award taken away',
    'result-differs',
    (own) => own.cell(1, 'Đề nghị khen thưởng'),
    () => '',
  ),
  results(
    'the name of a unit replaced',
    'result-differs',
    (own) => own.cell(4, 'Tên đơn vị'),
    () => 'Đơn vị ngoài khối',
    ['result-differs'],
  ),
  results(
    'a grade improved',
    'result-differs',
    (own) => own.cell(6, 'Xếp loại'),
    () => 'Xuất sắc nhất',
  ),
  results(
    'votes changed',
    'result-differs',
    (own) => own.cell(5, 'Phiếu Cờ thi đua của Chính phủ'),
    () => '1/20',
  ),
  results(
    'the line that tells of changes emptied',
    'formula-overwritten',
    (own) => ({ ...own.cell(0, 'STT'), row: own.headerCell('STT').row - 1 }),
    () => '',
  ),
  results(
    'a printed code of another writing',
    'stamp-copied',
    (own) => own.find(STAMP),
    () => 'thidua 0.1.0 – mã số liệu 0123abcd – 14:05 ngày 09/01/2026',
  ),
  {
    kind: "a unit's row deleted from the results",
    code: 'result-differs',
    also: ['formula-overwritten', 'award-over-quota'],
    plant: (bloc, bytes) => {
      if (!bloc.claim('results')) return null;
      const own = new ResultsCells(bytes);
      const last = own.cell(bloc.book.units.length, 'Tên đơn vị');
      const xml = new WorkbookXml(bytes);
      xml.row(last, () => '');
      return { at: own.headerCell('Tên đơn vị'), bytes: xml.bytes() };
    },
  },
  {
    kind: "a unit's row hidden in the results",
    code: 'hidden-data',
    plant: (bloc, bytes) => {
      if (!bloc.claim('results')) return null;
      const at = new ResultsCells(bytes).cell(3, 'Tên đơn vị');
      const xml = new WorkbookXml(bytes);
      xml.row(at, (row) => row.replace('<row ', '<row hidden="1" '));
      return { at, bytes: xml.bytes() };
    },
  },
  {
    kind: 'a row hidden among the scores',
    code: 'hidden-data',
    also: ['result-stale'],
    plant: (bloc, bytes) => {
      if (!bloc.claim('hidden row')) return null;
      const at = { ...bloc.score('DV01', 'III.4'), column: 0 };
      const xml = new WorkbookXml(bytes);
      xml.row(at, (row) => row.replace('<row ', '<row hidden="1" '));
      return { at, bytes: xml.bytes() };
    },
  },
  {
    kind: 'the stamp and the printed line of another file',
    code: 'stamp-copied',
    plant: (bloc, bytes) => {
      if (!bloc.claim('results')) return null;
      const at = new ResultsCells(bytes).find(STAMP);
      const xml = new WorkbookXml(bytes);
      const code = '89abcdef';
      xml.set({ place: at, value: `thidua 0.1.0 – mã số liệu ${code} – 14:05 ngày 09/01/2026` });
      xml.change({ part: 'xl/workbook.xml' }, (text) =>
        text.replace(/( results sha256:)[0-9a-f]{64}/u, `$1${code.repeat(8)}`),
      );
      return { at, bytes: xml.bytes() };
    },
  },
  {
    kind: 'a hidden name with another stamp',
    code: 'stamp-copied',
    plant: (bloc, bytes) => {
      if (!bloc.claim('results')) return null;
      const xml = new WorkbookXml(bytes);
      xml.change({ part: 'xl/workbook.xml' }, (text) =>
        text.replace(/( results sha256:)[0-9a-f]{64}/u, `$1${'0123456789abcdef'.repeat(4)}`),
      );
      return { at: new ResultsCells(bytes).find(STAMP), bytes: xml.bytes() };
    },
  },
];
