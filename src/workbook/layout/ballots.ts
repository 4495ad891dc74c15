/** `Bỏ phiếu`: a row per ballot, unit and round. */
import type { BallotRow } from '../../rules';
import { INPUT_SHEETS } from './sheet-names';
import { codesOf, number, sheet, type RowColumns } from './column';

export const BALLOT_COLUMNS = {
  ballot: {
    header: 'Mã phiếu',
    required: true,
    help: { text: 'Mã hình thức khen thưởng, TRUONG_KHOI, PHO_TRUONG_KHOI, hoặc tên mà điều kiện nhắc đến.' },
    look: codesOf('awards', 24, false),
    read: 'reader',
    compared: null,
  },
  unit: {
    header: 'Mã đơn vị',
    required: true,
    help: { text: 'Mã đơn vị được bỏ phiếu.' },
    look: codesOf('units', 12),
    read: 'reader',
    compared: null,
  },
  round: {
    header: 'Vòng',
    late: true,
    help: { text: 'Vòng bỏ phiếu: 1, 2; trống là 1. Vòng sau cùng của đơn vị được tính.' },
    look: number(7),
    read: (cell): Pick<BallotRow, 'round'> => (cell.exists ? { round: cell.entry() } : {}),
    compared: null,
  },
  members: {
    header: 'Thành viên',
    help: { text: 'Tổng số thành viên.' },
    look: number(11),
    read: (cell) => ({ members: cell.entry() }),
    compared: null,
  },
  present: {
    header: 'Có mặt',
    help: { text: 'Số người có mặt.' },
    look: number(10),
    read: (cell) => ({ present: cell.entry() }),
    compared: null,
  },
  written: {
    header: 'Ý kiến bằng văn bản',
    late: true,
    help: { text: 'Số người vắng gửi ý kiến bằng văn bản; trống là 0.' },
    look: number(12),
    read: (cell): Pick<BallotRow, 'written'> => (cell.exists ? { written: cell.entry() } : {}),
    compared: null,
  },
  issued: {
    header: 'Phát ra',
    help: { text: 'Số phiếu phát ra, không quá số có mặt cộng ý kiến bằng văn bản.' },
    look: number(10),
    read: (cell) => ({ issued: cell.entry() }),
    compared: null,
  },
  returned: {
    header: 'Thu về',
    help: { text: 'Số phiếu thu về.' },
    look: number(10),
    read: (cell) => ({ returned: cell.entry() }),
    compared: null,
  },
  valid: {
    header: 'Hợp lệ',
    help: { text: 'Số phiếu hợp lệ.' },
    look: number(10),
    read: (cell) => ({ valid: cell.entry() }),
    compared: null,
  },
  favour: {
    header: 'Đồng ý',
    required: true,
    help: { text: 'Số phiếu đồng ý.' },
    look: number(10),
    read: (cell) => ({ favour: cell.entry() }),
    compared: null,
  },
} as const satisfies RowColumns<BallotRow>;

export const BALLOTS = sheet(INPUT_SHEETS.ballots, false, 'ballot', BALLOT_COLUMNS, {
  records: [['ballot', 'unit']],
  paper: {
    title: 'KẾT QUẢ BỎ PHIẾU KÍN',
    orientation: 'landscape',
    remark: 'Mã phiếu: mã hình thức khen thưởng, TRUONG_KHOI, PHO_TRUONG_KHOI, hoặc tên mà điều kiện nhắc đến.',
    spare: 40,
  },
});
