/** What frames a printed sheet by Decree 30/2020: letterhead, warnings, signatures, stamp. */
import type { AwardStatus, Book } from '../rules';
import { awardStatusText, blocWord } from '../text';
import { WARNING_LINES } from '../text/sheets';
import type { Judgement } from './judgement';
import { numberLine, placeAndDate, type PaperType } from './office-lines';
import type { SheetDraft } from '../sheets/plan-draft';
import { cell } from '../sheets/plan-parts';
import { textRoom, textWidth } from '../sheets/text-width';
import { printedStamp, type Stamp } from '../sheets/stamp';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** The share of the width that the issuing body takes: 62 of 165 mm. */
const BODY_SHARE = 0.36;

/** Printed wherever results are shown although there are errors. */
const NOT_FOR_USE = 'CÒN LỖI – CHƯA DÙNG ĐỂ BÌNH XÉT';

/** Points of one underscore of the style `rule`. */
const RULE_POINTS = 3;

/** A solid line of so many points. */
const rule = (points: number): string => '_'.repeat(Math.max(1, Math.round(points / RULE_POINTS)));

/** With number and symbol where `type` says what kind of paper it is. */
export function addLetterhead(draft: SheetDraft, { info }: Book, type: PaperType | null = null): void {
  const left = draft.columnAt(BODY_SHARE);
  const pair = (
    body: string,
    bodyStyle: 'letterhead' | 'letterheadBold',
    nation: string,
    nationStyle: 'letterheadBold' | 'letterheadMotto' | 'letterheadDate',
  ): void => {
    draft.add([
      { from: 0, to: left, cell: cell(body, bodyStyle) },
      { from: left + 1, to: draft.last, cell: cell(nation, nationStyle) },
    ]);
  };
  pair(info.governingBody.toLocaleUpperCase('vi'), 'letterhead', NATION, 'letterheadBold');
  pair(info.name.toLocaleUpperCase('vi'), 'letterheadBold', MOTTO, 'letterheadMotto');
  // Below the issuing body a line of a third to a half of its length, below the motto one as long as the motto.
  const issuer = Math.min(textWidth(info.name.toLocaleUpperCase('vi'), 12, 'bold'), textRoom(draft.width(0, left)));
  draft.add(
    [
      { from: 0, to: left, cell: cell(rule(issuer * 0.42), 'rule') },
      { from: left + 1, to: draft.last, cell: cell(rule(textWidth(MOTTO, 13, 'bold')), 'rule') },
    ],
    0,
    10,
  );
  pair(type === null ? '' : numberLine(info, type), 'letterhead', placeAndDate(info), 'letterheadDate');
}

/** Everything that keeps the results from being final, each as one line; none when they are. */
export function warningsOf({ evaluation }: Pick<Judgement, 'evaluation'>): string[] {
  const hasErrors = evaluation.issues.some(({ severity }) => severity === 'error');
  const provisional = evaluation.units.some(
    (unit) => unit.provisional || unit.gradeProvisional || (unit.total === null && unit.notRanked !== 'recorded'),
  );
  const pending = pendingByStatus(evaluation);
  return [
    ...(hasErrors ? [NOT_FOR_USE] : []),
    ...(provisional ? [WARNING_LINES.provisional] : []),
    ...(pending.length > 0 ? [WARNING_LINES.pending(pending)] : []),
  ];
}

/** "A, B: why they are pending", one text per status. */
function pendingByStatus({ awards }: Judgement['evaluation']): string[] {
  const names = new Map<AwardStatus, string[]>();
  for (const { name, status } of awards)
    if (status.startsWith('pending')) names.set(status, [...(names.get(status) ?? []), name]);
  return [...names].map(
    ([status, these]) => `${these.join(', ')}: ${awardStatusText(status, 'vi').replace(/^chưa chốt: /, '')}`,
  );
}

/** The footer of every page but the first, whose body says it itself. */
export function warningFooter(judgement: Judgement): string {
  const hasErrors = judgement.evaluation.issues.some(({ severity }) => severity === 'error');
  return hasErrors ? `&C&"Times New Roman,Bold"&12${NOT_FOR_USE}` : '';
}

/** Two signatures side by side, with room to sign. */
export function addSignatures(draft: SheetDraft, book: Book, unitName: (id: string) => string): void {
  const { leader, preparedBy, signedBy, signerPost } = book.info;
  const post = blocWord(book.info).leader.toLocaleUpperCase('vi');
  const middle = draft.columnAt(0.5);
  const pair = (left: string, right: string, style: 'signature' | 'signatureNote', least = 0): void => {
    draft.add(
      [
        { from: 0, to: middle, cell: cell(left, style) },
        { from: middle + 1, to: draft.last, cell: cell(right, style) },
      ],
      least,
    );
  };
  draft.gap(6);
  pair('NGƯỜI LẬP BIỂU', leader ? `${post}\n${unitName(leader)}` : post, 'signature');
  pair('(Ký, ghi rõ họ tên)', '(Ký tên, đóng dấu)', 'signatureNote');
  draft.gap(42);
  pair(preparedBy, [signerPost, signedBy].filter(Boolean).join('\n'), 'signature');
  draft.gap(8);
}

/** The last printed row. */
export function addStamp(draft: SheetDraft, stamp: Stamp): void {
  draft.line(printedStamp(stamp), 'stamp');
}
