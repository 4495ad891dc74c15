/** An old score table made a standard book: find, propose, ask, build, check. */
export { checkOld, type OldCheck, type OldDifference } from './check-old';
export { openQuestions, settle, wrongAnswers, type Answers } from './adopted-book';
export { findOldTables, meantTable, type OldTables } from './find';
export { hasStandardSheet } from './standard-sheets';
export { fieldsOf, type Proposal } from './proposal';
export type { Question } from './questions';
export { together } from './together';
