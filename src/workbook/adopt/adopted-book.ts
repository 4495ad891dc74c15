/** From an old table and the answers to the content of a standard book. */
import { addNumerals, compareNumerals, parseNumeral, type Level, type Numeral } from '../../rules';
import { numberInText } from '../../rules/model/cells';
import type { Regulation, WrittenValue } from '../../regulations';
import { adoptText } from '../../text/adopt';
import { codedUnits, type WorkbookContent, type WrittenRow, type WrittenUnit } from '../create-content';
import { createWorkbook } from '../create';
import { BLOC_KINDS, COUNTS_TOWARD, levelWord, NA_TREATMENTS, NOT_APPLICABLE } from '../layout';
import type { SheetPlan } from '../../sheets/plan';
import { parentCode } from '../read/dated-codes';
import { levelOf } from '../read/level-words';
import { fold } from '../../base/folding';
import { plainTotals } from './old-totals';
import type { OldScore, OldUnit, Proposal } from './proposal';
import { ALL_GROUPS, DASH_CHOICES, scaleOf, SIGN_CHOICES, USUAL_AWARDS, type Question } from './questions';
import type { Criterion } from './tree';
import { WAY_WORDS } from '../layout';

export type Answers = ReadonlyMap<string, string>;

/** Answers that are none of the words or no number: what is asked again. */
export function wrongAnswers(questions: readonly Question[], answers: Answers): Question[] {
  return questions.filter(({ key, about, choices }) => {
    const answer = answers.get(key);
    if (answer === undefined) return false;
    if (about === 'max' || about === 'scale' || about === 'quota') return numberInText(answer) === null;
    if (about === 'year') return !/^20\d\d$/u.test(answer.trim());
    return answer.trim() === '' || (choices.length > 0 && !choices.some((choice) => fold(choice) === fold(answer)));
  });
}

/** Needed questions without an answer. */
export const openQuestions = (questions: readonly Question[], answers: Answers): Question[] =>
  questions.filter(({ key, needed }) => needed && !answers.has(key));

/** A table with its answers: what the book is made of, and what its totals are compared by. */
export interface Settled {
  readonly units: readonly (OldUnit & { readonly code: string })[];
  readonly criteria: readonly Criterion[];
  readonly levels: readonly Level[];
  readonly ranking: Level;
  readonly scores: Proposal['scores'];
  readonly plans: readonly SheetPlan[];
  /** The level of a number that the table gave none. */
  readonly levelOf: (level: Level | null) => Level;
  /** A unit that the table gave no name is called by the answer. */
  readonly nameOf: (unit: string) => string;
}

/** `beside`: sheets that the new ones will stand beside; they are no part of the book. */
export function settle(proposal: Proposal, answers: Answers, beside: readonly string[] = []): Settled {
  const group = answers.get('group');
  const isMeant = (unit: OldUnit): boolean =>
    group === undefined || fold(group) === fold(ALL_GROUPS) || unit.group === null || fold(unit.group) === fold(group);
  const nameOf = (unit: string): string => (unit === '' ? (answers.get('unit') ?? '') : unit);
  const named = proposal.units.filter(isMeant).map((unit) => ({ ...unit, name: nameOf(unit.name) }));
  const units = codedUnits(named.map(({ name }) => ({ name }))).map(({ code }, index) => ({
    ...(named[index] as OldUnit),
    code,
  }));
  const said = answers.get('level');
  const unnamed: Level = (said === undefined ? null : levelOf(said)) ?? proposal.about.level?.value ?? 'bloc';
  const level = (found: Level | null): Level => found ?? unnamed;
  const criteria = proposal.criteria.map((criterion) => ({
    ...criterion,
    max: criterion.max ?? numberInText(answers.get(`max.${criterion.code}`) ?? ''),
  }));
  const sign = answers.get('sign');
  const keptSign = sign !== undefined && fold(sign) === fold(SIGN_CHOICES[1]);
  const scores = proposal.scores.map((score) => ({
    ...score,
    level: level(score.level),
    unit: nameOf(score.unit),
    value: keptSign && score.wasNegative ? `-${score.value}` : score.value,
  }));
  const levels = inOrder([...new Set(scores.map((score) => score.level))]);
  const settled = {
    units,
    criteria,
    levels,
    scores,
    levelOf: level,
    nameOf,
    ranking: rankingLevel(levels, scores, criteria, proposal),
  };
  return { ...settled, plans: plansOf(proposal, settled, answers, beside) };
}

/** As scores come to be: self, bloc, further levels, board. */
function inOrder(levels: readonly Level[]): Level[] {
  const place = (level: Level): number => ({ self: 0, bloc: 1, board: 3 })[level as 'self' | 'bloc' | 'board'] ?? 2;
  return [...levels].sort((a, b) => place(a) - place(b));
}

/** The level that the ranks of the table were made by; the last one where they tell nothing. */
function rankingLevel(
  levels: readonly Level[],
  scores: Proposal['scores'],
  criteria: readonly Criterion[],
  { ranks }: Proposal,
): Level {
  if (ranks.length === 0 || levels.length < 2) return levels.at(-1) ?? 'bloc';
  const totals = plainTotals(scores, criteria);
  const agreeing = levels.map((level) => {
    const own = new Map(
      [...new Set(scores.map(({ unit }) => unit))].map((unit) => [unit, totals.get(`${fold(unit)}\n${level}`) ?? '0']),
    );
    return ranks.filter(
      ({ unit, value }) =>
        [...own.values()].filter((other) => compareNumerals(other, own.get(unit) ?? '0') > 0).length + 1 ===
        Number(value),
    ).length;
  });
  return levels[agreeing.lastIndexOf(Math.max(...agreeing))] ?? 'bloc';
}

type Made = Omit<Settled, 'plans'>;

function plansOf(proposal: Proposal, made: Made, answers: Answers, beside: readonly string[]): SheetPlan[] {
  const { units, levels, ranking, criteria } = made;
  const { about } = proposal;
  const year = answers.get('year') ?? (about.year?.certain === true ? about.year.value : undefined);
  const scale = numberInText(answers.get('scale') ?? '') ?? scaleOf({ criteria, scale: proposal.scale }) ?? '100';
  const na = answers.get('na');
  const regulation: Regulation = {
    id: 'adopted',
    name: '',
    source: adoptText('source', 'vi', { sheet: proposal.place.sheet }),
    levels,
    criteria: [],
    attributes: [],
    conditions: [],
    bands: [],
    settings: [
      { setting: 'scale', value: Number(scale) },
      { setting: 'rankingLevel', value: levelWord(ranking, about.kind) },
      { setting: 'notApplicable', value: na ?? NA_TREATMENTS.forbid[0] },
      { setting: 'totalDecimals', value: 2 },
    ],
    awards: USUAL_AWARDS.flatMap(([code, name]) => {
      const quota = numberInText(answers.get(`quota.${code}`) ?? '');
      return quota === null || quota === '0' ? [] : [{ code, name, quota: Number(quota) }];
    }),
  };
  const notes = new Map<string, string[]>();
  for (const { unit, criterion, text } of proposal.remarks)
    if (unit !== null && criterion === null) notes.set(fold(unit), [...(notes.get(fold(unit)) ?? []), text]);
  const written = units.map(({ code, name }): WrittenUnit => {
    const note = notes.get(fold(name))?.join('; ');
    return { code, name, ...(note === undefined ? {} : { note }) };
  });
  const content: Partial<WorkbookContent> = {
    info: {
      regulation: null,
      note: apartNotes(proposal),
      name: answers.get('name') ?? about.name?.value ?? null,
      year: year === undefined ? null : Number(year),
      ...(about.kind === 'cluster' ? { kind: BLOC_KINDS.cluster[0] } : {}),
    },
    unusedSheets: beside,
    criteria: criterionRows(proposal, made, answers),
    scores: writtenScores(made, answers),
    data: dataRows(proposal, made),
  };
  return createWorkbook(regulation, written, { content });
}

/** Remarks beside totals and headings belong to no unit and no criterion. */
function apartNotes({ remarks }: Proposal): string | null {
  const texts = remarks.filter(({ unit, criterion }) => unit === null && criterion === null).map(({ text }) => text);
  return texts.length === 0 ? null : texts.join('; ');
}

/** Every criterion; a parent that the table has no row for gets one, or its criteria would hang in the air. */
function criterionRows(proposal: Proposal, { criteria, scores }: Made, answers: Answers): WrittenRow<'criteria'>[] {
  const codes = new Set(criteria.map(({ code }) => code));
  const basis = new Map<string, string[]>();
  for (const { unit, criterion, text } of proposal.remarks)
    if (unit === null && criterion !== null) basis.set(criterion, [...(basis.get(criterion) ?? []), text]);
  const dashIsNa = fold(answers.get('dash') ?? '') === DASH_CHOICES[2];
  const withoutPoints = new Set(
    scores.filter(({ value }) => value === 'na' || (value === 'dash' && dashIsNa)).map(({ criterion }) => criterion),
  );
  const countsWord = (criterion: Criterion): { readonly counts?: string } =>
    criterion.counts === 'main' ? {} : { counts: COUNTS_TOWARD[criterion.counts][0] };
  const sumOf = (code: string): Numeral | null =>
    criteria
      .filter(({ parent }) => parent === code)
      .reduce<Numeral | null>((sum, { code: own, max }) => {
        const part = max ?? sumOf(own);
        return sum === null || part === null ? null : addNumerals(sum, part);
      }, '0');
  const numberOrBlank = (value: Numeral | null): WrittenValue => (value === null ? null : Number(value));
  const made = new Set<string>();
  return criteria.flatMap((criterion): WrittenRow<'criteria'>[] => {
    const missing: WrittenRow<'criteria'>[] = [];
    for (let above = parentCode(criterion.code); above !== null; above = parentCode(above)) {
      if (codes.has(above) || made.has(above)) continue;
      made.add(above);
      missing.unshift({
        code: above,
        name: `Nhóm ${above}`,
        max: numberOrBlank(sumOf(above)),
        way: WAY_WORDS.group[0],
        ...countsWord(criterion),
      });
    }
    const { code, name, max, leaf } = criterion;
    const about = basis.get(code)?.join('; ');
    return [
      ...missing,
      {
        code,
        name,
        max: numberOrBlank(leaf ? max : (max ?? sumOf(code))),
        ...countsWord(criterion),
        ...(leaf ? {} : { way: WAY_WORDS.group[0] }),
        ...(withoutPoints.has(code) ? { na: 'có' } : {}),
        ...(about === undefined ? {} : { basis: about }),
      },
    ];
  });
}

function writtenScores({ units, scores }: Made, answers: Answers): WorkbookContent['scores'] {
  const codes = new Map(units.map(({ name, code }) => [fold(name), code]));
  const dash = answers.get('dash');
  const written: Record<string, Record<string, Record<string, WrittenValue>>> = {};
  const valueOf = (value: OldScore): WrittenValue => {
    if (value === 'na') return NOT_APPLICABLE[0];
    if (value !== 'dash') return parseNumeral(value) === null ? null : Number(value);
    return dash === DASH_CHOICES[0] ? 0 : fold(dash ?? '') === DASH_CHOICES[2] ? NOT_APPLICABLE[0] : null;
  };
  for (const { unit, level, criterion, value } of scores) {
    const code = codes.get(fold(unit));
    if (code === undefined || level === null) continue;
    const points = ((written[code] ??= {})[level] ??= {});
    points[criterion] = valueOf(value);
  }
  return written;
}

function dataRows(proposal: Proposal, { units }: Made): WrittenRow<'data'>[] {
  const codes = new Map(units.map(({ name, code }) => [fold(name), code]));
  const rows = new Map<string, { unit: string; criterion: string; remark: string }>();
  for (const { unit, criterion, text } of proposal.remarks) {
    const code = unit === null ? undefined : codes.get(fold(unit));
    if (code === undefined || criterion === null) continue;
    const key = `${code} ${criterion}`;
    const before = rows.get(key);
    rows.set(key, { unit: code, criterion, remark: before === undefined ? text : `${before.remark}; ${text}` });
  }
  return [...rows.values()];
}
