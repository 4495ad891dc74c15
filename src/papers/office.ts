/** What every official paper has by Decree 30/2020: letterhead, number and symbol, date, legal bases, signatures, receivers. */
import { dateWords, placeAndDate } from '../workbook/letterhead';
import type { Block, Signature } from './paper';
import type { Subject } from './subject';

export { dateWords, placeAndDate };

export const DOTS = '……………';

/** The abbreviation of a paper's type in its symbol. */
export type PaperType = 'BC' | 'TTr' | 'BB';

const upper = (text: string): string => text.toLocaleUpperCase('vi');

/**
 * "Số: 05/BC-KTĐ". The row `Số` may hold the numbers of several papers ("05/BC-KTĐ; 06/TTr-KTĐ"); a bare
 * number is the report's. Numbers below 10 get a 0, unknown ones dots.
 */
export function numberLine({ info, word }: Pick<Subject, 'info' | 'word'>, type: PaperType): string {
  const given = info.number.split(';').map((one) => one.replace(/^số\s*:?\s*/iu, '').trim()).filter(Boolean);
  const own = given.find((one) => one.toLocaleLowerCase('vi').includes(`/${type.toLocaleLowerCase('vi')}`)) ?? (type === 'BC' ? given.find((one) => /^\d{1,6}$/u.test(one)) : undefined);
  const symbol = given.map((one) => one.split('-').slice(1).join('-')).find(Boolean) ?? word.symbol;
  const [number = DOTS, rest = `${type}-${symbol}`] = own?.split('/') ?? [];
  return `Số: ${number.padStart(/^\d+$/u.test(number) ? 2 : 0, '0')}/${rest}`;
}

export function letterhead(subject: Subject, type: PaperType | null, withDate = true): Block {
  const { governingBody, name } = subject.info;
  return {
    kind: 'letterhead', superior: upper(governingBody || DOTS), issuer: upper(name || DOTS),
    number: type === null ? null : numberLine(subject, type), date: withDate ? placeAndDate(subject.info) : null,
  };
}

/** Laws and ordinances are cited without number and issuing body. */
function citedByName(basis: string): string {
  if (!/^(?:bộ luật|luật|pháp lệnh)(?:\s|$)/iu.test(basis)) return basis;
  return basis
    .replace(/[\s,]{0,3}\(?(?:số\s{0,3})?\d{1,4}\/(?:\d{4}\/)?(?:QH|UBTVQH|PL-UBTVQH)\d{1,2}\)?/u, '')
    .replace(/\scủa (?:Ủy ban Thường vụ )?Quốc hội(?=[\s,.;]|$)/iu, '')
    .trim();
}

/** "Căn cứ …" for each, ending with ";", the last with ".". */
export function basesOf({ info }: Pick<Subject, 'info'>, more: readonly string[] = []): Block {
  const written = [...info.legalBases, ...(info.regulation ? [info.regulation] : [])].filter(Boolean);
  const all = [...(written.length > 0 ? written : [DOTS]), ...more];
  const items = all.map((basis, index) => {
    const bare = citedByName(basis.replace(/^căn cứ\s+/iu, '').replace(/[\s;.,]{1,9}$/u, ''));
    return `Căn cứ ${bare || DOTS}${index === all.length - 1 ? '.' : ';'}`;
  });
  return { kind: 'bases', items };
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

/** "- Như trên;" and so on; the last line ends with a full stop. */
export function receiversOf({ info }: Pick<Subject, 'info'>, withAddressee: boolean): string[] {
  const given = info.receivers.map((one) => one.replace(/^-\s*/u, '').replace(/[\s;.]{1,9}$/u, '')).filter(Boolean);
  const lines = [...(withAddressee && !given.some((one) => /^như trên/iu.test(one)) ? ['Như trên'] : []), ...(given.length > 0 ? given : ['Các đơn vị thành viên', DOTS])];
  const all = lines.some((one) => /^lưu\s*:/iu.test(one)) ? lines : [...lines, 'Lưu: VT, hồ sơ'];
  return all.map((one, index) => `- ${one}${index === all.length - 1 ? '.' : ';'}`);
}

export const addresseeOf = ({ info }: Pick<Subject, 'info'>): Block =>
  ({ kind: 'addressee', to: info.addressee ? info.addressee.split(';').map((one) => one.trim()).filter(Boolean) : [DOTS] });

/** Lower case at the beginning, for a name inside a sentence: "Khối thi đua số 1" → "khối thi đua số 1". */
export const inSentence = (name: string): string => name.replace(/^(?:Khối|Cụm)(?=\s)/u, (first) => first.toLocaleLowerCase('vi'));
