/** Báo cáo tổng kết: the draft report of the conference; what only the office can tell is left open and marked. */
import { electedPost, type ElectedPost } from '../rules';
import { dateWords, DOTS } from '../workbook/office-lines';
import { warningsOf } from '../workbook/letterhead';
import { isPending, unitsThat } from '../workbook/standings';
import { ballotRounds } from './ballots';
import { addresseeOf, basesOf, inSentence, leaderSignature, letterhead, receiversOf } from './office';
import { heading, narrative, paragraph, type Block, type Paper } from './paper';
import type { Subject } from './subject';
import { gradesTable, pendingText, proposalsTable, rankingTable, reasonLines, sectionsTable } from './tables';

export const nextYear = (year: string): string => (/^\d+$/u.test(year) ? String(Number(year) + 1) : '………');

export function finalReport(subject: Subject): Paper {
  const { info, word, evaluation } = subject;
  const year = info.year || '………';
  const ranked = evaluation.units.filter(({ rank }) => rank !== null).length;
  const grades = gradesTable(subject);
  return {
    kind: 'report',
    file: 'bao-cao-tong-ket',
    title: `Báo cáo tổng kết năm ${year}`,
    stamp: subject.stamp,
    warning: null,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          letterhead(subject, 'BC'),
          {
            kind: 'title',
            type: 'BÁO CÁO',
            subject: `Tổng kết phong trào thi đua và bình xét khen thưởng năm ${year}`,
          },
          ...draftNotes(subject),
          addresseeOf(subject),
          basesOf(subject),
          paragraph(
            `${info.name || `${word.Bloc} thi đua`} báo cáo kết quả phong trào thi đua, bình xét, đề nghị khen thưởng năm ${year} như sau:`,
          ),
          heading('I. ĐẶC ĐIỂM TÌNH HÌNH, CÔNG TÁC CHỈ ĐẠO'),
          narrative(`Đặc điểm của ${word.bloc}; việc ký giao ước, phát động, kiểm tra phong trào thi đua trong năm`),
          heading('II. KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA'),
          narrative('Kết quả thực hiện nhiệm vụ, các phong trào thi đua, điển hình tiên tiến'),
          heading('III. KẾT QUẢ CHẤM ĐIỂM, XẾP HẠNG'),
          paragraph(
            `${word.Bloc} có ${String(evaluation.units.length)} đơn vị thành viên; ${String(ranked)} đơn vị được xếp hạng, ${String(evaluation.units.length - ranked)} đơn vị không xếp hạng.`,
          ),
          paragraph('Kết quả theo từng nhóm tiêu chí:'),
          sectionsTable(subject),
          paragraph('Bảng xếp hạng:'),
          rankingTable(subject),
          ...(grades === null ? [] : [paragraph('Kết quả xếp loại:'), grades]),
          heading('IV. ĐỀ NGHỊ KHEN THƯỞNG'),
          ...proposals(subject),
          heading(
            `V. ${word.leader.toLocaleUpperCase('vi')}, ${word.deputy.toLocaleUpperCase('vi')} NĂM ${nextYear(info.year)}`,
          ),
          ...elections(subject),
          heading('VI. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN'),
          narrative('Những việc chưa làm được, nguyên nhân'),
          heading(`VII. PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM ${nextYear(info.year)}`),
          narrative('Nhiệm vụ trọng tâm, giải pháp'),
          heading('VIII. KIẾN NGHỊ, ĐỀ XUẤT'),
          narrative('Kiến nghị với cấp trên, nếu có'),
          paragraph(
            `Trên đây là báo cáo tổng kết năm ${year} của ${inSentence(info.name || `${word.Bloc} thi đua`)}./.`,
          ),
          { kind: 'signatures', left: null, right: leaderSignature(subject), receivers: receiversOf(subject, true) },
        ],
      },
    ],
  };
}

/** Under the title: that it is a draft, illustrative, provisional. */
export function draftNotes(subject: Subject): Block[] {
  return [
    ...(subject.info.note
      ? [{ kind: 'line', text: `(${subject.info.note})`, align: 'center', style: 'italic' } as const]
      : []),
    ...warningsOf(subject).map((text): Block => ({ kind: 'line', text, align: 'center', style: 'bold' })),
  ];
}

/** The table of proposals, and below it why an award is open, who stands by, who is postponed. */
export function proposals(subject: Subject): Block[] {
  const { awards } = subject.evaluation;
  if (awards.length === 0) return [paragraph('Không có hình thức khen thưởng nào trong sổ.')];
  return [proposalsTable(subject), ...openMatters(subject)];
}

export function openMatters(subject: Subject): Block[] {
  const { names, evaluation } = subject;
  return evaluation.awards.flatMap((award): Block[] => [
    ...(isPending(award)
      ? [
          paragraph(`${names.award(award.id)}: ${pendingText(award, subject)}.`),
          ...award.tied.flatMap((unit) => unitReasons(subject, award, unit)),
        ]
      : []),
    ...unitsThat(award, 'fallback').flatMap((unit) => [
      paragraph(`${names.award(award.id)} – ${names.unit(unit)}: chỉ đề nghị nếu không được tặng hình thức cao hơn.`),
      ...unitReasons(subject, award, unit),
    ]),
    ...unitsThat(award, 'postponed').flatMap((unit) => [
      paragraph(`${names.award(award.id)} – ${names.unit(unit)}: tạm hoãn, chưa đề nghị.`),
      ...unitReasons(subject, award, unit),
    ]),
  ]);
}

const unitReasons = (subject: Subject, award: Parameters<typeof pendingText>[0], unit: string): Block[] =>
  reasonLines(subject, award, unit).map((line) => paragraph(`- ${subject.names.unit(unit)}: ${line}`));

/** Who leads next year, as recorded, with the votes where there was a ballot. */
export function elections(subject: Subject): Block[] {
  const { info, names, word } = subject;
  const line = (title: string, unit: string | null, post: ElectedPost): Block => {
    const round = ballotRounds(subject)
      .filter((one) => electedPost(one.ballot) === post && one.rows.some((row) => row.unit === unit))
      .at(-1);
    const row = round?.rows.find((one) => one.unit === unit);
    const favour = row?.favour.kind === 'number' ? row.favour.value : null;
    return paragraph(
      `${title} năm ${nextYear(info.year)}: ${unit === null ? DOTS : names.unit(unit)}${favour === null ? '' : ` (${favour} phiếu đồng ý)`}.`,
    );
  };
  return [line(word.leader, info.nextLeader, 'leader'), line(word.deputy, info.nextDeputy, 'deputy')];
}

/** "ngày 30 tháng 01 năm 2024", or dots. */
export const meetingDate = ({ info }: Pick<Subject, 'info'>): string => dateWords(info.meetingDay, '');
