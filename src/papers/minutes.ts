/** Biên bản: the minutes of the review meeting, by form 1.9 of Decree 30/2020. */
import { DOTS } from '../workbook/office-lines';
import { formatDay } from '../text';
import { ballotRounds, ballotTable, ballotTitle, countsSentence, thresholdSentence, type BallotRound } from './ballots';
import { cleanLine } from './clean';
import { draftNotes, elections, meetingDate, proposals } from './final-report';
import { inSentence, letterhead, receiversOf } from './office';
import { heading, narrative, paragraph, type Block, type Paper } from './paper';
import type { Subject } from './subject';
import { attendanceTable, rankingTable } from './tables';

export function minutes(subject: Subject): Paper {
  const { info, word } = subject;
  return {
    kind: 'minutes',
    file: 'bien-ban-hop',
    title: `Biên bản họp bình xét năm ${info.year}`,
    stamp: subject.stamp,
    warning: null,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          letterhead(subject, 'BB', false),
          {
            kind: 'title',
            type: 'BIÊN BẢN',
            subject: `Hội nghị tổng kết, bình xét thi đua năm ${info.year || '………'} của ${inSentence(info.name || `${word.bloc} thi đua`)}`,
          },
          ...draftNotes(subject),
          paragraph(`Thời gian bắt đầu: ${info.begins || '…… giờ ……'}, ${meetingDate(subject)}.`),
          paragraph(`Địa điểm: ${info.venue || DOTS}.`),
          paragraph(attendanceSentence(subject)),
          attendanceTable(subject),
          paragraph(`Chủ trì (chủ tọa): ${info.chair || DOTS}.`),
          paragraph(`Thư ký (người ghi biên bản): ${info.secretary || DOTS}.`),
          paragraph('Nội dung (theo diễn biến cuộc họp):'),
          heading('1. Khai mạc, nghe dự thảo báo cáo tổng kết'),
          narrative('Diễn biến, các ý kiến thảo luận'),
          heading('2. Thông qua điểm và xếp hạng'),
          paragraph(`Hội nghị thông qua điểm của ${String(subject.evaluation.units.length)} đơn vị như sau:`),
          rankingTable(subject),
          heading('3. Bằng điểm và các quyết định của hội nghị'),
          ...decisions(subject),
          heading('4. Bỏ phiếu kín'),
          ...votes(subject),
          heading('5. Đề nghị khen thưởng'),
          ...proposals(subject),
          heading(`6. Bầu ${word.leader}, ${word.deputy} năm sau`),
          ...elections(subject),
          paragraph(
            `Biên bản đã được đọc lại cho mọi người dự họp cùng nghe và thống nhất. Cuộc họp kết thúc vào ${info.ends || '…… giờ ……'}, ${meetingDate(subject)}./.`,
          ),
          {
            kind: 'signatures',
            receivers: receiversOf(subject, false),
            left: { authority: ['THƯ KÝ'], hint: '(Chữ ký)', below: [personOf(info.secretary)] },
            right: { authority: ['CHỦ TỌA'], hint: '(Chữ ký, dấu nếu có)', below: [personOf(info.chair)] },
          },
        ],
      },
    ],
  };
}

/** The name in "Họ tên, chức vụ". */
const personOf = (written: string): string => written.split(/[,(–;]/u)[0]?.trim() || DOTS;

function attendanceSentence({ book, evaluation }: Subject): string {
  const units = (attendance: string): number =>
    new Set(book.attendees.filter((one) => one.attendance === attendance).map(({ unit }) => unit)).size;
  const known = book.attendees.some(({ attendance }) => attendance !== null);
  const total = evaluation.units.length;
  return known
    ? `Thành phần tham dự: ${String(units('present'))}/${String(total)} đơn vị có người dự${units('written') > 0 ? `, ${String(units('written'))} đơn vị có ý kiến bằng văn bản` : ''}, cụ thể:`
    : `Thành phần tham dự: ……/${String(total)} đơn vị, cụ thể:`;
}

const KINDS = { tie: 'Phân hạng', grant: 'Đề nghị tặng', deny: 'Không đề nghị tặng' } as const;

/** What was tied and how it was parted; what the meeting decided, with reason, who and when. */
function decisions(subject: Subject): Block[] {
  const { book, evaluation, names } = subject;
  const parted = subject.rows.flatMap(({ result }): Block[] =>
    result.tieBrokenBy === null || result.tieBrokenBy === 'quyết định'
      ? []
      : [
          paragraph(
            `- ${names.unit(result.id)}: bằng tổng điểm với đơn vị khác, xếp hạng ${String(result.rank ?? '')} theo ${cleanLine(result.tieBrokenBy)}.`,
          ),
        ],
  );
  const shared = evaluation.ties.map((units) =>
    paragraph(`- Cùng hạng, không phân được theo quy tắc: ${units.map((unit) => names.unit(unit)).join('; ')}.`),
  );
  const decided = book.decisions.map(({ kind, scope, units, reason, by, on }) =>
    paragraph(
      `- ${KINDS[kind]}${scope.kind === 'award' ? ` ${names.award(scope.award)}` : ''}: ${units.map((unit) => names.unit(unit)).join(kind === 'tie' ? ', rồi ' : '; ')}. ` +
        `Lý do: ${cleanLine(reason ?? '') || DOTS}. Người quyết định: ${cleanLine(by ?? '') || DOTS}, ngày ${on === null ? '……' : formatDay(on)}.`,
    ),
  );
  const all = [...parted, ...shared, ...decided];
  return all.length > 0 ? all : [paragraph('Không có trường hợp bằng điểm phải xử lý, không có quyết định riêng.')];
}

function votes(subject: Subject): Block[] {
  const rounds = ballotRounds(subject);
  if (rounds.length === 0) return [paragraph('Không có kết quả bỏ phiếu trong sổ.')];
  return rounds.flatMap((round) => ballotBlocks(subject, round, rounds));
}

/** `number` stands before the name of the ballot. */
export function ballotBlocks(
  subject: Subject,
  round: BallotRound,
  rounds: readonly BallotRound[],
  number = '',
): Block[] {
  const several = rounds.some((other) => other.ballot === round.ballot && other.round !== round.round);
  const title = ballotTitle(subject, round.ballot);
  return [
    heading(
      `${number}Phiếu ${/^bầu /u.test(title) ? title : `đề nghị ${title}`}${several ? `, vòng ${String(round.round)}` : ''}`,
    ),
    paragraph(countsSentence(round)),
    paragraph(thresholdSentence(subject, round)),
    ballotTable(subject, round),
  ];
}
