/** Sentences for reasons, award statuses, ties and units without rank, from codes and parameters. */
import {
  cellName,
  parseNumeral,
  type AwardStatus,
  type BookNames,
  type ConditionName,
  type Reason,
  type ReasonCode,
  type UnitResult,
} from '../rules';
import type { Lang } from './lang';
import { formatDay, formatScore } from './numbers';

/** How units and awards are called in sentences. */
export type Names = Pick<BookNames, 'unit' | 'award' | 'condition'>;

const OPERATOR_WORDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  '>=': { vi: '≥', en: '≥' },
  '<=': { vi: '≤', en: '≤' },
  '<>': { vi: '≠', en: '≠' },
  in: { vi: 'thuộc', en: 'in' },
  notIn: { vi: 'không thuộc', en: 'not in' },
  onOrBefore: { vi: 'trước hoặc vào', en: 'on or before' },
  onOrAfter: { vi: 'vào hoặc sau', en: 'on or after' },
};

const DECIMAL = /^-?\d+(\.\d+)?$/;

const ANSWERS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  true: { vi: 'có', en: 'yes' },
  false: { vi: 'không', en: 'no' },
};

/** A value as people read it: decimals with comma, days as dd/MM/yyyy, yes and no; other texts as they are. */
export function shownValue(value: string, lang: Lang): string {
  const answer = ANSWERS[value]?.[lang];
  if (answer !== undefined) return answer;
  if (DECIMAL.test(value) && parseNumeral(value) !== null) return formatScore(value, null, lang);
  return formatDay(value);
}

/** ">= 80% thành viên" → "≥ 80% thành viên". */
function shownExpected(expected: string, lang: Lang): string {
  const [operator = '', ...rest] = expected.split(' ');
  return [OPERATOR_WORDS[operator]?.[lang] ?? operator, shownValue(rest.join(' '), lang)].join(' ').trim();
}

/** Ballots about persons, by the code that names them in the workbook. */
const ELECTIONS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  TRUONG_KHOI: { vi: 'bầu Trưởng khối', en: 'for bloc leader' },
  PHO_TRUONG_KHOI: { vi: 'bầu Phó Trưởng khối', en: 'for deputy leader' },
  TRUONG_CUM: { vi: 'bầu Trưởng cụm', en: 'for cluster leader' },
  PHO_TRUONG_CUM: { vi: 'bầu Phó Trưởng cụm', en: 'for deputy leader' },
};

export function ballotText(ballot: string, names: Pick<Names, 'award'>, lang: Lang): string {
  return ELECTIONS[ballot]?.[lang] ?? names.award(ballot);
}

/** What a condition asks, in quotes: “Kỷ luật = không”; its code where another one asks the same. */
export function conditionText(
  { field, expected, code, ballot }: ConditionName,
  lang: Lang,
  names: Pick<Names, 'award'>,
): string {
  const asked = [
    ballot === null ? field : `${lang === 'vi' ? 'phiếu' : 'ballot'} ${ballotText(ballot, names, lang)}`,
    shownExpected(expected, lang),
  ]
    .filter(Boolean)
    .join(' ');
  return `“${asked}”${code === null ? '' : ` (${code})`}`;
}

interface Parts {
  /** What the condition asks, “hạng = 1”; "" where no single one is meant. */
  readonly condition: string;
  readonly actual: string;
  readonly last: string;
  readonly lastTotal: string;
  readonly own: string;
  readonly award: string;
  /** Who is tied at the last place, or whose data the award waits for. */
  readonly tied: string;
  /** The tied at the last place, when the rule gives it to none of them. */
  readonly excluded: string;
  readonly missing: string;
  /** What is missing for a rank may still come. */
  readonly comes: boolean;
  /** Whose votes cannot be, where a condition waits for that. */
  readonly impossible: string;
  /** Who would get the award when the unknown fact holds, and when it does not. */
  readonly ifTrue: string | null;
  readonly ifFalse: string | null;
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
  fallback: {
    vi: ({ award }) =>
      `Được đề nghị nếu không được tặng ${award}: giữ suất này khi hội đồng không xét hình thức cao hơn.`,
    en: ({ award }) => `Proposed in case ${award} is not conferred: it keeps this place then.`,
  },
  postponed: {
    vi: ({ condition, actual }) =>
      `Tạm hoãn, chưa đề nghị: ${condition}; thực tế: ${actual}. Giữ suất, xét tiếp khi có kết luận.`,
    en: ({ condition, actual }) =>
      `Postponed, not proposed yet: ${condition}; actual: ${actual}. It keeps the place until the matter is settled.`,
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
    vi: ({ condition, actual, tied, impossible, ifTrue, ifFalse }) =>
      condition === ''
        ? `Chưa xác định được: ${tied ? `còn chờ dữ liệu của ${tied}` : 'dữ liệu trong sổ còn thiếu hoặc sai'}.`
        : `Chưa xác định được điều kiện ${condition}${impossible ? `: số phiếu của ${impossible} không hợp lý` : `; hiện có: ${actual}`}.${
            ifTrue === null || ifFalse === null
              ? ''
              : ` Nếu đủ điều kiện thì đề nghị: ${ifTrue}; nếu không: ${ifFalse}.`
          }`,
    en: ({ condition, actual, tied, impossible, ifTrue, ifFalse }) =>
      condition === ''
        ? `Not settled yet: ${tied ? `waits for data of ${tied}` : 'data of the workbook are missing or in error'}.`
        : `Condition ${condition} cannot be decided yet${impossible ? `: the votes on ${impossible} cannot be` : `; known so far: ${actual}`}.${
            ifTrue === null || ifFalse === null ? '' : ` If eligible, proposed: ${ifTrue}; if not: ${ifFalse}.`
          }`,
  },
  barred: {
    vi: ({ condition, actual }) => `Thuộc trường hợp không được đề nghị ${condition}; thực tế: ${actual}.`,
    en: ({ condition, actual }) => `Barred by ${condition}; actual: ${actual}.`,
  },
  outranked: {
    vi: ({ last, lastTotal, own, excluded }) =>
      excluded
        ? `Bằng nhau ở suất cuối (${excluded}) nhiều hơn số suất còn lại; theo quy tắc, không đơn vị nào từ đó trở xuống nhận suất này${own && `; đơn vị đạt ${own} điểm`}.`
        : `Hết suất${last && `: suất cuối thuộc về ${last}${lastTotal && ` (${lastTotal} điểm)`}`}${own && `; đơn vị đạt ${own} điểm`}.`,
    en: ({ last, lastTotal, own, excluded }) =>
      excluded
        ? `More units are tied at the last place (${excluded}) than there are places; by the rule neither they nor those below get it${own && `; own total ${own}`}.`
        : `No place left${last && `: the last went to ${last}${lastTotal && ` (${lastTotal} points)`}`}${own && `; own total ${own}`}.`,
  },
  'holds-other': {
    vi: ({ award }) => `Đã được đề nghị ${award}; mỗi đơn vị một hình thức.`,
    en: ({ award }) => `Already proposed for ${award}; one award per unit.`,
  },
  'not-ranked': {
    vi: ({ missing, comes }) =>
      comes
        ? `Chưa được xếp hạng nên chưa xét (${missing}).`
        : `Không được xếp hạng nên không được xét${missing && ` (${missing})`}.`,
    en: ({ missing, comes }) =>
      comes
        ? `Not ranked yet, therefore not considered yet (${missing}).`
        : `Not ranked, therefore not considered${missing && ` (${missing})`}.`,
  },
  tied: {
    vi: ({ tied }) => `Bằng nhau ở suất cuối${tied && ` (${tied})`}; chờ hội nghị quyết định.`,
    en: ({ tied }) => `Tied at the last place${tied && ` (${tied})`}; the meeting must decide.`,
  },
  upstream: {
    vi: () => 'Chờ kết quả của hình thức xếp trên.',
    en: () => 'Waits for an award above to be settled.',
  },
};

const WORDS = {
  vi: {
    cell: 'ô',
    basis: 'căn cứ',
    nothing: 'chưa có dữ liệu',
    nobody: 'không đơn vị nào',
    oneOf: 'đạt một trong nhóm',
  },
  en: { cell: 'cell', basis: 'basis', nothing: 'nothing', nobody: 'nobody', oneOf: 'one is enough of group' },
} as const;

/** "SYT; SNV / SNV": units of each possible outcome, by name. */
function unitNames(ids: string, lang: Lang, names: Names): string {
  const outcomes = ids.split(' / ').map((outcome) =>
    outcome
      .split('; ')
      .filter(Boolean)
      .map((id) => names.unit(id))
      .join('; '),
  );
  return outcomes.map((outcome) => outcome || WORDS[lang].nobody).join(' / ');
}

/** Without a rank for good: by the rules, or because nothing applies to the unit. */
const FINAL: ReadonlySet<string> = new Set(['recorded', 'unit-not-ranked', 'na-all']);

function partsOf({ params, condition, expected, actual }: Reason, lang: Lang, names: Names): Parts {
  const words = WORDS[lang];
  const value = (key: string): string => (params[key] === undefined ? '' : shownValue(params[key], lang));
  const field = params['field'];
  const known =
    condition === null
      ? undefined
      : (names.condition(condition) ??
        (field === undefined ? undefined : { field, expected: expected ?? '', code: null, ballot: null }));
  const asked = known && conditionText({ ...known, expected: expected ?? known.expected }, lang, names);
  const outcome = (key: string): string | null =>
    params[key] === undefined ? null : unitNames(params[key], lang, names);
  return {
    condition: [asked ?? condition, params['group'] && `– ${words.oneOf} ${params['group']}`].filter(Boolean).join(' '),
    actual: actual === null || actual === '' ? words.nothing : shownValue(actual, lang),
    last: params['unit'] === undefined ? '' : names.unit(params['unit']),
    lastTotal: value('total'),
    own: value('own'),
    award: params['award'] === undefined ? '' : names.award(params['award']),
    tied: params['units'] === undefined ? '' : unitNames(params['units'], lang, names),
    excluded: params['excluded'] === undefined ? '' : unitNames(params['excluded'], lang, names),
    comes: params['missing'] !== undefined && !FINAL.has(params['missing']),
    missing: params['missing'] === undefined ? '' : notRankedText(params['missing'], null, lang),
    impossible: params['impossible'] === undefined ? '' : names.unit(params['impossible']),
    ifTrue: outcome('ifTrue'),
    ifFalse: outcome('ifFalse'),
  };
}

/** One sentence why a unit does or does not get an award, with cell and legal basis where there are any. */
export function reasonText(reason: Reason, lang: Lang, names: Names): string {
  const { place, basis } = reason;
  const sentence = SENTENCES[reason.code][lang](partsOf(reason, lang, names));
  const words = WORDS[lang];
  const source = [place && `${words.cell} ${place.sheet}!${cellName(place)}`, basis && `${words.basis}: ${basis}`]
    .filter(Boolean)
    .join('; ');
  return source ? `${sentence.replace(/\.$/, '')} (${source}).` : sentence;
}

const STATUS: Readonly<Record<AwardStatus, Readonly<Record<Lang, string>>>> = {
  ok: { vi: 'đã xác định', en: 'settled' },
  overQuota: { vi: 'vượt số suất', en: 'more than its places' },
  'pending:tie': {
    vi: 'chưa chốt: bằng nhau ở suất cuối, chờ hội nghị quyết định',
    en: 'pending: tied at the last place',
  },
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
  'eligibility-unknown': {
    vi: 'Chưa rõ có bị áp dụng chế tài hay không: thiếu dữ liệu',
    en: 'A fact is missing on which a sanction rests',
  },
  'na-all': { vi: 'Mọi tiêu chí đều không áp dụng', en: 'Nothing applies' },
};

/** Why a unit has no rank: `recorded` (with the recorded reason) or the code of the issue that keeps it from one. */
export function notRankedText(code: string, recorded: string | null, lang: Lang): string {
  const known = NOT_RANKED[code]?.[lang];
  if (known === undefined)
    return lang === 'vi' ? 'Chưa có tổng điểm: điểm hoặc số liệu có lỗi, xem trang tính Kiểm tra' : `No total: ${code}`;
  return code === 'recorded' && recorded !== null ? `${known}: ${recorded}` : known;
}

const GRADE_WORDS = {
  vi: { open: 'chưa rõ', changes: 'tạm tính' },
  en: { open: 'open', changes: 'provisional' },
} as const;

/** A grade as it may be said: one that could still change never stands as settled. Null where there is none to have. */
export function gradeText(
  { grade, gradeProvisional }: Pick<UnitResult, 'grade' | 'gradeProvisional'>,
  lang: Lang,
): string | null {
  const { open, changes } = GRADE_WORDS[lang];
  if (!gradeProvisional) return grade;
  return grade === null ? open : `${grade} (${changes})`;
}

/** The total, or every total that the answers to open sanctions leave: "43,00 hoặc 40,00". */
export function totalText(
  { total, possibleTotals }: Pick<UnitResult, 'total' | 'possibleTotals'>,
  decimals: number | null,
  lang: Lang,
): string {
  if (total !== null) return formatScore(total, decimals, lang);
  return possibleTotals.map((each) => formatScore(each, decimals, lang)).join(lang === 'vi' ? ' hoặc ' : ' or ') || '–';
}

const BY_DECISION = 'quyết định';

/** What parted a unit from those with the same total. */
export function tieBrokenText(key: string, lang: Lang): string {
  if (key === BY_DECISION)
    return lang === 'vi'
      ? 'Bằng tổng điểm; thứ hạng theo quyết định của hội nghị'
      : 'Equal total; ranked by a recorded decision';
  return lang === 'vi' ? `Bằng tổng điểm; xếp theo ${key}` : `Equal total; parted by ${key}`;
}

export function tiedText(others: readonly string[], lang: Lang): string {
  return lang === 'vi' ? `Đồng hạng với ${others.join(', ')}` : `Shares its rank with ${others.join(', ')}`;
}
