/** The sheet `Giải trình`: for every unit and every award the reasons. */
import { cellName, type AwardResult, type Reason, type UnitId } from '../rules';
import { awardStatusText, formatScore, notRankedText, reasonText, tieBrokenText, tiedText, type Lang } from '../text';
import { addStamp, warningFooter, warningsOf } from './letterhead';
import { namesOf, type Judgement } from './judgement';
import type { PlanCell, SheetPlan } from './plan';
import { SheetDraft } from './plan-draft';
import { cell, printSetup, sheetPlan } from './plan-parts';
import { resultRows } from './results-rows';
import { stampText, type Stamp } from './stamp';

const COLUMNS = [['Đơn vị', 26], ['Hạng', 7], ['Tổng điểm', 9], ['Hình thức', 24], ['Kết luận', 15], ['Lý do', 40], ['Ô', 16]] as const;

type Verdict = 'proposed' | 'open' | 'notProposed';
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { proposed: 'Đề nghị', open: 'Chưa chốt', notProposed: 'Không đề nghị' };
const NOT_OPEN: ReadonlySet<Reason['code']> = new Set(['denied', 'condition-failed', 'barred', 'not-ranked', 'holds-other']);

function verdictOf({ status, units }: AwardResult, unit: UnitId, reasons: readonly Reason[]): Verdict {
  if (units.includes(unit)) return 'proposed';
  return status.startsWith('pending') && !reasons.some(({ code }) => NOT_OPEN.has(code)) ? 'open' : 'notProposed';
}

export function explanationsSheet(judgement: Judgement, name: string, stamp: Stamp): SheetPlan {
  const { book, evaluation } = judgement;
  const names = namesOf(judgement);
  const draft = new SheetDraft(COLUMNS.map(([, width]) => width));
  draft.line('GIẢI TRÌNH KẾT QUẢ ĐỀ NGHỊ KHEN THƯỞNG', 'title', 28);
  draft.line('Mỗi đơn vị, mỗi hình thức: vì sao được hoặc không được đề nghị.', 'subtitle');
  for (const warning of warningsOf(judgement)) draft.line(warning, 'warning');
  const header = draft.record(COLUMNS.map(([text]) => cell(text, 'header')));
  for (const { result } of resultRows(judgement)) {
    for (const award of evaluation.awards) {
      const reasons = award.why.get(result.id) ?? [];
      draft.record([
        cell(names.unit(result.id), 'textTop'),
        cell(result.rank ?? '–', 'centerTop'),
        cell(result.total === null ? '–' : formatScore(result.total, book.settings.totalDecimals, 'vi'), 'centerTop'),
        cell(award.name, 'textTop'),
        cell(VERDICT_WORDS[verdictOf(award, result.id, reasons)], 'textTop'),
        cell(reasons.map((reason) => reasonText(reason, 'vi', names)).join('\n'), 'textTop'),
        placeCell(reasons),
      ]);
    }
  }
  draft.gap(6);
  addStamp(draft, stamp);
  return sheetPlan({ name, columns: draft.widths.map((width) => ({ width })), rows: draft.rows }, {
    merges: draft.merges,
    freeze: { rows: header + 1, columns: 1 },
    print: printSetup('landscape', { top: 0, bottom: draft.next - 1, left: 0, right: draft.last }, { first: header, last: header }, { footer: warningFooter(judgement) }),
    stamp: stampText(stamp),
    tabColor: '#1F6F43',
  });
}

/** A link to the cell the first reason rests on. */
function placeCell(reasons: readonly Reason[]): PlanCell {
  const place = reasons.find((reason) => reason.place !== null)?.place ?? null;
  if (place === null) return cell('', 'textTop');
  return { value: `${place.sheet}!${cellName(place)}`, style: 'link', link: { sheet: place.sheet, cell: cellName(place) } };
}

const LINE_WORDS = {
  vi: { total: 'tổng điểm', rank: 'hạng', provisional: 'tạm tính' },
  en: { total: 'total', rank: 'rank', provisional: 'provisional' },
} as const;

/** The same for one unit as lines of text; all awards when `award` is null. */
export function explanationLines(judgement: Judgement, unit: UnitId, award: string | null, lang: Lang): string[] {
  const { book, evaluation } = judgement;
  const names = namesOf(judgement);
  const result = evaluation.units.find(({ id }) => id === unit);
  if (result === undefined) return [];
  const words = LINE_WORDS[lang];
  const facts = [
    result.total === null ? null : `${words.total} ${formatScore(result.total, book.settings.totalDecimals, lang)}`,
    result.rank === null ? null : `${words.rank} ${String(result.rank)}${result.provisional ? ` (${words.provisional})` : ''}`,
    result.grade,
    result.notRanked === null ? null : notRankedText(result.notRanked, book.units.find(({ id }) => id === unit)?.notRanked ?? null, lang),
    result.tieBrokenBy === null ? null : tieBrokenText(result.tieBrokenBy, lang),
    result.tiedWith.length === 0 ? null : tiedText(result.tiedWith.map((id) => names.unit(id)), lang),
  ].filter((fact) => fact !== null);
  const awards = evaluation.awards.filter(({ id }) => award === null || id === award);
  return [
    `${names.unit(unit)}: ${facts.join('; ')}`,
    ...awards.flatMap((one) => [
      `- ${one.name} (${awardStatusText(one.status, lang)})`,
      ...(one.why.get(unit) ?? []).map((reason) => `    ${reasonText(reason, lang, names)}`),
    ]),
  ];
}
