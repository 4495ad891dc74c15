/** A bloc's own rules as sentences: what an award gives to how many, and what a condition asks of whom. */
import type { Award, BallotRow, Band, BookNames, Condition, Entry, Quota } from '../rules';
import { fill } from './fill';
import type { Lang } from './lang';
import { formatScore } from './numbers';
import { ballotText, conditionText } from './reasons';

const SENTENCES = {
  vi: {
    number: 'Số suất: {n}.',
    units: 'Số suất: {n}% số đơn vị, {rounding}.',
    ranked: 'Số suất: {n}% số đơn vị được xếp hạng, {rounding}.',
    eligible: 'Số suất: {n}% số đơn vị đủ điều kiện, {rounding}.',
    unread: 'Số suất chưa đọc được: xem phần Kiểm tra.',
    floor: 'làm tròn xuống',
    halfUp: 'từ 0,5 làm tròn lên',
    ceil: 'làm tròn lên',
    min: 'Ít nhất {n} suất.',
    max: 'Nhiều nhất {n} suất.',
    decide: 'Bằng nhau ở suất cuối: hội nghị quyết định.',
    includeAll: 'Bằng nhau ở suất cuối: lấy hết.',
    includeAllDebit: 'Bằng nhau ở suất cuối: lấy hết, bớt suất của hình thức xếp dưới.',
    excludeAll: 'Bằng nhau ở suất cuối: không lấy đơn vị nào trong số đó.',
    fallback: 'Đơn vị được đề nghị giữ trước một suất {award}, nếu hội đồng không xét hình thức này.',
    excludes: 'Không nhận kèm: {awards}.',
    excludesNone: 'Được nhận kèm hình thức khác.',
    passDown: 'Suất không ai nhận chuyển xuống hình thức dưới.',
    lost: 'Suất không ai nhận thì bỏ.',
    all: 'Mọi hình thức',
    grade: 'Xếp loại “{grade}”',
    require: '{scope}: phải đạt {condition}.',
    bar: '{scope}: không xét đơn vị có {condition}.',
    postpone: '{scope}: tạm hoãn đơn vị có {condition}.',
    noRank: 'Không xếp hạng đơn vị có {condition}.',
    lowerGrade: 'Hạ một bậc xếp loại đơn vị có {condition}.',
    capGrade: 'Xếp loại cao nhất là “{grade}” với đơn vị có {condition}.',
    zeroCriterion: '{criterion} được 0 điểm với đơn vị có {condition}.',
    invalid: 'Điều kiện chưa đọc được: {condition}; xem phần Kiểm tra.',
    either: 'Chỉ cần đạt một điều kiện của nhóm “{group}”.',
    basis: 'Căn cứ: {basis}.',
    ballot: '{ballot}, {unit}: đồng ý {favour}[ trong {valid} phiếu hợp lệ][, thành viên {members}].',
    uncounted: 'chưa đọc được',
    band: '{name}:[ từ {from} điểm][ nhiều nhất {limit}].',
    'limit.number': '{n} đơn vị',
    'limit.units': '{n}% số đơn vị',
    'limit.ranked': '{n}% số đơn vị được xếp hạng',
    'limit.eligible': '{n}% số đơn vị đủ điều kiện',
    'limit.unread': 'số chưa đọc được',
  },
  en: {
    number: 'Places: {n}.',
    units: 'Places: {n}% of the units, {rounding}.',
    ranked: 'Places: {n}% of the ranked units, {rounding}.',
    eligible: 'Places: {n}% of the eligible units, {rounding}.',
    unread: 'The number of places could not be read: see Check.',
    floor: 'rounded down',
    halfUp: 'rounded up from 0.5',
    ceil: 'rounded up',
    min: 'At least {n}.',
    max: 'At most {n}.',
    decide: 'Tied at the last place: the meeting decides.',
    includeAll: 'Tied at the last place: all get it.',
    includeAllDebit: 'Tied at the last place: all get it, at the cost of the award below.',
    excludeAll: 'Tied at the last place: none of them gets it.',
    fallback: 'Who is proposed keeps a place of {award}, in case the council does not confer this award.',
    excludes: 'Not together with: {awards}.',
    excludesNone: 'Other awards may be had beside it.',
    passDown: 'Places that nobody takes go to the award below.',
    lost: 'Places that nobody takes are lost.',
    all: 'Every award',
    grade: 'Grade “{grade}”',
    require: '{scope}: {condition} is required.',
    bar: '{scope}: not for units with {condition}.',
    postpone: '{scope}: postponed for units with {condition}.',
    noRank: 'No rank for units with {condition}.',
    lowerGrade: 'One grade lower for units with {condition}.',
    capGrade: 'At most the grade “{grade}” for units with {condition}.',
    zeroCriterion: 'No points at {criterion} for units with {condition}.',
    invalid: 'A condition that could not be read: {condition}; see Check.',
    either: 'One condition of the group “{group}” is enough.',
    basis: 'Basis: {basis}.',
    ballot: '{ballot}, {unit}: {favour} in favour[ of {valid} valid ballots][, {members} members].',
    uncounted: 'could not be read',
    band: '{name}:[ from {from} points on][ at most {limit}].',
    'limit.number': '{n} units',
    'limit.units': '{n}% of the units',
    'limit.ranked': '{n}% of the ranked units',
    'limit.eligible': '{n}% of the eligible units',
    'limit.unread': 'a number that could not be read',
  },
} as const satisfies Readonly<Record<Lang, Readonly<Record<string, string>>>>;

type Sentence = keyof (typeof SENTENCES)['vi'];

const say = (sentence: Sentence, lang: Lang, values: Readonly<Record<string, string>> = {}): string =>
  fill(SENTENCES[lang][sentence], new Map(Object.entries(values)));

type CalledByName = Pick<BookNames, 'award' | 'criterion' | 'condition'>;

/** How many places an award has, and what holds for them, one sentence each. */
export function awardLines(award: Award, names: CalledByName, lang: Lang): string[] {
  const { quota, rounding, minPlaces, maxPlaces, cutoff, fallback, excludes, unusedPlaces, basis } = award;
  return [
    quotaLine(quota, say(rounding, lang), lang),
    ...(minPlaces === null ? [] : [say('min', lang, { n: formatScore(minPlaces, null, lang) })]),
    ...(maxPlaces === null ? [] : [say('max', lang, { n: formatScore(maxPlaces, null, lang) })]),
    say(cutoff, lang),
    ...(fallback === undefined ? [] : [say('fallback', lang, { award: names.award(fallback) })]),
    ...(excludes === undefined
      ? []
      : excludes.length === 0
        ? [say('excludesNone', lang)]
        : [say('excludes', lang, { awards: excludes.map((id) => names.award(id)).join('; ') })]),
    ...(unusedPlaces === null ? [] : [say(unusedPlaces, lang)]),
    ...(basis === null ? [] : [say('basis', lang, { basis })]),
  ];
}

function quotaLine(quota: Quota, rounding: string, lang: Lang): string {
  if (quota.kind === 'invalid') return say('unread', lang);
  if (quota.kind === 'number') return say('number', lang, { n: formatScore(quota.places, null, lang) });
  return say(quota.of, lang, { n: formatScore(quota.percent, null, lang), rounding });
}

/** The counts for a unit, as they were recorded. */
export function ballotLine(row: BallotRow, names: Pick<BookNames, 'award' | 'unit'>, lang: Lang): string {
  const count = (entry: Entry): string | undefined =>
    entry.kind === 'number' ? formatScore(entry.value, null, lang) : undefined;
  const [valid, members] = [count(row.valid), count(row.members)];
  const called = ballotText(row.ballot, names, lang);
  return say('ballot', lang, {
    ballot: called.charAt(0).toLocaleUpperCase('vi') + called.slice(1),
    unit: names.unit(row.unit),
    favour: count(row.favour) ?? say('uncounted', lang),
    ...(valid === undefined ? {} : { valid }),
    ...(members === undefined ? {} : { members }),
  });
}

/** From how many points a grade is given, and to how many at most. */
export function bandLine({ name, from, limit }: Band, lang: Lang): string {
  return say('band', lang, {
    name,
    ...(from === null ? {} : { from: formatScore(from, null, lang) }),
    ...(limit === null ? {} : { limit: limitText(limit, lang) }),
  });
}

function limitText(limit: Quota, lang: Lang): string {
  if (limit.kind === 'invalid') return say('limit.unread', lang);
  return limit.kind === 'number'
    ? say('limit.number', lang, { n: formatScore(limit.places, null, lang) })
    : say(`limit.${limit.of}`, lang, { n: formatScore(limit.percent, null, lang) });
}

/** What a condition asks of whom, and what follows, in names. */
export function conditionLine(condition: Condition, names: CalledByName, lang: Lang): string {
  const { scope, effect, orGroup, basis } = condition;
  const words = {
    scope:
      scope.kind === 'all'
        ? say('all', lang)
        : scope.kind === 'grade'
          ? say('grade', lang, { grade: scope.grade })
          : scope.awards.map((id) => names.award(id)).join('; '),
    condition: asked(condition, names, lang),
    ...(effect.kind === 'capGrade' ? { grade: effect.grade } : {}),
    ...(effect.kind === 'zeroCriterion' ? { criterion: names.criterion(effect.criterion) } : {}),
  };
  return [
    say(effect.kind, lang, words),
    ...(orGroup === null ? [] : [say('either', lang, { group: orGroup })]),
    ...(basis === null ? [] : [say('basis', lang, { basis })]),
  ].join(' ');
}

/** Where the row calls a criterion by its code its name stands with it. */
function asked({ id, field }: Condition, names: CalledByName, lang: Lang): string {
  const name = names.condition(id);
  if (name === undefined) return '';
  const called =
    field.kind === 'section' || field.kind === 'criterion' || field.kind === 'sectionPercent'
      ? name.field.replace(field.code, () => names.criterion(field.code))
      : name.field;
  return conditionText({ ...name, field: called, code: null }, lang, names);
}
