/** Bản giao ước thi đua: next year's covenant, with a place to sign for every member. */
import { DOTS } from '../workbook/office-lines';
import { formatScore } from '../text';
import * as q from '../rules/number/rational';
import { buildTree } from '../rules/score/tree';
import { cleanText } from './clean';
import { meetingDate, nextYear } from './final-report';
import { basesOf, letterhead } from './office';
import { heading, narrative, paragraph, type Block, type Paper, type Row } from './paper';
import type { Subject } from './subject';

export function covenant(subject: Subject): Paper {
  const { info, word, names, book } = subject;
  const year = nextYear(info.year);
  return {
    kind: 'covenant',
    file: 'giao-uoc-thi-dua',
    title: `Bản giao ước thi đua năm ${year}`,
    stamp: subject.stamp,
    warning: null,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          letterhead(subject, null),
          { kind: 'title', type: 'BẢN GIAO ƯỚC THI ĐUA', subject: `Năm ${year}` },
          basesOf(subject),
          paragraph(
            `Hôm nay, ${meetingDate(subject)}, tại ${info.venue || DOTS}, ${String(book.units.length)} đơn vị thành viên ${info.name || `${word.Bloc} thi đua`} thống nhất ký kết giao ước thi đua năm ${year} với các nội dung sau:`,
          ),
          heading('1. Nội dung thi đua'),
          narrative('Chỉ tiêu, phong trào thi đua của năm'),
          heading('2. Các nhóm tiêu chí chấm điểm'),
          criteria(subject),
          heading('3. Tổ chức thực hiện'),
          paragraph(
            `Các đơn vị thành viên tự chấm điểm, gửi ${word.leader} tổng hợp; hội nghị tổng kết của ${word.bloc} bình xét theo quy chế.`,
          ),
          paragraph(
            `${word.leader} năm ${year}: ${info.nextLeader === null ? DOTS : names.unit(info.nextLeader)}. ${word.deputy}: ${info.nextDeputy === null ? DOTS : names.unit(info.nextDeputy)}.`,
          ),
          paragraph('Các đơn vị thành viên cam kết thực hiện đầy đủ các nội dung trên./.'),
          {
            kind: 'signatureGrid',
            signatures: book.units.map(({ id }) => ({
              authority: [names.unit(id).toLocaleUpperCase('vi')],
              hint: '(Chữ ký, dấu)',
              below: [DOTS],
            })),
          },
        ],
      },
    ],
  };
}

function criteria({ book }: Subject): Block {
  const rows = buildTree(book.criteria).sections.map(({ criterion: { code, name }, max }): Row => [
    code,
    cleanText(name),
    max === null ? '' : formatScore(q.format(max), null, 'vi'),
  ]);
  return {
    kind: 'table',
    name: 'criteria',
    rows,
    columns: [
      { header: 'Nhóm', width: 14, align: 'center' },
      { header: 'Nội dung', width: 66 },
      { header: 'Điểm tối đa', width: 20, align: 'center' },
    ],
  };
}
