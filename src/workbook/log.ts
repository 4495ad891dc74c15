/** The sheet `Nhật ký`: one line per writing, appended to what stands there, never replaced. */
import type { SheetCells, WorkbookCells } from '../sheets/cells';
import { cellAt } from '../sheets/cells';
import { SHEETS, TEMPLATE } from './layout';
import { fold } from '../base/folding';
import type { Judgement } from './judgement';
import type { SheetPlan } from '../sheets/plan';
import { SheetDraft } from '../sheets/plan-draft';
import { cell, printSetup, sheetPlan } from '../sheets/plan-parts';
import { PROGRAM } from '../sheets/program';
import { LOG_LINES } from '../text/sheets';
import { addStamp } from './letterhead';
import { isPending } from './standings';
import { findOutput, isUnfinished, localTime, stampText, type Stamp } from '../sheets/stamp';

const COLUMNS = [
  ['Thời gian', 17],
  ['Phiên bản', 15],
  ['Mẫu sổ', 10],
  ['Mã số liệu', 11],
  ['Đơn vị', 8],
  ['Xếp hạng', 9],
  ['Lỗi', 7],
  ['Cảnh báo', 9],
  ['Kết quả', 43],
] as const;

type LogLine = readonly string[];

export function logSheet(
  judgement: Judgement,
  name: string,
  stamp: Stamp,
  now: Date,
  written: readonly string[],
): SheetPlan {
  const draft = new SheetDraft(COLUMNS.map(([, width]) => width));
  draft.line('NHẬT KÝ TÍNH VÀ GHI KẾT QUẢ', 'title', 28);
  const header = draft.record(COLUMNS.map(([text]) => cell(text, 'header')));
  // After a write that stopped half-way the log may still stand under its banner: its lines are kept.
  const unfinished = judgement.cells.sheets.find((sheet) => sheet.name === name && isUnfinished(sheet));
  const lines = [
    ...previousLines(findOutput(judgement.cells, 'log') ?? unfinished ?? null),
    newLine(judgement, now, written),
  ];
  for (const line of lines)
    draft.record(line.map((text, index) => cell(text, index === COLUMNS.length - 1 ? 'text' : 'center', '@')));
  draft.gap(6);
  addStamp(draft, stamp);
  return sheetPlan(
    { name, columns: draft.widths.map((width) => ({ width })), rows: draft.rows },
    {
      merges: draft.merges,
      freeze: { rows: header + 1, columns: 0 },
      print: printSetup(
        'landscape',
        { top: 0, bottom: draft.next - 1, left: 0, right: draft.last },
        { first: header, last: header },
      ),
      stamp: stampText(stamp),
      tabColor: '#777777',
    },
  );
}

/** The lines of the log as it stands: from below its header to the first row without a time. */
function previousLines(sheet: SheetCells | null): LogLine[] {
  if (sheet === null) return [];
  const header = sheet.rows.findIndex((cells) => cells?.[0]?.value === COLUMNS[0][0]);
  const lines: LogLine[] = [];
  for (let row = header + 1; header >= 0 && row < sheet.rows.length; row++) {
    const texts = COLUMNS.map((_, column) => {
      const value = cellAt(sheet, row, column)?.value ?? '';
      return shownTime(typeof value === 'object' ? value.error : String(value));
    });
    if (texts[0] === '') break;
    lines.push(texts);
  }
  return lines;
}

/** The template that the workbook says it follows. */
function templateOf({ sheets }: WorkbookCells): string {
  const rows = sheets.find(({ name }) => fold(name) === fold(SHEETS.info.name))?.rows ?? [];
  const texts = rows.flatMap((row) =>
    (row ?? []).flatMap((cell) => (typeof cell?.value === 'string' ? [fold(cell.value)] : [])),
  );
  return texts.find((text) => text.startsWith(`${TEMPLATE.name}/`)) ?? '';
}

/** "2024-01-30 14:05" as people write it; also of lines that an earlier version wrote. Any other text as it is. */
const shownTime = (text: string): string => text.replace(/^(\d{4})-(\d\d)-(\d\d) (\d\d:\d\d)$/u, '$4 $3/$2/$1');

function newLine({ book, cells, evaluation, short }: Judgement, now: Date, written: readonly string[]): LogLine {
  const count = (severity: string): string =>
    String(evaluation.issues.filter((issue) => issue.severity === severity).length);
  const awards = evaluation.awards.map((award) =>
    LOG_LINES.award(award.name, award.units.length, award.places, isPending(award)),
  );
  return [
    shownTime(localTime(now)),
    `${PROGRAM.name} ${PROGRAM.version}`,
    templateOf(cells),
    short,
    String(book.units.length),
    String(evaluation.units.filter(({ rank }) => rank !== null).length),
    count('error'),
    count('warning'),
    [LOG_LINES.written(written), ...awards].join('; '),
  ];
}
