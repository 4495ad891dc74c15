import type { Reason } from '../../../src/rules';
import { notRankedText, reasonText, shownValue, type Names } from '../../../src/text';

const NAMES: Names = {
  unit: (id) => ({ SYT: 'Sở Y tế', SNV: 'Sở Nội vụ' })[id] ?? id,
  award: (id) => ({ CP: 'Cờ thi đua của Chính phủ' })[id] ?? id,
  condition: (id) =>
    ({
      P1: { field: 'phiếu CP', expected: '>= 80% thành viên', code: null, ballot: 'CP' },
      L1: { field: 'Kỷ luật', expected: '= không', code: 'L1', ballot: null },
    })[id],
};
const reason = (some: Partial<Reason>): Reason => ({
  code: 'granted',
  condition: null,
  expected: null,
  actual: null,
  place: null,
  basis: null,
  params: {},
  ...some,
});

describe('the sentence of a reason', () => {
  test.each<[string, Partial<Reason>, string]>([
    ['a place by rank', { code: 'granted' }, 'Được đề nghị: đủ điều kiện và trong số suất theo thứ hạng.'],
    [
      'a failed threshold with cell and clause',
      {
        code: 'condition-failed',
        condition: 'ĐK3',
        expected: '>= 90',
        actual: '89.99',
        params: { field: 'tổng điểm' },
        place: { sheet: 'Điều kiện', row: 5, column: 0 },
        basis: 'Điều 7 Quy chế',
      },
      'Không đạt điều kiện “tổng điểm ≥ 90”; thực tế: 89,99 (ô Điều kiện!A6; căn cứ: Điều 7 Quy chế).',
    ],
    [
      'a row of an "or" group',
      {
        code: 'condition-failed',
        condition: 'A',
        expected: 'in HTXSNV; HTTNV',
        actual: 'HTNV',
        params: { field: 'Xếp loại nhiệm vụ', group: 'N1' },
      },
      'Không đạt điều kiện “Xếp loại nhiệm vụ thuộc HTXSNV; HTTNV” – đạt một trong nhóm N1; thực tế: HTNV.',
    ],
    [
      'a day',
      {
        code: 'condition-failed',
        condition: 'B',
        expected: 'onOrBefore 2025-12-15',
        actual: '2025-12-16',
        params: { field: 'Ngày nộp hồ sơ' },
      },
      'Không đạt điều kiện “Ngày nộp hồ sơ trước hoặc vào 15/12/2025”; thực tế: 16/12/2025.',
    ],
    [
      'a ballot by the name of its award',
      {
        code: 'condition-failed',
        condition: 'P1',
        expected: '>= 80% thành viên',
        actual: '11/15',
        params: { field: 'phiếu CP' },
      },
      'Không đạt điều kiện “phiếu Cờ thi đua của Chính phủ ≥ 80% thành viên”; thực tế: 11/15.',
    ],
    [
      'the code of a condition where another row asks the same',
      { code: 'barred', condition: 'L1', expected: '= không', actual: 'false', params: { field: 'Kỷ luật' } },
      'Thuộc trường hợp không được đề nghị “Kỷ luật = không” (L1); thực tế: không.',
    ],
    [
      'an unknown fact, with what follows from each answer',
      {
        code: 'condition-unknown',
        condition: 'ĐK2',
        expected: '= có',
        params: { field: 'Kỷ luật', ifTrue: 'SYT', ifFalse: 'SNV / ' },
      },
      'Chưa xác định được điều kiện “Kỷ luật = có”; hiện có: chưa có dữ liệu. Nếu đủ điều kiện thì đề nghị: Sở Y tế; nếu không: Sở Nội vụ / không đơn vị nào.',
    ],
    [
      'an unknown outcome without a condition of its own',
      { code: 'condition-unknown' },
      'Chưa xác định được: dữ liệu trong sổ còn thiếu hoặc sai.',
    ],
    [
      'a bar',
      { code: 'barred', condition: 'ĐK2', expected: '= có', actual: 'true', params: { field: 'Kỷ luật' } },
      'Thuộc trường hợp không được đề nghị “Kỷ luật = có”; thực tế: có.',
    ],
    [
      'the last place taken',
      { code: 'outranked', params: { unit: 'SYT', total: '95.6', own: '94.1' } },
      'Hết suất: suất cuối thuộc về Sở Y tế (95,6 điểm); đơn vị đạt 94,1 điểm.',
    ],
    ['no place at all', { code: 'outranked', params: { own: '94.1' } }, 'Hết suất; đơn vị đạt 94,1 điểm.'],
    [
      'a place that the rule gives to none of the tied',
      { code: 'outranked', params: { unit: 'SYT', total: '95.6', own: '94.1', excluded: 'SYT; STP' } },
      'Bằng nhau ở suất cuối (Sở Y tế; STP) nhiều hơn số suất còn lại; theo quy tắc, không đơn vị nào từ đó trở xuống nhận suất này; đơn vị đạt 94,1 điểm.',
    ],
    [
      'another award',
      { code: 'holds-other', params: { award: 'CP' } },
      'Đã được đề nghị Cờ thi đua của Chính phủ; mỗi đơn vị một hình thức.',
    ],
    [
      'no rank',
      { code: 'not-ranked', params: { missing: 'score-missing' } },
      'Chưa được xếp hạng nên chưa xét (Chưa đủ điểm).',
    ],
    [
      'a tie',
      { code: 'tied', params: { units: 'SYT; SNV' } },
      'Bằng nhau ở suất cuối (Sở Y tế; Sở Nội vụ); chờ hội nghị quyết định.',
    ],
    ['an award above', { code: 'upstream' }, 'Chờ kết quả của hình thức xếp trên.'],
  ])('%s', (_, some, sentence) => {
    expect(reasonText(reason(some), 'vi', NAMES)).toBe(sentence);
    expect(reasonText(reason(some), 'en', NAMES)).not.toBe('');
  });

  test.each([
    ['12/15', '12/15'],
    ['244/3', '244/3'],
    ['-0.5', '-0,5'],
    ['9.5', '9,5'],
    ['HTXSNV', 'HTXSNV'],
    ['false', 'không'],
  ])('shows %s as %s', (value, shown) => {
    expect(shownValue(value, 'vi')).toBe(shown);
  });

  test('of a unit without rank names the recorded reason, or sends to the issues for what has no phrase', () => {
    expect(notRankedText('recorded', 'Mới thành lập', 'vi')).toBe('Không xếp hạng: Mới thành lập');
    expect(notRankedText('cell-error', null, 'vi')).toBe(
      'Chưa có tổng điểm: điểm hoặc số liệu có lỗi, xem trang tính Kiểm tra',
    );
  });
});
