export * from './model/place';
export * from './model/book';
export * from './model/issue';
export * from './model/workbook-change';
export * from './model/evaluation';
export { blocKind } from './model/bloc-kind';
export { bookNames, nameIssue, type BookNames, type ConditionName } from './model/names';
export { YES_OR_NO } from './model/words';
export { evaluate } from './evaluate';
export { DEFAULT_SETTINGS, emptyBook } from './model/empty-book';
export { trace } from './answer/explain';
export type { TraceInput, TraceNode, TraceRule, TraceStep, UnitTrace } from './answer/explain';
export { failedConditions } from './answer/failed-conditions';
export { margins } from './answer/margins';
export type { Margin, MarginStep } from './answer/margins';
export { compare } from './answer/compare';
export type { AwardChange, Change, Comparison, InputChange, InputKind, Judged, UnitChange } from './answer/compare';
export { furtherLevel, headerOfLevel, levelsOf } from './score/levels';
export { ELECTION_BALLOTS, electedPost, type ElectedPost } from './model/election-ballots';
export { largestFirst, levelDifferences } from './answer/differences';
export type { LevelDifference } from './answer/differences';
export {
  numeralOfDouble,
  parseNumeral,
  roundNumeral,
  compareNumerals,
  addNumerals,
  subtractNumerals,
  multiplyNumerals,
  divideNumerals,
} from './number/numeral';
