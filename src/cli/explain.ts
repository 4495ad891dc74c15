/** `thidua explain FILE --unit CODE [--award CODE]` */
import { explanationLines } from '../workbook/explanations';
import { EXIT, readArguments, UsageError, type Command } from './usage';
import { hasErrors, openWorkbook, reportProblem } from './workbook-file';

export const explain: Command = async (args) => {
  const { files, lang, text } = readArguments(args, { unit: { type: 'string' }, award: { type: 'string' } }, { min: 1, max: 1 });
  const file = files[0] ?? '';
  const unit = text('unit');
  const award = text('award');
  if (unit === null) throw new UsageError('thiếu --unit');
  const opened = await openWorkbook(file);
  if (!opened.ok) return reportProblem(file, opened.error, lang);
  const { evaluation } = opened.value.judgement;
  if (!evaluation.units.some(({ id }) => id === unit)) {
    throw new UsageError(`không có đơn vị “${unit}”; các mã: ${evaluation.units.map(({ id }) => id).join(', ')}`);
  }
  if (award !== null && !evaluation.awards.some(({ id }) => id === award)) {
    throw new UsageError(`không có hình thức khen thưởng “${award}”; các mã: ${evaluation.awards.map(({ id }) => id).join(', ')}`);
  }
  process.stdout.write(`${explanationLines(opened.value.judgement, unit, award, lang).join('\n')}\n`);
  return hasErrors(evaluation.issues) ? EXIT.findings : EXIT.ok;
};
