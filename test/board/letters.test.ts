/** The letter back to a bloc: its faults by cell, as text, page and sheet; nothing of a stranger steers it. */
import { issue, type Issue } from '../../src/rules';
import { checkBytes, unreadableReport, type FileReport } from '../../src/board/check-workbook';
import { isEarlierLetter } from '../../src/board/output/earlier-answer';
import { letterText } from '../../src/board/output/letter';
import { letterFile, letterNames } from '../../src/board/output/letter-files';
import { letterPage } from '../../src/board/output/letter-page';
import { letterPlans } from '../../src/board/output/letter-sheet';
import { ok } from '../../src/sheets/door';
import { createPackage, readWorkbook } from '../../src/xlsx';
import { soundBloc, withResults } from './province/bloc';
import { BlocCells } from './province/bloc-cells';
import { Random } from './province/bloc';
import { edited } from './province/edit-xml';

const OPTIONS = { lang: 'vi', link: './nop/khoi-005.xlsx' } as const;

const bloc = soundBloc(5);
const second = bloc.judgement.evaluation.units.find(({ rank }) => rank === 2)?.id ?? '';
const where = new BlocCells(bloc, new Random(1), 5).score(second, 'II.1');
const wrong = checkBytes('khoi-005.xlsx', ok(edited(withResults(bloc.bytes), [{ place: where, value: 12 }])), {
  standard: null,
  blocs: null,
  withJson: false,
  lang: 'vi',
});

test('as text: whose workbook, one line for the typed 12 with what is and should be, the rest folded, blanks for who and when', () => {
  const lines = letterText(wrong, OPTIONS).split('\n');
  expect(lines[0]).toBe('PHIẾU ĐỀ NGHỊ CHỈNH SỬA SỔ CHẤM ĐIỂM');
  expect(lines).toEqual(
    expect.arrayContaining([
      'Kính gửi: Khối thi đua số 005',
      'Sổ: khoi-005.xlsx',
      'Năm: 2025',
      expect.stringMatching(/^Mã số liệu: [0-9a-f]{8}$/),
      expect.stringContaining('còn 1 lỗi cần sửa'),
      expect.stringMatching(/^1\. Chấm điểm, ô [A-Z]+11: /),
      '   Đang ghi: 12',
      '   Cần là: ≤ 8',
      expect.stringMatching(/^ {3}Kéo theo \d\d chỗ khác: .*Kết quả .*; và \d+ chỗ nữa\.$/),
      expect.stringMatching(/^Gửi lại trước ngày: …/),
      expect.stringMatching(/^Người thẩm định: …/),
    ]),
  );
  expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(1);
});

test('the folders of whoever checks are not told', () => {
  const twin = issue(
    'workbook-duplicate',
    { sheet: 'Thông tin', row: 0, column: 0 },
    { params: { file: '/nop/B/khoi-2.xlsx' } },
  );
  const text = letterText({ ...wrong, file: 'C:\\nop\\khoi-1.xlsx', issues: [twin] }, OPTIONS);
  expect(text).toContain('Sổ: khoi-1.xlsx');
  expect(text).toContain('khoi-2.xlsx');
  expect(text).not.toMatch(/nop/);
});

test('of a cụm the letter says cụm; in English it is English', () => {
  const cluster = { ...wrong, bloc: { ...wrong.bloc, kind: 'cluster', name: 'Cụm số 1' } } as const;
  expect(letterText(cluster, OPTIONS)).toContain('đề nghị cụm tính và ghi lại');
  expect(letterText(wrong, { lang: 'en' })).toMatch(/1 error to be corrected[\s\S]*It upsets \d+ other places/);
});

test('an unreadable workbook: sent again, not corrected cell by cell', () => {
  const text = letterText(unreadableReport('a.xlsx', { code: 'file-encrypted' }, 'vi'), OPTIONS);
  expect(text).toContain('chưa đọc được');
  expect(text).toContain('1. Cả sổ: Tệp đang đặt mật khẩu.');
  expect(text).not.toContain('Mã số liệu');
});

describe('texts of strangers', () => {
  const NAME = '=HYPERLINK("http://x","y")<script>alert(1)</script>\u202e';
  const sly: FileReport = {
    ...wrong,
    file: `${NAME}.xlsx`,
    bloc: { ...wrong.bloc, name: NAME },
    issues: [
      issue('code-unknown', { sheet: `Chấm "điểm' ${NAME}`, row: 1, column: 1 }, { received: NAME, unit: NAME }),
    ] as readonly Issue[],
  };
  test('become no markup, no formula, no control of a terminal', () => {
    const page = letterPage(sly, OPTIONS);
    expect(page).not.toMatch(/<script|\u202e/u);
    expect(page).toContain('&#60;script&#62;');
    expect(letterText(sly, OPTIONS)).not.toMatch(/\u202e/u);
    const formulas = letterPlans(sly, OPTIONS).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.formula ?? [])),
    );
    // Doubled quotation marks end no text.
    for (const formula of formulas) expect(formula).toMatch(/^HYPERLINK\("(?:[^"]|"")*","(?:[^"]|"")*"\)$/u);
    expect(readWorkbook(createPackage(letterPlans(sly, OPTIONS))).ok).toBe(true);
  });
});

test('the sheet: cells lead to those of the workbook, the page prints on A4', () => {
  const [plan] = letterPlans(wrong, OPTIONS);
  const cells = plan?.rows.flatMap((row) => row.cells) ?? [];
  expect(cells.find((cell) => cell?.formula)?.formula).toMatch(
    /^HYPERLINK\("\[\.\/nop\/khoi-005\.xlsx\]'Chấm điểm'![A-Z]+11","Chấm điểm, ô [A-Z]+11"\)$/,
  );
  expect(plan?.print?.orientation).toBe('landscape');
});

test('names: no folder, no sign of a stranger, no two alike; letters are known again, workbooks are none', () => {
  const files = ['nop/Khối 003.xlsx', 'nop/b/khoi-003.XLSX', '..\\..\\x$(rm).xlsx', '?.xlsx', 'nop/khoi-003-2.xlsx'];
  const names = [...letterNames(files, 'html', 'vi').values()];
  expect(names).toEqual([
    'phieu-sua-khoi-003.html',
    'phieu-sua-khoi-003-2.html',
    'phieu-sua-x-rm.html',
    'phieu-sua.html',
    'phieu-sua-khoi-003-2-2.html',
  ]);
  for (const format of ['html', 'xlsx', 'txt'] as const)
    expect(isEarlierLetter(letterFile(wrong, format, OPTIONS))).toBe(true);
  expect([isEarlierLetter(bloc.bytes), isEarlierLetter(new TextEncoder().encode('x'))]).toEqual([false, false]);
});
