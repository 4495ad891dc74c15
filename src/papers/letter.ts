/** Tờ trình: the proposal letter, with one numbered list per award as appendix. */
import { dateWords, numberLine } from '../workbook/office-lines';
import { isPending, unitsThat } from '../workbook/standings';
import { STANDING_TEXTS } from '../text/sheets';
import type { AwardResult, UnitId } from '../rules';
import { gradeText } from '../text';
import { draftNotes, meetingDate, openMatters } from './final-report';
import { addresseeOf, basesOf, inSentence, leaderSignature, letterhead, receiversOf } from './office';
import { bold, paragraph, type Block, type Paper, type Row, type Section } from './paper';
import { NOTHING, type Subject } from './subject';
import { pendingText, placesText, proposedFor, rankText, reasonLines } from './tables';
import { votesOf } from './ballots';

export function proposalLetter(subject: Subject): Paper {
  const { info, word, names, evaluation } = subject;
  const year = info.year || '………';
  return {
    kind: 'letter',
    file: 'to-trinh',
    title: `Tờ trình đề nghị khen thưởng năm ${year}`,
    stamp: subject.stamp,
    warning: null,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          letterhead(subject, 'TTr'),
          { kind: 'title', type: 'TỜ TRÌNH', subject: `Về việc đề nghị khen thưởng phong trào thi đua năm ${year}` },
          ...draftNotes(subject),
          addresseeOf(subject),
          basesOf(subject, [`kết quả Hội nghị tổng kết, bình xét thi đua của ${word.bloc} ${meetingDate(subject)}`]),
          paragraph(
            `${info.name || `${word.Bloc} thi đua`} kính đề nghị xem xét, tặng thưởng cho các đơn vị có thành tích trong phong trào thi đua năm ${year}, gồm:`,
          ),
          ...evaluation.awards.map((award, index) =>
            paragraph(
              `${String(index + 1)}. `,
              bold(names.award(award.id)),
              `: ${isPending(award) ? `${pendingText(award, subject)}; đã xác định ${countText(subject, award)}` : countText(subject, award)} (Phụ lục ${roman(index + 1)} kèm theo).`,
            ),
          ),
          ...(evaluation.awards.length === 0 ? [paragraph('Không có hình thức khen thưởng nào trong sổ.')] : []),
          ...openMatters(subject),
          paragraph(
            `Kính đề nghị ${
              info.addressee
                ? info.addressee
                    .split(';')
                    .map((one) => one.trim())
                    .join(', ')
                : 'cấp có thẩm quyền'
            } xem xét, quyết định./.`,
          ),
          { kind: 'signatures', left: null, right: leaderSignature(subject), receivers: receiversOf(subject, true) },
        ],
      },
      ...evaluation.awards.map((award, index) => appendix(subject, award, index)),
    ],
  };
}

const countText = (subject: Subject, award: AwardResult): string =>
  `${String(proposedFor(award, subject).length)} đơn vị`;

const roman = (number: number): string => {
  const signs = [
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let left = number;
  let text = '';
  for (const [value, sign] of signs) for (; left >= value; left -= value) text += sign;
  return text;
};

/** "(Kèm theo Tờ trình số 06/TTr-KTĐ ngày … của …)" */
function attachedTo(subject: Subject): string {
  const { info, word } = subject;
  const number = numberLine(info, 'TTr').replace(/^Số: /u, '');
  return `(Kèm theo Tờ trình số ${number} ${dateWords(info.meetingDay, info.year)} của ${inSentence(info.name || `${word.Bloc} thi đua`)})`;
}

function appendix(subject: Subject, award: AwardResult, index: number): Section {
  const { evaluation, names, book } = subject;
  const results = new Map(evaluation.units.map((unit) => [unit.id, unit]));
  const withGrades = book.bands.length > 0;
  const withVotes = book.ballots.some(({ ballot }) => ballot === award.id);
  const row = (unit: UnitId, number: number, remark: string): Row => {
    const result = results.get(unit);
    return [
      String(number),
      names.unit(unit),
      subject.total(result),
      result === undefined ? NOTHING : rankText(result),
      ...(withGrades ? [(result && gradeText(result, 'vi')) ?? NOTHING] : []),
      ...(withVotes ? [votesOf(subject, unit, award.id) || NOTHING] : []),
      remark,
    ];
  };
  const [proposed, standBy, resting] = [
    proposedFor(award, subject),
    unitsThat(award, 'fallback'),
    unitsThat(award, 'postponed'),
  ];
  const rows: Row[] = [
    ...proposed.map((unit, at) => row(unit, at + 1, '')),
    ...(standBy.length > 0 ? [{ across: `${STANDING_TEXTS.fallback}:` }] : []),
    ...standBy.map((unit, at) => row(unit, at + 1, reasonLines(subject, award, unit).join('; '))),
  ];
  const table: Block = {
    kind: 'table',
    name: 'nominees',
    rows:
      rows.length > 0
        ? rows
        : [{ across: isPending(award) ? 'Chưa xác định được đơn vị nào.' : 'Không có đơn vị nào.' }],
    columns: [
      { header: 'STT', width: 6, align: 'center' },
      { header: 'Tên đơn vị', width: 38 },
      { header: 'Tổng điểm', width: 10, align: 'center' },
      { header: 'Xếp hạng', width: 9, align: 'center' },
      ...(withGrades ? [{ header: 'Xếp loại', width: 13, align: 'center' } as const] : []),
      ...(withVotes ? [{ header: 'Phiếu đồng ý / phát ra', width: 15, align: 'center' } as const] : []),
      { header: 'Ghi chú', width: 22 },
    ],
  };
  return {
    orientation: 'landscape',
    blocks: [
      {
        kind: 'appendix',
        label: `Phụ lục ${roman(index + 1)}`,
        title: `DANH SÁCH ĐỀ NGHỊ TẶNG ${names.award(award.id)}`.toLocaleUpperCase('vi'),
        attachedTo: attachedTo(subject),
      },
      ...(isPending(award)
        ? [
            {
              kind: 'line',
              text: `${placesText(award)}; ${pendingText(award, subject)}.`,
              align: 'center',
              style: 'bold',
            } as const,
          ]
        : []),
      table,
      ...resting.map((unit) =>
        paragraph(
          `${STANDING_TEXTS.postponed}: ${names.unit(unit)} (${reasonLines(subject, award, unit).join('; ')}).`,
        ),
      ),
      paragraph(
        `Danh sách này có ${String(proposed.length)} đơn vị đề nghị${standBy.length > 0 ? `, ${String(standBy.length)} đơn vị chờ hình thức cao hơn` : ''}.`,
      ),
    ],
  };
}
