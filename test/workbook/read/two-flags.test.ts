/** A published decision on two flags, and a ballot in two rounds, written by another program and read through both doors; then one cell is changed by hand. */
import { reasonText } from '../../../src/text';
import { namesOf, type Judgement } from '../../../src/workbook/judgement';
import { throughExcel, throughFile } from '../../sieve/doors';
import { workbook } from '../../support/tables';

interface Changes {
  readonly unit?: Readonly<Record<string, string>>;
  readonly awards?: string;
  readonly ballots?: string;
  readonly one?: 'có' | 'không';
}

const FLAGS =
  'Mã | Hình thức | Số suất | Nếu không được thì | Không kèm\nCP | Cờ thi đua của Chính phủ | 1 | UBND | BK\nUBND | Cờ thi đua của UBND tỉnh | 1 | | BK\nBK | Bằng khen | 2 | |';
const OLD_FLAGS =
  'Mã | Hình thức | Số suất\nCP | Cờ thi đua của Chính phủ | 1\nUBND | Cờ thi đua của UBND tỉnh | 1\nBK | Bằng khen | 2';
const UNITS: Readonly<Record<string, string>> = {
  SA: 'Sở A | có | HTXSNV | có | không | 2025-12-08 | không',
  SB: 'Sở B | có | HTXSNV | có | không | 2025-12-10 | có',
  SC: 'Sở C | có | HTTNV | không | không | 2025-12-05 | không',
  SD: 'Sở D | không | HTXSNV | có | không | 2025-12-11 | có',
  SE: 'Sở E | có | HTXSNV | có | có | 2025-12-01 | không',
};

function decision({ unit = {}, awards = FLAGS, ballots, one = 'có' }: Changes = {}) {
  return workbook({
    'Thông tin': 'Mục | Giá trị\nMẫu sổ | thidua/2\nTên khối | Khối 1\nNăm | 2025',
    'Quy tắc': `Quy tắc | Giá trị\nThứ tự ưu tiên khi bằng điểm | Tỷ lệ nữ từ 70%\nMỗi đơn vị một hình thức | ${one}`,
    'Tiêu chí': 'Mã | Nội dung | Điểm tối đa\nI | Chuyên môn | 60\nII | Chấp hành | 20\nIII | Phong trào | 20',
    'Đơn vị': [
      'Mã | Tên đơn vị | Vượt chỉ tiêu | Tổ chức đảng | HTXSNV 2 năm liền | Đang bị xem xét kỷ luật | Ngày nộp hồ sơ | Tỷ lệ nữ từ 70%',
      ...Object.entries({ ...UNITS, ...unit }).map(([id, line]) => `${id} | ${line}`),
    ].join('\n'),
    'Chấm điểm':
      'Mã | Tiêu chí | Điểm tối đa | SA | SB | SC | SD | SE\nI | | | 56 | 56 | 54 | 54 | 50\nII | | | 19 | 19 | 18 | 18 | 18\nIII | | | 19 | 19 | 16 | 18 | 16',
    'Khen thưởng': awards,
    'Điều kiện': `Mã | Áp dụng cho | Trường | Phép so | Giá trị | Nhóm hoặc | Hệ quả | Căn cứ
K1 | CP; UBND | hạng | = | 1 | | | Điều 3 khoản 1
K2 | CP; UBND | Vượt chỉ tiêu | = | có | | |
K3 | CP; UBND | Tổ chức đảng | = | HTXSNV | | |
K4 | BK | HTXSNV 2 năm liền | = | có | | | Điều 3 khoản 3
K5 | | Đang bị xem xét kỷ luật | = | có | | loại | Điều 4 khoản 4
K6 | | Ngày nộp hồ sơ | trước hoặc vào | 2025-12-10 | | | Điều 6${ballots === undefined ? '' : '\nK7 | CP | phiếu CP | >= | 80% thành viên | | | Điều 8'}`,
    ...(ballots === undefined ? {} : { 'Bỏ phiếu': ballots }),
  });
}

const BOTH: readonly (readonly [
  door: string,
  judge: (cells: ReturnType<typeof decision>) => Judgement | Promise<Judgement>,
])[] = [
  ['file', throughFile],
  ['Excel', throughExcel],
];

describe.each(BOTH)('through the door of a %s', (_, judgedBy) => {
  async function outcome(changes: Changes = {}) {
    const judgement = await judgedBy(decision(changes));
    const { awards } = judgement.evaluation;
    return {
      awards: Object.fromEntries(
        awards.map(({ id, status, units, fallback, places }) => [
          id,
          `${status} ${units.join(' ')}${fallback.length > 0 ? ` / ${fallback.join(' ')}` : ''} of ${String(places)}`,
        ]),
      ),
      why: (award: string, unit: string) =>
        awards
          .find(({ id }) => id === award)
          ?.why.get(unit)
          ?.map((reason) => reasonText(reason, 'vi', namesOf(judgement)))
          .join(' ') ?? '',
    };
  }

  test('the unit that leads is proposed for one flag with the other behind it, and gets no diploma', async () => {
    const { awards, why } = await outcome();
    expect(awards).toEqual({ CP: 'ok SB of 1', UBND: 'ok SB / SB of 1', BK: 'ok SA of 2' });
    expect(why('BK', 'SB')).toContain('Cờ thi đua của Chính phủ');
    expect(why('BK', 'SD')).toContain('Ngày nộp hồ sơ');
  });
  test('without the two columns the older pattern: nobody is left for the second flag', async () => {
    expect((await outcome({ awards: OLD_FLAGS })).awards).toEqual({
      CP: 'ok SB of 1',
      UBND: 'ok  of 1',
      BK: 'ok SA of 2',
    });
  });
  test('where a unit may have several awards, only the two columns keep the diploma from the flags', async () => {
    expect((await outcome({ one: 'không' })).awards).toEqual({
      CP: 'ok SB of 1',
      UBND: 'ok SB / SB of 1',
      BK: 'ok SA of 2',
    });
    expect((await outcome({ one: 'không', awards: OLD_FLAGS })).awards).toEqual({
      CP: 'ok SB of 1',
      UBND: 'ok SB of 1',
      BK: 'ok SB SA of 2',
    });
  });
  test('a date changed by hand gives the second diploma, and the reason is gone', async () => {
    const { awards, why } = await outcome({ unit: { SD: 'Sở D | không | HTXSNV | có | không | 2025-12-10 | có' } });
    expect(awards['BK']).toBe('ok SA SD of 2');
    expect(why('BK', 'SD')).not.toContain('Ngày nộp hồ sơ');
  });
  test('a blank fact: nothing that hangs on it is ok', async () => {
    const { awards } = await outcome({ unit: { SB: 'Sở B | có | | có | không | 2025-12-10 | có' } });
    expect(awards).toMatchObject({
      CP: expect.stringContaining('pending:'),
      UBND: expect.stringContaining('pending:'),
    });
  });
  test('the second round counts; the first alone fails; twice the same round is asked about', async () => {
    const rows = (...lines: readonly string[]): string =>
      [
        'Mã phiếu | Mã đơn vị | Vòng | Thành viên | Có mặt | Ý kiến bằng văn bản | Phát ra | Thu về | Hợp lệ | Đồng ý',
        ...lines,
      ].join('\n');
    const [first, second] = [
      'CP | SB | 1 | 15 | 12 | 3 | 15 | 15 | 15 | 11',
      'CP | SB | 2 | 15 | 12 | 3 | 15 | 15 | 15 | 13',
    ];
    expect((await outcome({ ballots: rows(first, second) })).awards['CP']).toBe('ok SB of 1');
    expect((await outcome({ ballots: rows(first) })).awards['CP']).toBe('ok  of 1');
    expect((await outcome({ ballots: rows(first, second.replace('| 2 |', '| 1 |')) })).awards['CP']).toContain(
      'pending:',
    );
  });
});
