/** Lines that every official paper has by Decree 30/2020, on sheets and in Word alike: number and symbol, date, legal bases, receivers. */
import type { BlocInfo } from '../rules';
import { blocWord } from '../text';

/** To be filled in by hand. */
export const DOTS = '……………';

/** "ngày 09 tháng 01 năm 2023": a 0 before days below 10 and before months 1 and 2. Dots where the day is not known. */
export function dateWords(day: string | null, year: string): string {
  const [, written, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/u.exec(day ?? '') ?? [];
  if (written === undefined || month === undefined || date === undefined)
    return `ngày …… tháng …… năm ${year || '………'}`;
  return `ngày ${date} tháng ${Number(month) > 2 ? String(Number(month)) : month} năm ${written}`;
}

/** "Ninh Bình, ngày 09 tháng 01 năm 2023"; dots to fill in by hand where the workbook has no place or date. */
export function placeAndDate({
  province,
  meetingDay,
  year,
}: Pick<BlocInfo, 'province' | 'meetingDay' | 'year'>): string {
  return `${province.replace(/^tỉnh\s+/iu, '') || DOTS}, ${dateWords(meetingDay, year)}`;
}

/** The abbreviation of a paper's type in its symbol. */
export type PaperType = 'BC' | 'TTr' | 'BB';

/**
 * "Số: 05/BC-KTĐ". The row `Số` may hold the numbers of several papers ("05/BC-KTĐ; 06/TTr-KTĐ"); a bare
 * number is the report's. Numbers below 10 get a 0, unknown ones dots.
 */
export function numberLine(info: BlocInfo, type: PaperType): string {
  const given = info.number
    .split(';')
    .map((one) => one.replace(/^số\s*:?\s*/iu, '').trim())
    .filter(Boolean);
  const own =
    given.find((one) => one.toLocaleLowerCase('vi').includes(`/${type.toLocaleLowerCase('vi')}`)) ??
    (type === 'BC' ? given.find((one) => /^\d{1,6}$/u.test(one)) : undefined);
  const symbol = given.map((one) => one.split('-').slice(1).join('-')).find(Boolean) ?? blocWord(info).symbol;
  const [number = DOTS, rest = `${type}-${symbol}`] = own?.split('/') ?? [];
  return `Số: ${number.padStart(/^\d+$/u.test(number) ? 2 : 0, '0')}/${rest}`;
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
export function basisLines(info: BlocInfo, more: readonly string[] = []): string[] {
  const written = [...info.legalBases, ...(info.regulation ? [info.regulation] : [])].filter(Boolean);
  const all = [...(written.length > 0 ? written : [DOTS]), ...more];
  return all.map((basis, index) => {
    const bare = citedByName(basis.replace(/^căn cứ\s+/iu, '').replace(/[\s;.,]{1,9}$/u, ''));
    return `Căn cứ ${bare || DOTS}${index === all.length - 1 ? '.' : ';'}`;
  });
}

/** "- Như trên;" and so on; the last line ends with a full stop. */
export function receiverLines(info: BlocInfo, withAddressee: boolean): string[] {
  const given = info.receivers.map((one) => one.replace(/^-\s*/u, '').replace(/[\s;.]{1,9}$/u, '')).filter(Boolean);
  const lines = [
    ...(withAddressee && !given.some((one) => /^như trên/iu.test(one)) ? ['Như trên'] : []),
    ...(given.length > 0 ? given : ['Các đơn vị thành viên', DOTS]),
  ];
  const all = lines.some((one) => /^lưu\s*:/iu.test(one)) ? lines : [...lines, 'Lưu: VT, hồ sơ'];
  return all.map((one, index) => `- ${one}${index === all.length - 1 ? '.' : ';'}`);
}
