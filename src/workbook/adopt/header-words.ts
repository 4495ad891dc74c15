/** What the headers of score tables say: every bloc has its own words for the same few columns. */
import type { Level } from '../../rules';
import { remembered } from '../../base/remembered';
import { NO_SCORE_HEADERS, ORDINAL_HEADERS } from '../layout';
import { levelOf } from '../read/level-words';
import { isResultText, isTotalText } from '../read/row-words';
import { fold } from '../../base/folding';

export type HeaderRole =
  | 'ordinal'
  | 'unitName'
  | 'criterionName'
  | 'levelName'
  | 'max'
  | 'total'
  | 'rank'
  | 'award'
  | 'remark'
  | 'aside'
  | 'span';

const LONGEST_HEADER = 80;

/** A text as headers are compared: without what stands in brackets, without signs at its ends. */
export const bare = remembered((text) =>
  fold(text)
    .replace(/\([^()]*\)/gu, ' ')
    .replace(/[*:;.…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim(),
);

const ORDINALS: ReadonlySet<string> = new Set([
  ...ORDINAL_HEADERS.map(fold),
  'số',
  'mục',
  'mã',
  'mã số',
  'mã tiêu chí',
  'ký hiệu',
  'số thứ tự',
]);
/** A header of units consists of these words only: "Sở Nội vụ" is a unit, "Sở, ban, ngành" is none. */
const UNIT_HEADER_WORDS =
  /^(?:(?:tên|các|danh sách|cơ quan|đơn vị|địa phương|thành viên|sở|ban|ngành|xã|phường|đặc khu|huyện|thị xã|thành phố|trong|thuộc|khối|cụm|thi đua|và|hoặc|trực thuộc|được chấm)[\s,;/&+-]*)+$/u;
const UNIT_HEADER = /đơn vị|cơ quan|địa phương|thành viên|danh sách|sở, ?ban|xã, ?phường|^tên (?:xã|phường|sở|huyện)/u;
const CRITERION_HEADER =
  /^(?:(?:các|tên|bộ|danh mục|stt)\s+)*(?:nội dung|tiêu chí|tiêu chuẩn|chỉ tiêu thi đua|chỉ tiêu, tiêu chí|mục tiêu chí|hạng mục)/u;
const LEVEL_HEADER =
  /^(?:cấp(?: chấm| điểm| đánh giá)?|mức chấm|loại điểm|người chấm|bên chấm|nơi chấm|đối tượng chấm|nguồn điểm)$/u;
const MAX_HEADER =
  /^(?:(?:số|mức|khung|thang|tổng|barem|ba-rem)\s+)*(?:điểm\s+)?(?:chấm\s+)?(?:chuẩn|tối đa|quy định|cao nhất|trần|theo quy định)$|^(?:thang|khung|mức) điểm(?: chuẩn| tối đa| chấm)?$|^(?:điểm )?barem(?: điểm)?$/u;
const RANK_HEADER = /^(?:thứ tự )?xếp (?:hạng|thứ|vị thứ|loại)|^(?:hạng|thứ hạng|vị thứ|thứ bậc|vị trí|thứ)$/u;
const AWARD_HEADER =
  /^(?:đề nghị|đề xuất|hình thức (?:khen|đề nghị)|danh hiệu|dự kiến khen|kết quả bình xét|kết quả (?:xếp loại|phân loại)|phân loại)/u;
const REMARK_HEADER =
  /^(?:ghi chú|nhận xét|giải trình|lý do|minh chứng|tài liệu|diễn giải|thuyết minh|ý kiến|lý giải|số liệu|kết quả thực hiện|căn cứ)/u;
const ASIDE: ReadonlySet<string> = new Set(NO_SCORE_HEADERS.map(fold));
const ASIDE_HEADER =
  /^(?:chênh lệch|lệch|tăng|giảm|so sánh|tỷ lệ|tỉ lệ|bình quân|trung bình|điểm trung bình|hệ số|trọng số|tỷ trọng|% )|năm (?:trước|ngoái)(?: liền kề)?$|cùng kỳ/u;
/** Stands above the units or levels and names none of them. */
const SPAN_HEADER =
  /^(?:điểm|số điểm|kết quả|kết quả chấm(?: điểm)?|điểm (?:đạt|đạt được|chấm|số|thi đua)|kết quả điểm|điểm (?:của )?(?:các|từng) (?:đơn vị|sở|cơ quan).*|(?:các|từng) (?:nội dung|tiêu chí).*|điểm (?:các|từng|theo) (?:nội dung|tiêu chí).*|chấm điểm|bảng điểm)$/u;

/** The role a header names; null for a unit, a criterion, a level or anything unknown. */
export const headerRole = remembered((text): HeaderRole | null => {
  const folded = bare(text);
  if (folded === '' || folded.length > LONGEST_HEADER) return null;
  if (ORDINALS.has(folded)) return 'ordinal';
  if (LEVEL_HEADER.test(folded)) return 'levelName';
  if (MAX_HEADER.test(folded)) return 'max';
  if (CRITERION_HEADER.test(folded)) return 'criterionName';
  if (UNIT_HEADER_WORDS.test(folded) && UNIT_HEADER.test(folded)) return 'unitName';
  if (RANK_HEADER.test(folded)) return 'rank';
  if (isTotalHeader(folded)) return 'total';
  if (AWARD_HEADER.test(folded)) return 'award';
  if (REMARK_HEADER.test(folded)) return 'remark';
  if (ASIDE.has(folded) || ASIDE_HEADER.test(folded)) return 'aside';
  return SPAN_HEADER.test(folded) ? 'span' : null;
});

/** "Tổng điểm", "Tổng số điểm đạt", "Điểm tổng cộng"; "Tổng kết phong trào" is none. */
export const isTotalHeader = (text: string): boolean => {
  const folded = bare(text);
  return (
    isTotalText(folded) ||
    /^(?:điểm )?tổng(?: cộng| số)?(?: điểm)?(?: đạt| đạt được| cuối cùng| chung| thi đua| sau .{1,30}| các .{1,30}| tự chấm| khối chấm| thẩm định)?$/u.test(
      folded,
    )
  );
};

/** "Cộng điểm chuẩn", "Tổng điểm phần I": the total of a part, where the row has no number of its own. */
export const isPartTotal = (text: string): boolean =>
  /^(?:tổng|cộng)(?: cộng| số)? (?:(?:điểm )?(?:chuẩn|chính|thưởng|trừ)$|điểm cộng$|(?:điểm )?(?:phần|mục|nhóm) )/u.test(
    bare(text),
  );

/** A row below the criteria that states ranks or grades. */
export const isRankHeader = (text: string): boolean => RANK_HEADER.test(bare(text)) || isResultText(bare(text));

const SELF = /tự (?:chấm|đánh giá|cho điểm|nhận)/u;
const BOARD = /thẩm định|hội đồng (?:chấm|tỉnh|tđ|thi đua)|^hội đồng$|điểm duyệt|tỉnh chấm/u;
const BLOC =
  /(?:khối|cụm)(?: thi đua)? (?:chấm|thống nhất|đánh giá|bình xét|họp)|điểm (?:khối|cụm)$|^(?:khối|cụm)$|thống nhất/u;
const LONGEST_LEVEL = 45;

/** The usual level in a header, in its own words or in longer ones ("Điểm do đơn vị tự chấm"). */
export const levelInHeader = remembered((text): Level | null => {
  const folded = bare(text);
  const exact = levelOf(folded);
  if (
    exact !== null ||
    folded.length > LONGEST_LEVEL ||
    headerRole(text) === 'max' ||
    (looksLikeUnit(folded) && !/chấm|thẩm định|đánh giá/u.test(folded))
  )
    return exact;
  if (SELF.test(folded)) return 'self';
  if (BOARD.test(folded)) return 'board';
  return BLOC.test(folded) ? 'bloc' : null;
});

/** The level that a title or the name of a sheet is about; null where it names none, or two. */
export function levelInTitle(text: string): Level | null {
  const folded = fold(text);
  const found = (
    [
      [SELF, 'self'],
      [/khối (?:thi đua )?chấm|cụm (?:thi đua )?chấm|thống nhất điểm/u, 'bloc'],
      [/thẩm định/u, 'board'],
    ] as const
  ).filter(([words]) => words.test(folded));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

const UNIT_NAME =
  /^(?:sở|ban|văn phòng|ubnd|ủy ban|uỷ ban|thanh tra|đài|báo|công an|bộ chỉ huy|huyện|xã|phường|thị xã|thành phố|tp|đặc khu|chi cục|cục|trường|đại học|hội|liên đoàn|liên minh|trung tâm|kho bạc|bảo hiểm|viện|tòa án|toà án|tỉnh đoàn|đoàn|mặt trận|ngân hàng|công ty|tổng công ty|điện lực|bưu điện|quỹ|phòng|đảng ủy|đảng uỷ|thị trấn|chi nhánh|đơn vị|agribank|bệnh viện)(?:\s|$)/u;
/** Whether a text begins as names of bodies do. */
export const looksLikeUnit = (text: string): boolean => UNIT_NAME.test(fold(text));

/** A heading of several units: "Cụm thi đua số 1", "Khối các sở". */
export const isGroupHeading = (text: string): boolean =>
  /^(?:[ivx\d]{1,4}[.)]\s*|[a-d][.)]\s*)?(?:cụm|khối|nhóm)(?:\s|$)/u.test(fold(text));

/** "Điểm năm 2024", "Xếp hạng năm 2024" in a table of 2025: a result of another year. */
export function isOfAnotherYear(text: string, year: string | null): boolean {
  const folded = fold(text);
  const named = [...folded.matchAll(/năm (20\d\d)/gu)].map(([, value]) => value);
  return (
    year !== null &&
    named.length > 0 &&
    !named.includes(year) &&
    /^(?:số |tổng |kết quả )*(?:điểm|tổng|hạng|xếp|kết quả|danh hiệu|khen thưởng|năm)/u.test(folded)
  );
}
