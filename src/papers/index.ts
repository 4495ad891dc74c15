/** The Word papers of a judged workbook. */
export { planPapers, type PaperJob } from './papers';
export { writePapers } from './write';
