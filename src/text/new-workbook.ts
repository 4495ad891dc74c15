/** What a new workbook says to who fills it in: Vietnamese alone, as all its sheets. "Khối" stands for the cluster's word too. */

/** The step of each sheet, in the order of the work. */
export const GUIDE_STEPS = {
  info: 'Điền tên khối, năm, quy chế, căn cứ; Trưởng khối và Phó Trưởng khối ghi bằng mã đơn vị.',
  criteria:
    'Đối chiếu tiêu chí và điểm tối đa với quy chế đang có hiệu lực. Thêm, bớt tiêu chí thì sửa cả ở trang tính Chấm điểm (cùng mã).',
  settings:
    'Thang điểm, cấp điểm dùng để xếp hạng, làm tròn, trần điểm thưởng và điểm trừ, thứ tự ưu tiên khi bằng điểm.',
  units: 'Mã và tên đơn vị, các cột thuộc tính mà điều kiện khen thưởng dùng đến.',
  awards: 'Hình thức khen thưởng theo thứ tự cao đến thấp, số suất của năm.',
  conditions: 'Điều kiện của từng hình thức, chế tài, mức xếp loại (nếu quy chế có).',
  scores:
    'Nhập điểm vào ô vàng: tự chấm, rồi khối chấm. Ô trống là chưa chấm, khác với 0 điểm. Không áp dụng: KAD. Điểm trừ nhập số dương.',
  data: 'Chỉ tiêu, thực hiện, số lần của các tiêu chí tính bằng số liệu; minh chứng và giải trình.',
  ballots: 'Kết quả bỏ phiếu kín tại hội nghị: phát ra, thu về, hợp lệ, đồng ý.',
  attendees: 'Ai dự họp, ai vắng, ai gửi ý kiến bằng văn bản: để phần mềm lập biên bản.',
  decisions:
    'Quyết định của hội nghị khi bằng điểm hoặc khi cho, bỏ một hình thức; phải có lý do, người quyết định, ngày.',
  results:
    'Mở phần mềm, chọn Tính và ghi kết quả. Các trang tính Kết quả, Báo cáo, Kiểm tra, Giải trình, Nhật ký do phần mềm ghi; không sửa tay.',
} as const;

export const GUIDE_REMARKS: readonly string[] = [
  'Màu ô: vàng là ô nhập; xanh nhạt là ô có thể để trống vì phần mềm tính từ trang tính Số liệu; xám là công thức.',
  'Các trang tính được khóa để tránh gõ nhầm, không có mật khẩu: Xem lại (Review) › Bỏ bảo vệ trang tính (Unprotect Sheet) khi cần thêm dòng, cột.',
  'Có thể thêm cột, dòng tiêu đề, trang tính riêng; phần mềm tìm theo tên trang tính và tên cột, không theo vị trí. Không đổi tên trang tính và tên cột.',
  'Số thập phân gõ bằng dấu phẩy hoặc dấu chấm theo cài đặt của máy; không gõ kèm chữ (không viết “9,5 điểm”).',
];

export const GUIDE_LINES = {
  title: 'HƯỚNG DẪN SỬ DỤNG SỔ CHẤM ĐIỂM THI ĐUA',
  columnsTitle: 'CÁC CỘT VÀ CÁC CHỮ ĐƯỢC GHI',
  headers: ['Bước', 'Trang tính', 'Việc cần làm'],
  sheet: (name: string): string => `Trang tính ${name}`,
  column: (header: string): string => `Cột “${header}”`,
  setting: (name: string): string => `Quy tắc “${name}”`,
  whatToWrite: 'Ghi gì, chữ nào được ghi',
} as const;

export const INPUT_REMARKS = {
  info: 'Điền vào cột Giá trị. Dòng “Căn cứ”, “Nơi nhận” có thể lặp lại. Trưởng khối, Phó Trưởng khối ghi bằng mã đơn vị.',
  settings: 'Ô trống ở cột Giá trị nghĩa là dùng mặc định. Mỗi dòng ghi rõ căn cứ trong quy chế.',
  scores: 'Nhập điểm vào ô vàng. Không áp dụng: KAD. Ô trống là chưa chấm, không phải 0 điểm.',
  computedScores:
    'Ô xanh để trống thì điểm được tính từ trang tính Số liệu; các tổng ở đây chưa gồm phần đó, tổng chính thức ở trang tính Kết quả.',
  typedScores: 'Xếp hạng và đề nghị khen thưởng do phần mềm tính, ghi ở trang tính Kết quả.',
} as const;

/** What a cell says to who types something else into it. Numbers in points. */
export const ENTRY_MESSAGES = {
  choose: (header: string): string => `${header}: chọn trong danh sách.`,
  number: (header: string, max: number | null): string =>
    max === null ? `${header}: số không âm.` : `${header}: số từ 0 đến ${String(max)}.`,
  yesNo: (code: string, name: string): string => `${code}. ${name}: có hoặc không.`,
  points: (code: string, name: string, max: number | null): string =>
    `${code}. ${name}: điểm từ 0${max === null ? '' : ` đến ${String(max).replace('.', ',')}`}.`,
} as const;
