/** A small sound workbook that uses every sheet, and ways to spoil it one cell at a time. */
import { cellName, evaluate, type Issue } from '../../../src/rules';
import type { Cell, SheetCells, WorkbookCells } from '../../../src/sheets/cells';
import { readBook } from '../../../src/workbook/read';
import { cellOf, columnOf, sheetCells, workbook, type SheetOptions } from '../../support/tables';

export const BASE = {
  'Thông tin': `
    Mục | Giá trị
    Mẫu sổ | thidua/1
    Tỉnh, thành phố | Ninh Bình
    Tên khối | Khối thi đua số 1
    Năm | 2025
    Trưởng khối | u1
    Phó Trưởng khối | u2
    Ngày họp | 2025-12-20`,
  'Quy tắc': `
    Quy tắc | Giá trị | Căn cứ
    Thang điểm | 100 |
    Cấp điểm xếp hạng | khối chấm | Điều 5
    Không áp dụng | đủ điểm |
    Số chữ số thập phân của tổng điểm | 2 |
    Thứ tự ưu tiên khi bằng điểm | nhóm I; điểm thưởng |
    Mỗi đơn vị một hình thức | có |`,
  'Tiêu chí': `
    Mã | Nội dung | Điểm tối đa | Tính vào | Cách chấm | Tham số | Bước điểm | Không áp dụng | Minh chứng | Căn cứ
    I | Nhiệm vụ chuyên môn | 60 | chính | nhóm
    I.1 | Kế hoạch năm | 30 | | điểm | | 0.5
    I.2 | Cải cách hành chính | 20 | | | | | có
    I.3 | Sáng kiến | 10 | | bậc | 0; 5; 10
    II | Phong trào thi đua | 40 | chính | nhóm
    II.1 | Chỉ tiêu được giao | 20 | | tỷ lệ | trần 100%
    II.2 | Ký giao ước thi đua | 10 | | có/không
    II.3 | Báo cáo đúng hạn | 10 | | trừ dần | 2
    T | Điểm thưởng | 5 | thưởng | nhóm
    T.1 | Điển hình tiên tiến | 5 | | theo lần | 1
    P | Điểm trừ | | trừ | nhóm
    P.1 | Vi phạm | 5`,
  'Đơn vị': `
    Mã | Tên đơn vị | Xếp loại nhiệm vụ | Kỷ luật | Ngày nộp hồ sơ | Không xếp hạng | Ghi chú
    u1 | Sở Y tế | HTXSNV | không | 2025-12-10 | |
    u2 | Sở Khoa học và Công nghệ | Hoàn thành tốt nhiệm vụ | không | 2025-12-11 | |
    u3 | Ban Quản lý An toàn thực phẩm tỉnh | HTNV | không | 2025-12-12 | |`,
  'Chấm điểm': {
    table: `
    BẢNG CHẤM ĐIỂM NĂM 2025
    Mã | Tiêu chí | Điểm tối đa | u1 | | Sở Khoa học và Công nghệ | | u3 |
     | | | Tự chấm | Khối chấm | Tự chấm | Khối chấm | Tự chấm | Khối chấm
    I | Nhiệm vụ chuyên môn | 60 | =SUM(D5:D7) -> 57 | =SUM(E5:E7) -> 56 | =SUM(F5:F7) -> 47 | =SUM(G5:G7) -> 47 | =SUM(H5:H7) -> 53 | =SUM(I5:I7) -> 53
    I.1 | Kế hoạch năm | 30 | 29 | 28 | 25 | 25 | 27 | 27
    I.2 | Cải cách hành chính | 20 | 18 | 18 | 17 | 17 | 16 | 16
    I.3 | Sáng kiến | 10 | 10 | 10 | 5 | 5 | 10 | 10
    II | Phong trào thi đua | 40 | 36 | 36 | 40 | 40 | 22 | 22
    II.1 | Chỉ tiêu được giao | 20 | 18 | 18 | | 20 | | 16
    II.2 | Ký giao ước thi đua | 10 | có | có | TRUE | TRUE | 0 | không
    II.3 | Báo cáo đúng hạn | 10 | | | | 10 | |
    T | Điểm thưởng | 5 | | | | | |
    T.1 | Điển hình tiên tiến | 5 | | 2 | | | |
    P | Điểm trừ | | | | | 1 | |
    P.1 | Vi phạm | 5 | | 0 | 1 | 1 | |
    Tổng điểm | | | =D4+D8 -> 95 | =E4+E8+E12 -> 94 | =F4+F8 -> 86 | =G4+G8 -> 86 | =H4 -> 76 | =I4 -> 76

    Người lập biểu | | | | Trưởng khối`,
    merges: ['D2:E2', 'F2:G2', 'H2:I2', 'A1:I1'],
  },
  'Số liệu': `
    Mã đơn vị | Mã tiêu chí | Chỉ tiêu | Thực hiện | Số lần | Minh chứng | Giải trình
    u1 | II.1 | 10 | 9 | | |
    u1 | II.3 | | | 1 | |
    u1 | T.1 | | | 2 | |
    u2 | II.1 | 10 | 10 | | |
    u2 | II.3 | | | 0 | |
    u3 | II.1 | 10 | 8 | | |
    u3 | II.3 | | | 2 | |
    u3 | T.1 | | | 1 | |`,
  'Khen thưởng': `
    Mã | Hình thức | Số suất | Làm tròn | Suất tối thiểu | Suất tối đa | Bằng điểm ở suất cuối | Suất không dùng | Căn cứ
    CO | Cờ thi đua của UBND tỉnh | 1 | | | | | |
    BK | Bằng khen | 40% đơn vị | xuống | | | quyết định | |`,
  'Điều kiện': `
    Mã | Áp dụng cho | Trường | Phép so | Giá trị | Nhóm hoặc | Hệ quả | Căn cứ
    D1 | * | tổng điểm | >= | 50 | | | Điều 7
    D2 | CO | Xếp loại nhiệm vụ | thuộc | HTXSNV; HTTNV | | |
    D3 | CO | tỷ lệ nhóm I | >= | 60% | | |
    D4 | BK | Kỷ luật | = | có | | loại |
    D5 | CO | phiếu CO | >= | 80% thành viên | | |
    D6 | CO; BK | Ngày nộp hồ sơ | trước hoặc vào | 2025-12-15 | | |
    D7 | xếp loại Xuất sắc | nhóm I | >= | 50 | | |`,
  'Xếp loại': `
    Xếp loại | Từ điểm | Số đơn vị tối đa | Làm tròn | Bằng điểm ở suất cuối
    Xuất sắc | 90 | | |
    Tốt | 80 | | |
    Hoàn thành | | | |`,
  'Bỏ phiếu': `
    Mã phiếu | Mã đơn vị | Thành viên | Có mặt | Phát ra | Thu về | Hợp lệ | Đồng ý
    CO | u1 | 15 | 15 | 15 | 15 | 15 | 13
    CO | u2 | 15 | 15 | 15 | 15 | 14 | 12
    CO | u3 | 15 | 15 | 15 | 15 | 15 | 3`,
  'Quyết định': `
    Loại | Phạm vi | Đơn vị | Lý do | Người quyết định | Ngày`,
};

export interface Spoiling {
  /** "Sheet!A1" → what stands there instead ("" for nothing). */
  readonly set?: Readonly<Record<string, string>>;
  /** Sheets written anew as whole tables, or null to remove them. */
  readonly sheets?: Readonly<Record<string, string | null>>;
  readonly rename?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, SheetOptions>>;
  /** Any other change of the cells. */
  readonly change?: (cells: WorkbookCells) => WorkbookCells;
}

export function spoiled({
  set = {},
  sheets = {},
  rename = {},
  options = {},
  change = (cells) => cells,
}: Spoiling): WorkbookCells {
  const tables = Object.entries({ ...BASE, ...sheets }).flatMap(([name, table]) =>
    table === null ? [] : [[name, table] as const],
  );
  const cells = workbook(Object.fromEntries(tables));
  const edited = cells.sheets.map((sheet) => editSheet(sheet, set));
  const renamed = edited.map((sheet) => ({
    ...withOptions(sheet, options[sheet.name]),
    name: rename[sheet.name] ?? sheet.name,
  }));
  return change({ ...cells, sheets: renamed });
}

function withOptions(sheet: SheetCells, options: SheetOptions | undefined): SheetCells {
  if (options === undefined) return sheet;
  const { state, hiddenRows, hiddenColumns, merges, stamp } = sheetCells(sheet.name, { table: '', ...options });
  return {
    ...sheet,
    state,
    hiddenRows,
    hiddenColumns,
    stamp,
    merges: merges === null ? null : [...(sheet.merges ?? []), ...merges],
  };
}

function editSheet(sheet: SheetCells, set: Readonly<Record<string, string>>): SheetCells {
  const rows = sheet.rows.map((row) => [...(row ?? [])]);
  for (const [address, written] of Object.entries(set)) {
    const [, name, letters = '', number = ''] = /^(.+)!([A-Z]+)(\d+)$/u.exec(address) ?? [];
    if (name !== sheet.name) continue;
    const row: (Cell | undefined)[] = (rows[Number(number) - 1] ??= []);
    row[columnOf(letters)] = cellOf(written);
  }
  return { ...sheet, rows };
}

/** Puts a blank row or column into a sheet before the one named ("3" or "B"). */
export function inserted(cells: WorkbookCells, name: string, at: string): WorkbookCells {
  const isRow = /^\d+$/u.test(at);
  const index = isRow ? Number(at) - 1 : columnOf(at);
  const shift = <T>(list: readonly T[], blank: T): T[] => [
    ...list.slice(0, index),
    ...(list.length > index ? [blank] : []),
    ...list.slice(index),
  ];
  return {
    ...cells,
    sheets: cells.sheets.map((sheet) =>
      sheet.name !== name
        ? sheet
        : {
            ...sheet,
            rows: isRow ? shift(sheet.rows, []) : sheet.rows.map((row) => shift(row ?? [], undefined)),
            merges: (sheet.merges ?? []).map((area) =>
              isRow
                ? {
                    ...area,
                    top: area.top + Number(area.top >= index),
                    bottom: area.bottom + Number(area.bottom >= index),
                  }
                : {
                    ...area,
                    left: area.left + Number(area.left >= index),
                    right: area.right + Number(area.right >= index),
                  },
            ),
          },
    ),
  };
}

/** Every text of a workbook changed. */
export function withTexts(cells: WorkbookCells, change: (text: string) => string): WorkbookCells {
  const cellWith = (cell: Cell | undefined): Cell | undefined =>
    typeof cell?.value === 'string' ? { ...cell, value: change(cell.value) } : cell;
  return {
    ...cells,
    sheets: cells.sheets.map((sheet) => ({
      ...sheet,
      name: change(sheet.name),
      rows: sheet.rows.map((row) => row?.map(cellWith)),
    })),
  };
}

/** "code Sheet!A1" for each issue, as the tests list them. */
export const placed = ({ code, place }: Issue): string =>
  place === null ? code : `${code} ${place.sheet}!${cellName(place)}`;

export const issuesOf = (cells: WorkbookCells): readonly Issue[] => evaluate(readBook(cells)).issues;
