/** Sentences for reasons, award statuses, ties and units without rank, from codes and parameters. */
import { cellName, parseNumeral, type AwardStatus, type Reason, type ReasonCode } from '../rules';
import type { Lang } from './lang';
import { formatScore } from './numbers';

/** How units and awards are called in sentences. */
export interface Names {
  unit(id: string): string;
  award(id: string): string;
}

const OPERATOR_WORDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  '>=': { vi: '≥', en: '≥' }, '<=': { vi: '≤', en: '≤' }, '<>': { vi: '≠', en: '≠' },
  in: { vi: 'thuộc', en: 'in' }, notIn: { vi: 'không thuộc', en: 'not in' },
  onOrBefore: { vi: 'trước hoặc vào', en: 'on or before' }, onOrAfter: { vi: 'vào hoặc sau', en: 'on or after' },
};

const DECIMAL = /^-?\d+(\.\d+)?$/;
const ISO_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A value as people read it: decimals with comma, days as dd/MM/yyyy; other texts as they are. */
export function shownValue(value: string, lang: Lang): string {
  if (DECIMAL.test(value) && parseNumeral(value) !== null) return formatScore(value, null, lang);
  return value.replace(ISO_DAY, lang === 'vi' ? '$3/$2/$1' : '$1-$2-$3');
}

/** ">= 80% thành viên" → "≥ 80% thành viên". */
function shownExpected(expected: string, lang: Lang): string {
  const [operator = '', ...rest] = expected.split(' ');
  return [OPERATOR_WORDS[operator]?.[lang] ?? operator, shownValue(rest.join(' '), lang)].join(' ').trim();
}

interface Parts {
  readonly condition: string;
  readonly actual: string;
  readonly last: string;
  readonly lastTotal: string;
  readonly own: string;
  readonly award: string;
}

type Sentence = (parts: Parts) => string;

const SENTENCES: Readonly<Record<ReasonCode, Readonly<Record<Lang, Sentence>>>> = {
  granted: {
    vi: () => 'Được đề nghị: đủ điều kiện và trong số suất theo thứ hạng.',
    en: () => 'Proposed: eligible and within the places by rank.',
  },
  'granted-by-decision': {
    vi: () => 'Được đề nghị theo quyết định của hội nghị.',
    en: () => 'Proposed by a recorded decision.',
  },
  denied: {
    vi: () => 'Không đề nghị, theo quyết định của hội nghị.',
    en: () => 'Not proposed, by a recorded decision.',
  },
  'condition-failed': {
    vi: ({ condition, actual }) => `Không đạt điều kiện ${condition}; thực tế: ${actual}.`,
    en: ({ condition, actual }) => `Condition ${condition} is not met; actual: ${actual}.`,
  },
  'condition-unknown': {
    vi: ({ condition, actual }) => `Chưa xác định được điều kiện ${condition}; hiện có: ${actual}.`,
    en: ({ condition, actual }) => `Condition ${condition} cannot be decided yet; known so far: ${actual}.`,
  },
  barred: {
    vi: ({ condition, actual }) => `Thuộc trường hợp không được đề nghị ${condition}; thực tế: ${actual}.`,
    en: ({ condition, actual }) => `Barred by ${condition}; actual: ${actual}.`,
  },
  outranked: {
    vi: ({ last, lastTotal, own }) => `Hết suất${last && `: suất cuối thuộc về ${last}${lastTotal && ` (${lastTotal} điểm)`}`}${own && `; đơn vị đạt ${own} điểm`}.`,
    en: ({ last, lastTotal, own }) => `No place left${last && `: the last went to ${last}${lastTotal && ` (${lastTotal} points)`}`}${own && `; own total ${own}`}.`,
  },
  'holds-other': {
    vi: ({ award }) => `Đã được đề nghị ${award}; mỗi đơn vị một hình thức.`,
    en: ({ award }) => `Already proposed for ${award}; one award per unit.`,
  },
  'not-ranked': {
    vi: () => 'Không được xếp hạng nên không được xét.',
    en: () => 'Not ranked, therefore not considered.',
  },
  tied: {
    vi: () => 'Bằng nhau ở suất cuối; chờ hội nghị quyết định.',
    en: () => 'Tied at the last place; the meeting must decide.',
  },
  upstream: {
    vi: () => 'Chờ kết quả của hình thức xếp trên.',
    en: () => 'Waits for an award above to be settled.',
  },
};

const NOTHING: Readonly<Record<Lang, string>> = { vi: 'chưa có dữ liệu', en: 'nothing' };
const WORDS = {
  vi: { cell: 'ô', basis: 'căn cứ' },
  en: { cell: 'cell', basis: 'basis' },
} as const;

/** One sentence why a unit does or does not get an award, with cell and legal basis where there are any. */
export function reasonText(reason: Reason, lang: Lang, names: Names): string {
  const { params, condition, expected, actual, place, basis } = reason;
  const asked = [params['field'], expected === null ? '' : shownExpected(expected, lang)].filter(Boolean).join(' ');
  const sentence = SENTENCES[reason.code][lang]({
    condition: [condition, asked && `(${asked})`].filter(Boolean).join(' '),
    actual: actual === null || actual === '' ? NOTHING[lang] : shownValue(actual, lang),
    last: params['unit'] === undefined ? '' : names.unit(params['unit']),
    lastTotal: params['total'] === undefined ? '' : shownValue(params['total'], lang),
    own: params['own'] === undefined ? '' : shownValue(params['own'], lang),
    award: params['award'] === undefined ? '' : names.award(params['award']),
  });
  const words = WORDS[lang];
  const source = [
    place && `${words.cell} ${place.sheet}!${cellName(place)}`,
    basis && `${words.basis}: ${basis}`,
  ].filter(Boolean).join('; ');
  return source ? `${sentence} (${source})` : sentence;
}

const STATUS: Readonly<Record<AwardStatus, Readonly<Record<Lang, string>>>> = {
  ok: { vi: 'đã xác định', en: 'settled' },
  overQuota: { vi: 'vượt số suất', en: 'more than its places' },
  'pending:tie': { vi: 'chưa chốt: bằng nhau ở suất cuối, chờ hội nghị quyết định', en: 'pending: tied at the last place' },
  'pending:unknown': { vi: 'chưa chốt: còn thiếu hoặc sai dữ liệu', en: 'pending: data missing or in error' },
  'pending:upstream': { vi: 'chưa chốt: chờ hình thức xếp trên', en: 'pending: waits for an award above' },
};

export function awardStatusText(status: AwardStatus, lang: Lang): string {
  return STATUS[status][lang];
}

const NOT_RANKED: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  recorded: { vi: 'Không xếp hạng', en: 'Not ranked' },
  'unit-not-ranked': { vi: 'Không xếp hạng theo quy chế', en: 'Not ranked by rule' },
  'score-missing': { vi: 'Chưa đủ điểm', en: 'Scores missing' },
  'data-missing': { vi: 'Thiếu số liệu', en: 'Data missing' },
  'na-all': { vi: 'Mọi tiêu chí đều không áp dụng', en: 'Nothing applies' },
};

/** Why a unit has no rank: `recorded` (with the recorded reason) or the code of the issue that keeps it from one. */
export function notRankedText(code: string, recorded: string | null, lang: Lang): string {
  const known = NOT_RANKED[code]?.[lang];
  if (known === undefined) return lang === 'vi' ? `Chưa có tổng điểm: điểm hoặc số liệu có lỗi (${code})` : `No total: ${code}`;
  return code === 'recorded' && recorded !== null ? `${known}: ${recorded}` : known;
}

const BY_DECISION = 'quyết định';

/** What parted a unit from those with the same total. */
export function tieBrokenText(key: string, lang: Lang): string {
  if (key === BY_DECISION) return lang === 'vi' ? 'Bằng tổng điểm; thứ hạng theo quyết định của hội nghị' : 'Equal total; ranked by a recorded decision';
  return lang === 'vi' ? `Bằng tổng điểm; xếp theo ${key}` : `Equal total; parted by ${key}`;
}

export function tiedText(others: readonly string[], lang: Lang): string {
  return lang === 'vi' ? `Đồng hạng với ${others.join(', ')}` : `Shares its rank with ${others.join(', ')}`;
}
