/** `thidua diff OLD NEW`: what changed, cell by cell, and what that changed in the outcome. */
import { differenceLines } from '../text';
import { compareWorkbooks } from '../workbook/compare-workbooks';
import { namesOf } from '../workbook/judgement';
import { print } from './terminal';
import { EXIT, readArguments, type Command } from './usage';
import { hasErrors, openWorkbook, reportProblem } from './workbook-file';

export const diff: Command = (args) => {
  const { files, lang } = readArguments(args, {}, { min: 2, max: 2 });
  const [oldFile = '', newFile = ''] = files;
  const before = openWorkbook(oldFile);
  if (!before.ok) return reportProblem(oldFile, before.error, lang);
  const after = openWorkbook(newFile);
  if (!after.ok) return reportProblem(newFile, after.error, lang);
  const difference = compareWorkbooks(before.value.judgement, after.value.judgement);
  print(differenceLines(difference, namesOf(after.value.judgement), lang));
  return hasErrors(after.value.judgement.evaluation.issues) ? EXIT.findings : EXIT.ok;
};
