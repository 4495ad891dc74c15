/** Forms as no unit should send them: each is named, and stops no other. */
import { HOSTILE } from '../../xlsx/hostile/cases';
import { filled } from './support';

export interface HostileForm {
  readonly what: string;
  readonly make: (form: Uint8Array) => Uint8Array | Promise<Uint8Array>;
  /** What is said of the file. */
  readonly says: RegExp;
}

const ofCase = (name: string): Uint8Array => {
  const found = HOSTILE[name];
  if (found === undefined) throw new Error(name);
  return found.build();
};

const SPACES = ' '.repeat(32_000);

export const hostileForms = (): HostileForm[] => [
  {
    what: 'a zip bomb that claims to be small',
    make: () => ofCase('bomb of 1.5 GB that claims 1 kB'),
    says: /KHÔNG THU\. Tệp/,
  },
  { what: 'more than a workbook has', make: () => ofCase('bomb of 1.5 GB'), says: /KHÔNG THU\. Tệp/ },
  { what: 'half of a file', make: (form) => form.slice(0, form.length / 2), says: /KHÔNG THU\. Tệp/ },
  { what: 'no workbook', make: () => Buffer.from('Kính gửi khối thi đua'), says: /KHÔNG THU\. Tệp/ },
  { what: 'nothing', make: () => new Uint8Array(), says: /KHÔNG THU\. Tệp/ },
  {
    what: 'kilobytes of spaces in every cell that is filled in',
    make: (form) =>
      filled(
        form,
        ['I.1', 'I.2', 'II.1'].flatMap((code) =>
          ['Tự chấm', 'Minh chứng', 'Giải trình'].map((header) => [code, header, `${SPACES}x${SPACES}`] as const),
        ),
        (sheet) => {
          for (let row = 1; row < 400; row++) sheet.getCell(row, 30).value = `${SPACES}x`;
        },
      ),
    says: /KHÔNG THU \(/,
  },
];
