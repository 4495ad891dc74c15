/** The sheet `Kiểm tra`: every issue, with a link to its cell. */
import { cellName, type Issue, type Severity } from '../rules';
import { issueSides, issueText } from '../text';
import { SEVERITY_TEXTS } from '../text/board';
import { CHECK_LINES } from '../text/sheets';
import { addStamp, warningFooter, warningsOf } from './letterhead';
import { namesOf, type Judgement } from './judgement';
import { isEmptyCell, progressOf, type Progress } from './progress';
import type { PlanCell, SheetPlan } from '../sheets/plan';
import { SheetDraft } from '../sheets/plan-draft';
import { cell, printSetup, sheetPlan } from '../sheets/plan-parts';
import { stampText, type Stamp } from '../sheets/stamp';

const COLUMNS = [
  ['Mức', 10],
  ['Sheet', 12],
  ['Ô', 7],
  ['Đơn vị', 20],
  ['Tiêu chí', 9],
  ['Đang là', 12],
  ['Cần là', 14],
  ['Nội dung', 39],
  ['Cách sửa', 32],
] as const;
/** For those who look a finding up; beside what is printed. */
const CODE = { header: 'Mã lỗi', width: 22 } as const;

export function issuesSheet(judgement: Judgement, name: string, stamp: Stamp): SheetPlan {
  const progress = progressOf(judgement);
  const issues = judgement.evaluation.issues.filter((found) => !isEmptyCell(found));
  const draft = new SheetDraft(
    COLUMNS.map(([, width]) => width),
    [CODE.width],
  );
  draft.line(CHECK_LINES.title, 'title', 28);
  draft.line(
    [
      ...(progress.empty > 0 ? [CHECK_LINES.progress(progress.cells - progress.empty, progress.cells)] : []),
      summary(issues),
    ].join(' '),
    'subtitle',
  );
  for (const warning of warningsOf(judgement)) draft.line(warning, 'warning');
  const header =
    issues.length === 0 && progress.units.length === 0
      ? null
      : draft.record([...COLUMNS.map(([text]) => cell(text, 'header')), cell(CODE.header, 'header')]);
  for (const unit of progress.units) draft.record(emptyCells(judgement, unit));
  for (const issue of issues) draft.record(issueCells(judgement, issue));
  draft.gap(6);
  addStamp(draft, stamp);
  const titleRows = header === null ? null : { first: header, last: header };
  return sheetPlan(
    { name, columns: [...draft.widths, CODE.width].map((width) => ({ width })), rows: draft.rows },
    {
      merges: draft.merges,
      freeze: header === null ? null : { rows: header + 1, columns: 0 },
      print: printSetup('landscape', { top: 0, bottom: draft.next - 1, left: 0, right: draft.last }, titleRows, {
        footer: warningFooter(judgement),
      }),
      stamp: stampText(stamp),
      tabColor: issues.some(({ severity }) => severity === 'error') ? '#B00020' : '#1F6F43',
    },
  );
}

function summary(issues: readonly Issue[]): string {
  const count = (severity: Severity): number => issues.filter((issue) => issue.severity === severity).length;
  return issues.length === 0
    ? CHECK_LINES.none
    : CHECK_LINES.counts({ error: count('error'), warning: count('warning'), info: count('info') });
}

/** So many cells of one unit are named. */
const NAMED = 20;

/** One row for all cells of a unit that wait for their scores: they are not wrong, only empty. */
function emptyCells(judgement: Judgement, { unit, missing, empty, cells }: Progress['units'][number]): PlanCell[] {
  const place = missing[0]?.place ?? null;
  const address = place === null ? '' : cellName(place);
  const named = missing
    .slice(0, NAMED)
    .flatMap((found) =>
      found.place === null
        ? []
        : [`${found.place.sheet === place?.sheet ? '' : `${found.place.sheet}!`}${cellName(found.place)}`],
    );
  return [
    cell(CHECK_LINES.empty, 'textTop'),
    cell(place?.sheet ?? '', 'textTop'),
    place === null
      ? cell('', 'textTop')
      : { value: address, style: 'link', link: { sheet: place.sheet, cell: address } },
    cell(namesOf(judgement).unit(unit), 'textTop'),
    cell('', 'textTop'),
    cell('', 'textTop'),
    cell('', 'textTop'),
    cell(CHECK_LINES.emptyCells(empty, cells, named, missing.length <= NAMED), 'textTop'),
    cell(CHECK_LINES.fill, 'textTop'),
    cell([...new Set(missing.map(({ code }) => code))].join(', '), 'textTop'),
  ];
}

function issueCells(judgement: Judgement, issue: Issue): PlanCell[] {
  const { what, why, how } = issueText(issue, 'vi');
  const { received, expected } = issueSides(issue, 'vi');
  const names = namesOf(judgement);
  const { place } = issue;
  const address = place === null ? '' : cellName(place);
  return [
    cell(SEVERITY_TEXTS.vi[issue.severity], issue.severity === 'error' ? 'error' : 'textTop'),
    cell(place?.sheet ?? '', 'textTop'),
    place === null
      ? cell('', 'textTop')
      : { value: address, style: 'link', link: { sheet: place.sheet, cell: address } },
    cell(issue.unit === undefined ? '' : names.unit(issue.unit), 'textTop'),
    cell(issue.criterion ?? '', 'textTop', '@'),
    cell(received, 'textTop', '@'),
    cell(expected, 'textTop', '@'),
    cell([what, why].filter(Boolean).join(' '), 'textTop'),
    cell(how, 'textTop'),
    cell(issue.code, 'textTop'),
  ];
}
