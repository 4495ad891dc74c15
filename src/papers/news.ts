/** The short news text for the web site: who met when and where, how many members, who is proposed for what, who leads next year. No totals. */
import { DOTS } from '../workbook/office-lines';
import { formatDay } from '../text';
import { nextYear } from './final-report';
import type { Subject } from './subject';
import { isPending } from '../workbook/standings';
import { proposedFor } from './tables';

export function newsText(subject: Subject): string {
  const { info, word, names, evaluation } = subject;
  const list = (units: readonly string[]): string => units.map((unit) => names.unit(unit)).join('; ');
  const day = info.meetingDay === null ? `Ngày ${DOTS}` : `Ngày ${formatDay(info.meetingDay)}`;
  const who = [
    info.leader === null ? '' : `${word.leader}: ${names.unit(info.leader)}`,
    info.deputy === null ? '' : `${word.deputy}: ${names.unit(info.deputy)}`,
  ].filter(Boolean);
  const settled = evaluation.awards.filter((award) => !isPending(award) && proposedFor(award, subject).length > 0);
  const open = evaluation.awards.filter(isPending);
  const next = [
    info.nextLeader === null ? '' : `${names.unit(info.nextLeader)} làm ${word.leader}`,
    info.nextDeputy === null ? '' : `${names.unit(info.nextDeputy)} làm ${word.deputy}`,
  ].filter(Boolean);
  return [
    `${day}${info.venue ? `, tại ${info.venue}` : ''}, ${info.name || `${word.Bloc} thi đua`} tổ chức Hội nghị tổng kết phong trào thi đua năm ${info.year || DOTS}. ${word.Bloc} có ${String(evaluation.units.length)} đơn vị thành viên${who.length > 0 ? ` (${who.join('; ')})` : ''}.`,
    ...(settled.length > 0 ? ['Hội nghị bình xét, đề nghị:'] : []),
    ...settled.map((award) => `- ${names.award(award.id)}: ${list(proposedFor(award, subject))}.`),
    ...(open.length > 0 ? [`Chưa chốt: ${open.map(({ id }) => names.award(id)).join('; ')}.`] : []),
    ...(next.length > 0 ? [`Năm ${nextYear(info.year)}, ${next.join(', ')}.`] : []),
  ].join('\n');
}
