export * from './place';
export * from './book';
export * from './issue';
export * from './workbook-change';
export * from './evaluation';
export { blocKind } from './bloc-kind';
export { bookNames, nameIssue, type BookNames, type ConditionName } from './names';
export { YES_OR_NO } from './attributes';
export { evaluate } from './evaluate';
export { DEFAULT_SETTINGS, emptyBook } from './empty-book';
export { trace } from './score/explain';
export type { TraceInput, TraceNode, TraceRule, TraceStep, UnitTrace } from './score/explain';
export { failedConditions } from './failed-conditions';
export { margins } from './margins';
export type { Margin, MarginStep } from './margins';
export { compare } from './compare';
export type { AwardChange, Change, Comparison, InputChange, InputKind, Judged, UnitChange } from './compare';
export { furtherLevel, headerOfLevel, levelsOf } from './levels';
export { ELECTION_BALLOTS, electedPost, type ElectedPost } from './election-ballots';
export { largestFirst, levelDifferences } from './differences';
export type { LevelDifference } from './differences';
export {
  numeralOfDouble,
  parseNumeral,
  roundNumeral,
  compareNumerals,
  addNumerals,
  subtractNumerals,
  multiplyNumerals,
  divideNumerals,
} from './numeral';
