/** The sheet `Giải trình`: for every unit and every award the reasons. */
import {
  cellName,
  largestFirst,
  levelDifferences,
  type AwardResult,
  type BookNames,
  type LevelDifference,
  type Place,
  type Reason,
  type UnitId,
} from '../rules';
import {
  levelDifferencesTitle,
  levelDifferenceText,
  reasonText,
  smallerDifferencesText,
  totalText,
  type Names,
} from '../text';
import { EXPLANATION_LINES, STANDING_TEXTS } from '../text/sheets';
import { addStamp, warningFooter, warningsOf } from './letterhead';
import { namesOf, type Judgement } from './judgement';
import type { PlanCell, SheetPlan } from '../sheets/plan';
import { SheetDraft } from '../sheets/plan-draft';
import { cell, printSetup, sheetPlan } from '../sheets/plan-parts';
import { resultRows } from './results-rows';
import { stampText, type Stamp } from '../sheets/stamp';
import { verdictOf, type Verdict } from './standings';

const COLUMNS = [
  ['Đơn vị', 26],
  ['Hạng', 7],
  ['Tổng điểm', 8],
  ['Hình thức', 26],
  ['Kết luận', 18],
  ['Lý do', 51],
  ['Ô', 16],
] as const;

/** `changed`: the line of `Kết quả` that tells of changes. */
export function explanationsSheet(
  judgement: Judgement,
  name: string,
  stamp: Stamp,
  changed: PlanCell | null,
): SheetPlan {
  const { book, evaluation } = judgement;
  const names = namesOf(judgement);
  const draft = new SheetDraft(COLUMNS.map(([, width]) => width));
  draft.line(EXPLANATION_LINES.title, 'title', 28);
  draft.line(EXPLANATION_LINES.about, 'subtitle');
  for (const warning of warningsOf(judgement)) draft.line(warning, 'warning');
  const repeatFrom = draft.next;
  if (changed !== null) draft.add([{ from: 0, to: draft.last, cell: changed }]);
  if (evaluation.awards.length === 0) draft.line(EXPLANATION_LINES.noAwards, 'paragraph');
  const header = evaluation.awards.length === 0 ? null : draft.record(COLUMNS.map(([text]) => cell(text, 'header')));
  // Of criteria only: on the sheet of reasons no total stands beside the one that counts.
  const differences = largestFirst(levelDifferences(book)).filter(({ criterion }) => criterion !== null);
  for (const { result } of resultRows(judgement)) {
    for (const { awards, verdict, text, reasons } of grouped(evaluation.awards, result.id, names)) {
      draft.record([
        cell(names.unit(result.id), 'textTop'),
        cell(result.rank ?? '–', 'centerTop'),
        cell(totalText(result, book.settings.totalDecimals, 'vi'), 'centerTop'),
        cell(awards.join('\n'), 'textTop'),
        cell(STANDING_TEXTS[verdict], 'textTop'),
        cell(text, 'textTop'),
        placeCell(reasons),
      ]);
    }
    const differing = differences.filter(({ unit }) => unit === result.id);
    if (differing.length > 0 && header !== null)
      draft.record([
        cell(names.unit(result.id), 'textTop'),
        cell(result.rank ?? '–', 'centerTop'),
        cell(totalText(result, book.settings.totalDecimals, 'vi'), 'centerTop'),
        cell(levelDifferencesTitle(names, 'vi'), 'textTop'),
        cell('', 'textTop'),
        cell(differencesText(differing, names), 'textTop'),
        placeCell(differing),
      ]);
  }
  draft.gap(6);
  addStamp(draft, stamp);
  return sheetPlan(
    { name, columns: draft.widths.map((width) => ({ width })), rows: draft.rows },
    {
      merges: draft.merges,
      freeze: header === null ? null : { rows: header + 1, columns: 1 },
      print: printSetup(
        'landscape',
        { top: 0, bottom: draft.next - 1, left: 0, right: draft.last },
        header === null ? null : { first: repeatFrom, last: header },
        { footer: warningFooter(judgement) },
      ),
      stamp: stampText(stamp),
      tabColor: '#1F6F43',
    },
  );
}

/** Of a unit's differences as many are printed; the rest stand in the workbook and in `explain`. */
const PRINTED_DIFFERENCES = 5;

function differencesText(differing: readonly LevelDifference[], names: BookNames): string {
  const more = differing.length - PRINTED_DIFFERENCES;
  return [
    ...differing.slice(0, PRINTED_DIFFERENCES).map((found) => levelDifferenceText(found, names, 'vi')),
    ...(more > 0 ? [smallerDifferencesText(more, 'vi')] : []),
  ].join('\n');
}

interface SharedReason {
  readonly awards: readonly string[];
  readonly verdict: Verdict;
  readonly text: string;
  readonly reasons: readonly Reason[];
}

/** The awards of a unit in their order; those with the same verdict for the same reasons together, so that it is said once. */
function grouped(awards: readonly AwardResult[], unit: UnitId, names: Names): SharedReason[] {
  const groups = new Map<string, { awards: string[]; verdict: Verdict; text: string; reasons: readonly Reason[] }>();
  for (const award of awards) {
    const reasons = award.why.get(unit) ?? [];
    const verdict = verdictOf(award, unit, reasons);
    const text = reasons.map((reason) => reasonText(reason, 'vi', names)).join('\n');
    const same = groups.get(`${verdict} ${text}`);
    if (same === undefined) groups.set(`${verdict} ${text}`, { awards: [award.name], verdict, text, reasons });
    else same.awards.push(award.name);
  }
  return [...groups.values()];
}

/** A link to the cell the first reason rests on. */
function placeCell(reasons: readonly { readonly place: Place | null }[]): PlanCell {
  const place = reasons.find((reason) => reason.place !== null)?.place ?? null;
  if (place === null) return cell('', 'textTop');
  return {
    value: `${place.sheet}!${cellName(place)}`,
    style: 'link',
    link: { sheet: place.sheet, cell: cellName(place) },
  };
}
