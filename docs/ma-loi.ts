/** Writes docs/ma-loi.md, the page of all issue codes, from the catalogue: `npx tsx docs/ma-loi.ts`. */
import { writeFileSync } from 'node:fs';
import { ISSUE_SEVERITY, type IssueCode, type Severity } from '../src/rules';
import { codeText, ISSUE_GROUPS } from '../src/text/issues';

export const PAGE = 'docs/ma-loi.md';

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = {
  error: 'lỗi / error',
  warning: 'cảnh báo / warning',
  info: 'ghi chú / info',
};
const GROUP_TITLES: Readonly<Record<keyof typeof ISSUE_GROUPS, string>> = {
  structure: 'Cấu trúc sổ / Structure',
  cells: 'Ô, số liệu và tổng / Cells, data and sums',
  rules: 'Quy tắc trong sổ / Rules of the workbook',
  outcome: 'Kết quả / Outcome',
  papers: 'Giấy tờ Word / Word papers',
  board: 'Thẩm định nhiều sổ và tệp / The Board’s check, files',
};

const INTRODUCTION = `# Mã lỗi

Trang này được tạo từ danh mục trong \`src/text\` bằng \`npx tsx docs/ma-loi.ts\`; không sửa tay.

Mỗi phát hiện có một mã không đổi giữa các phiên bản, mức độ, ô cần xem, giá trị đang có và giá trị
cần có. Dấu “…” là chỗ chương trình điền giá trị của sổ đang kiểm tra. Còn **lỗi** thì chưa xuất
\`Kết quả\` và \`Báo cáo\`; **cảnh báo** và **ghi chú** không chặn.

This page is generated from the catalogue. Codes are stable. “…” stands for what the program fills in.
`;

/** The whole page. */
export function issueCodesPage(): string {
  const groups = Object.entries(ISSUE_GROUPS).map(([group, texts]) => {
    const title = Object.entries(GROUP_TITLES).find(([name]) => name === group)?.[1] ?? group;
    const codes = Object.keys(texts).filter((code): code is IssueCode => code in ISSUE_SEVERITY);
    return `## ${title}\n\n${codes.map(codeEntry).join('\n')}`;
  });
  return `${INTRODUCTION}\n${groups.join('\n')}`;
}

function codeEntry(code: IssueCode): string {
  const vi = codeText(code, 'vi');
  const en = codeText(code, 'en');
  return `### \`${code}\` (${SEVERITY_WORDS[ISSUE_SEVERITY[code]]})

- ${vi.what} ${vi.why} **${vi.how}**
- *${en.what} ${en.why} ${en.how}*
`;
}

if (process.argv[1]?.endsWith('ma-loi.ts') === true) writeFileSync(PAGE, issueCodesPage());
