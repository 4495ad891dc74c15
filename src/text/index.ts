export * from './lang';
export * from './numbers';
export type { IssueSentences } from './issue-sentences';
export { codeText, fixText, issueSides, issueText } from './issues';
export { keptText, problemText, type DoorProblemCode } from './problems';
export * from './reasons';
export { differenceLines, isPlain } from './difference';
export { levelDifferencesTitle, levelDifferenceText, signedScore, smallerDifferencesText } from './level-differences';
export { blocWord, inKind, type BlocWord } from './bloc-word';
