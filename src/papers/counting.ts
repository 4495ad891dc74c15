/** Phiếu bầu and Biên bản kiểm phiếu: the papers of the secret ballots. */
import { DOTS } from '../workbook/office-lines';
import { ELECTION_BALLOTS, type AwardResult, type BallotId, type UnitId } from '../rules';
import { ballotRounds, ballotTitle } from './ballots';
import { draftNotes, meetingDate } from './final-report';
import { ballotBlocks } from './minutes';
import { inSentence, letterhead, receiversOf } from './office';
import { paragraph, type Block, type Paper, type Section } from './paper';
import type { Subject } from './subject';

export function countingMinutes(subject: Subject): Paper {
  const { info } = subject;
  const rounds = ballotRounds(subject);
  const tellers = info.tellers
    .split(';')
    .map((one) => one.trim())
    .filter(Boolean);
  return {
    kind: 'counting',
    file: 'bien-ban-kiem-phieu',
    title: `Biên bản kiểm phiếu năm ${info.year}`,
    stamp: subject.stamp,
    warning: null,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          letterhead(subject, 'BB', false),
          {
            kind: 'title',
            type: 'BIÊN BẢN KIỂM PHIẾU',
            subject: `Bình xét, đề nghị khen thưởng năm ${info.year || '………'}`,
          },
          ...draftNotes(subject),
          paragraph(`Thời gian: ${meetingDate(subject)}. Địa điểm: ${info.venue || DOTS}.`),
          paragraph(`Tổ kiểm phiếu gồm: ${tellers.join('; ') || DOTS}.`),
          paragraph(
            'Tổ kiểm phiếu đã kiểm tra hòm phiếu, phát phiếu, thu phiếu, đếm phiếu công khai; kết quả như sau:',
          ),
          ...(rounds.length === 0
            ? [paragraph('Không có kết quả bỏ phiếu trong sổ.')]
            : rounds.flatMap((round, index) => ballotBlocks(subject, round, rounds, `${String(index + 1)}. `))),
          paragraph('Biên bản lập thành 02 bản, đã được thông qua trước hội nghị./.'),
          {
            kind: 'signatures',
            receivers: receiversOf(subject, false),
            left: { authority: ['CÁC THÀNH VIÊN'], hint: '(Chữ ký, ghi rõ họ tên)', below: tellers.slice(1, 4) },
            right: {
              authority: ['TỔ TRƯỞNG TỔ KIỂM PHIẾU'],
              hint: '(Chữ ký, ghi rõ họ tên)',
              below: [tellers[0] ?? DOTS],
            },
          },
        ],
      },
    ],
  };
}

/** One page per ballot, to be copied as often as there are members. */
export function ballotPapers(subject: Subject): Paper {
  const { evaluation, info, word } = subject;
  const awards = evaluation.awards.map((award): Section =>
    paperOf(subject, {
      title: 'PHIẾU BÌNH XÉT THI ĐUA',
      about: `Đề nghị tặng ${subject.names.award(award.id)} năm ${info.year || '………'}`,
      candidates: candidatesFor(subject, award),
      head: 'Đồng ý đề nghị',
    }),
  );
  const elections = Object.values(ELECTION_BALLOTS[word.kind]).map((ballot): Section =>
    paperOf(subject, {
      title: 'PHIẾU BẦU',
      about: ballotTitle(subject, ballot).replace(/^b/u, 'B'),
      candidates: listedOn(subject, ballot) ?? subject.book.units.map(({ id }) => id),
      head: `Đồng ý bầu`,
    }),
  );
  return {
    kind: 'ballots',
    file: 'phieu-bau',
    title: `Phiếu bình xét, phiếu bầu của ${word.bloc}`,
    stamp: subject.stamp,
    warning: null,
    sections: [...awards, ...elections],
  };
}

interface BallotPaper {
  readonly title: string;
  readonly about: string;
  readonly candidates: readonly UnitId[];
  readonly head: string;
}

function paperOf(subject: Subject, { title, about, candidates, head }: BallotPaper): Section {
  const table: Block = {
    kind: 'table',
    name: 'candidates',
    columns: [
      { header: 'STT', width: 8, align: 'center' },
      { header: 'Đơn vị', width: 52 },
      { header: head, width: 20, align: 'center' },
      { header: 'Không đồng ý', width: 20, align: 'center' },
    ],
    rows:
      candidates.length > 0
        ? candidates.map((unit, index) => [String(index + 1), subject.names.unit(unit), '', ''])
        : [{ across: 'Chưa có đơn vị nào đủ điều kiện đưa vào phiếu.' }],
  };
  return {
    orientation: 'portrait',
    blocks: [
      letterhead(subject, null),
      { kind: 'title', type: title, subject: about },
      {
        kind: 'line',
        text: `${inSentence(subject.info.name).replace(/^k|^c/u, (first) => first.toLocaleUpperCase('vi'))}`,
        align: 'center',
        style: 'italic',
      },
      paragraph(
        'Đánh dấu X vào một trong hai ô của mỗi đơn vị. Phiếu không hợp lệ với một đơn vị khi cả hai ô đều trống hoặc đều đánh dấu. Không ký tên vào phiếu.',
      ),
      table,
    ],
  };
}

const listedOn = ({ book }: Subject, ballot: BallotId): UnitId[] | null => {
  const listed = [...new Set(book.ballots.filter((row) => row.ballot === ballot).map(({ unit }) => unit))];
  return listed.length > 0 ? listed : null;
};

/** What keeps a unit off the ballot paper; a condition on the ballot itself does not. */
const OFF = new Set(['condition-failed', 'barred', 'not-ranked', 'denied', 'holds-other']);

/** Those the workbook lists for this ballot; before there are any, those whom nothing but the vote keeps from the award, by rank. */
function candidatesFor(subject: Subject, award: AwardResult): UnitId[] {
  const onBallot = new Set(subject.book.conditions.flatMap(({ id, field }) => (field.kind === 'ballot' ? [id] : [])));
  return (
    listedOn(subject, award.id) ??
    subject.rows.flatMap(({ unit }) => {
      const reasons = award.why.get(unit.id) ?? [];
      return reasons.some(({ code, condition }) => OFF.has(code) && !onBallot.has(condition ?? '')) ? [] : [unit.id];
    })
  );
}
