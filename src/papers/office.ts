/** What every official paper has by Decree 30/2020: letterhead, number and symbol, date, legal bases, signatures, receivers. */
import { basisLines, DOTS, numberLine, placeAndDate, receiverLines, type PaperType } from '../workbook/office-lines';
import type { Block, Signature } from './paper';
import type { Subject } from './subject';

const upper = (text: string): string => text.toLocaleUpperCase('vi');

export function letterhead(subject: Subject, type: PaperType | null, withDate = true): Block {
  const { governingBody, name } = subject.info;
  return {
    kind: 'letterhead',
    superior: upper(governingBody || DOTS),
    issuer: upper(name || DOTS),
    number: type === null ? null : numberLine(subject.info, type),
    date: withDate ? placeAndDate(subject.info) : null,
  };
}

/** By post in the bloc and in the own agency: "TM. KHỐI THI ĐUA, TRƯỞNG KHỐI … GIÁM ĐỐC SỞ Y TẾ". */
export function leaderSignature({ info, word, names }: Subject): Signature {
  const agency = info.leader === null ? '' : names.unit(info.leader);
  return {
    authority: [upper(`TM. ${word.bloc} thi đua`), upper(word.leader)],
    hint: agency ? `(Chữ ký, dấu của ${agency})` : '(Chữ ký, dấu)',
    below: [upper(info.signerPost || DOTS), info.signedBy || DOTS],
  };
}

export const addresseeOf = ({ info }: Pick<Subject, 'info'>): Block => ({
  kind: 'addressee',
  to: info.addressee
    ? info.addressee
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean)
    : [DOTS],
});

/** Lower case at the beginning, for a name inside a sentence: "Khối thi đua số 1" → "khối thi đua số 1". */
export const inSentence = (name: string): string =>
  name.replace(/^(?:Khối|Cụm)(?=\s)/u, (first) => first.toLocaleLowerCase('vi'));

export const basesOf = ({ info }: Pick<Subject, 'info'>, more: readonly string[] = []): Block => ({
  kind: 'bases',
  items: basisLines(info, more),
});

export const receiversOf = ({ info }: Pick<Subject, 'info'>, withAddressee: boolean): string[] =>
  receiverLines(info, withAddressee);
