/** The sheet `Hướng dẫn`: what to do, in the order in which it is done. */
import type { BlocKind } from '../rules';
import { inKind } from '../text';
import { columnHelps, SETTING_HELP } from './column-help';
import { OUTPUT_SHEETS, SETTING_ROWS, SHEETS, type Help, type SheetKey } from './layout';
import type { PlanRow, SheetPlan } from '../sheets/plan';
import { cell, fittedRow, printSetup, row, sheetPlan } from '../sheets/plan-parts';

const WIDTHS = [7, 25, 69] as const;

const STEPS: readonly (readonly [sheet: string, what: string])[] = [
  [SHEETS.info.name, 'Điền tên khối, năm, quy chế, căn cứ; Trưởng khối và Phó Trưởng khối ghi bằng mã đơn vị.'],
  [
    SHEETS.criteria.name,
    'Đối chiếu tiêu chí và điểm tối đa với quy chế đang có hiệu lực. Thêm, bớt tiêu chí thì sửa cả ở trang tính Chấm điểm (cùng mã).',
  ],
  [
    SHEETS.settings.name,
    'Thang điểm, cấp điểm dùng để xếp hạng, làm tròn, trần điểm thưởng và điểm trừ, thứ tự ưu tiên khi bằng điểm.',
  ],
  [SHEETS.units.name, 'Mã và tên đơn vị, các cột thuộc tính mà điều kiện khen thưởng dùng đến.'],
  [SHEETS.awards.name, 'Hình thức khen thưởng theo thứ tự cao đến thấp, số suất của năm.'],
  [
    `${SHEETS.conditions.name}, ${SHEETS.bands.name}`,
    'Điều kiện của từng hình thức, chế tài, mức xếp loại (nếu quy chế có).',
  ],
  [
    SHEETS.scores.name,
    'Nhập điểm vào ô vàng: tự chấm, rồi khối chấm. Ô trống là chưa chấm, khác với 0 điểm. Không áp dụng: KAD. Điểm trừ nhập số dương.',
  ],
  [SHEETS.data.name, 'Chỉ tiêu, thực hiện, số lần của các tiêu chí tính bằng số liệu; minh chứng và giải trình.'],
  [SHEETS.ballots.name, 'Kết quả bỏ phiếu kín tại hội nghị: phát ra, thu về, hợp lệ, đồng ý.'],
  [SHEETS.attendees.name, 'Ai dự họp, ai vắng, ai gửi ý kiến bằng văn bản: để phần mềm lập biên bản.'],
  [
    SHEETS.decisions.name,
    'Quyết định của hội nghị khi bằng điểm hoặc khi cho, bỏ một hình thức; phải có lý do, người quyết định, ngày.',
  ],
  [
    OUTPUT_SHEETS.results,
    'Mở phần mềm, chọn Tính và ghi kết quả. Các trang tính Kết quả, Báo cáo, Kiểm tra, Giải trình, Nhật ký do phần mềm ghi; không sửa tay.',
  ],
];

const REMARKS: readonly string[] = [
  'Màu ô: vàng là ô nhập; xanh nhạt là ô có thể để trống vì phần mềm tính từ trang tính Số liệu; xám là công thức.',
  'Các trang tính được khóa để tránh gõ nhầm, không có mật khẩu: Xem lại (Review) › Bỏ bảo vệ trang tính (Unprotect Sheet) khi cần thêm dòng, cột.',
  'Có thể thêm cột, dòng tiêu đề, trang tính riêng; phần mềm tìm theo tên trang tính và tên cột, không theo vị trí. Không đổi tên trang tính và tên cột.',
  'Số thập phân gõ bằng dấu phẩy hoặc dấu chấm theo cài đặt của máy; không gõ kèm chữ (không viết “9,5 điểm”).',
];

/** A column or rule, then each of its words. No cell is a bare header: a sheet full of them would look like an input. */
function helpRows(name: string, { text, words = [] }: Help, kind: BlocKind): PlanRow[] {
  return [
    fittedRow([cell(null, 'center'), cell(name, 'textBold'), cell(inKind(text, kind), 'text')], WIDTHS),
    ...words.map(([word, meaning]) =>
      fittedRow([cell(null, 'center'), cell(inKind(word, kind), 'text'), cell(inKind(meaning, kind), 'text')], WIDTHS),
    ),
  ];
}

/** Every column of every sheet and every rule, with the words that may stand there. */
function columnRows(kind: BlocKind): PlanRow[] {
  const isKey = (key: string): key is SheetKey => key in SHEETS;
  return Object.keys(SHEETS)
    .filter(isKey)
    .flatMap((sheet) => {
      const helps = new Map(columnHelps(sheet));
      const rules =
        sheet === 'settings'
          ? Object.entries(SETTING_ROWS).flatMap(([name, text]) =>
              helpRows(`Quy tắc “${text}”`, new Map(Object.entries(SETTING_HELP)).get(name) ?? { text: '' }, kind),
            )
          : [];
      return [
        fittedRow(
          [
            cell(null, 'header'),
            cell(`Trang tính ${SHEETS[sheet].name}`, 'header'),
            cell('Ghi gì, chữ nào được ghi', 'header'),
          ],
          WIDTHS,
        ),
        ...Object.entries(SHEETS[sheet].columns).flatMap(([key, { header }]) =>
          helpRows(`Cột “${header}”`, helps.get(key) ?? { text: '' }, kind),
        ),
        ...rules,
      ];
    });
}

/** `source` says where the regulation comes from and how far it may be trusted. */
export function guideSheet(source: string, kind: BlocKind): SheetPlan {
  const whole = WIDTHS[0] + WIDTHS[1] + WIDTHS[2];
  const rows = [
    row([cell('HƯỚNG DẪN SỬ DỤNG SỔ CHẤM ĐIỂM THI ĐUA', 'title')], 30),
    fittedRow([cell(`${source}.`, 'note')], [whole]),
    fittedRow([cell('Bước', 'header'), cell('Trang tính', 'header'), cell('Việc cần làm', 'header')], WIDTHS),
    ...STEPS.map(([sheet, what], index) =>
      fittedRow([cell(index + 1, 'center'), cell(sheet, 'textBold'), cell(inKind(what, kind), 'text')], WIDTHS),
    ),
    row([]),
    ...REMARKS.map((remark) => fittedRow([cell(remark, 'note')], [whole])),
    row([]),
    row([cell('CÁC CỘT VÀ CÁC CHỮ ĐƯỢC GHI', 'title')], 26),
  ];
  const firstRemark = 3 + STEPS.length + 1;
  const wide = [0, 1, ...REMARKS.map((_, index) => firstRemark + index), rows.length - 1];
  rows.push(...columnRows(kind));
  const last = rows.length - 1;
  return sheetPlan(
    { name: OUTPUT_SHEETS.guide, columns: WIDTHS.map((width) => ({ width })), rows },
    {
      merges: wide.map((index) => ({ top: index, bottom: index, left: 0, right: 2 })),
      print: printSetup('portrait', { top: 0, bottom: last, left: 0, right: 2 }, { first: 2, last: 2 }),
      protect: true,
    },
  );
}
