/** What a regulation cannot mean: each mistake has its sentence, which names it and says what may stand there, and no award rests on it. */
import type { IssueCode } from '../../../src/rules';
import { issueText } from '../../../src/text';
import { awards, ballots, bands, condition, evaluationOf, levels, scores, setting, type Sheets } from './small-book';

const VOTE = condition('K | CP | phiếu CP | >= | 80% thành viên');
const SHARES = ['A | T | 100 | 90', 'B | T | 100 | 89', 'C | T | 100 | 87'];
const GRADED = {
  'Xếp loại': 'Xếp loại | Từ điểm\nXuất sắc | 80\nTốt | 90\nKhá |',
  ...condition('K | | xếp loại | thuộc | Xuất sắc; Tốt'),
};

test.each<[mistake: string, sheets: Sheets, code: IssueCode, says: readonly string[], waiting: readonly string[]]>([
  ['a fall-back circle', awards('Nếu không được thì', 'UBND', 'CP'), 'setting-invalid', ['CP', 'BK'], ['UBND', 'BK']],
  [
    'two flags that exclude nobody but themselves',
    { ...setting('Mỗi đơn vị một hình thức', 'không'), ...awards('Không kèm', 'CP', 'UBND') },
    'setting-invalid',
    ['CP', 'không có'],
    ['CP', 'UBND', 'BK'],
  ],
  ['a longer circle', awards('Nếu không được thì', 'UBND', 'BK', 'CP'), 'setting-invalid', ['CP', 'để trống'], ['BK']],
  [
    'an award that falls back to itself',
    awards('Nếu không được thì', 'CP'),
    'setting-invalid',
    ['CP', 'UBND; BK'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'an award excluding itself',
    awards('Không kèm', 'CP'),
    'setting-invalid',
    ['CP', 'UBND; BK; không có'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'a level named twice in a unit',
    { ...levels('Tự chấm', 'Khối chấm', 'Điểm thống nhất') },
    'header-ambiguous',
    ['Điểm thống nhất'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'a level named twice in the order',
    setting('Thứ tự cấp', 'khối chấm; khối chấm'),
    'setting-invalid',
    ['khối chấm'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'bands out of order',
    bands('90%: 3; 88%: 2; 95%: 4', ...SHARES),
    'setting-invalid',
    ['90%: 3; 88%: 2; 95%: 4', '88%: 2; 90%: 3; 100%: 5'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'bands that overlap',
    bands('88%: 2; 88%: 3', ...SHARES),
    'setting-invalid',
    ['88%: 2; 88%: 3'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'bands with ends that overlap',
    bands('88% - 90%: 2; 89% - 95%: 3', ...SHARES),
    'setting-invalid',
    ['88% - 90%'],
    ['CP', 'UBND', 'BK'],
  ],
  ['grades out of order', GRADED, 'band-order', ['90', '80'], ['CP', 'UBND', 'BK']],
  [
    'written opinions above the members',
    { ...VOTE, ...ballots('CP | A | 1 | 15 | | 16 | | | | 12') },
    'ballot-impossible',
    ['16', '15'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'present and written above the members',
    { ...VOTE, ...ballots('CP | A | 1 | 15 | 13 | 3 | 15 | 15 | 15 | 12') },
    'ballot-impossible',
    ['16', '15'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'a second round without a first',
    { ...VOTE, ...ballots('CP | A | 2 | 15 | 12 | 3 | 15 | 15 | 15 | 12') },
    'ballot-impossible',
    ['có vòng 2 mà chưa có vòng 1'],
    ['CP', 'UBND', 'BK'],
  ],
  [
    'a code that fits two places',
    {
      'Tiêu chí':
        'Mã | Nội dung | Điểm tối đa\nA | Nhiệm vụ |\n1 | Chuyên môn | 60\nB | Phong trào |\n1 | Thi đua | 40',
      ...scores(
        'A | Nhiệm vụ | | | |',
        '1 | Khảo sát | | 55 | 50 | 45',
        'B | Phong trào | | | |',
        '1 | Thi đua | | 40 | 35 | 30',
      ),
    },
    'code-unknown',
    ['A.1', 'B.1'],
    ['CP', 'UBND', 'BK'],
  ],
])('%s', (_, sheets, code, says, waiting) => {
  const { issues, awards: results } = evaluationOf(sheets);
  const found = issues.filter((one) => one.code === code && one.severity === 'error');
  expect(issues.filter(({ severity }) => severity === 'error').map((one) => one.code)).toContain(code);
  const { what, how } = issueText(found[0] ?? (issues[0] as never), 'vi');
  for (const part of says) expect(`${what} ${how}`).toContain(part);
  expect(`${what} ${how}`).not.toMatch(/[{}…]/u);
  expect(results.filter(({ status }) => status !== 'ok').map(({ id }) => id)).toEqual(waiting);
});
