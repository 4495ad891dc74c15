/** The Word papers of a judged workbook. */
export { DOCX, DRAFT_WITH_ERRORS, NEWS_FILE, planPapers, type PaperFile, type PaperJob } from './papers';
export type { Block, Column, Paper, PaperKind, Row, Run, Section, TableName } from './paper';
export { writePapers, type WriteOptions } from './write';
