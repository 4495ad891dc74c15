/** Forms of units and scorers: made from a book, read when they come back, laid into it. */
export { makeForms, presentLevels } from './make-forms';
export { collectForms, type Collected, type CollectWanted, type Differing } from './collect-forms';
export { expectedForms, readReturned, type ExpectedForms, type FileReading, type ReturnedFile } from './returned-forms';
export { isFault } from './form-problem';
export type { FormKind } from './form-stamp';
export { cellLines, fileReports, formProblemText, formsRefusalText, meanLines, missingLine } from './form-words';
export type { FileReport } from './form-words';
