/** The letter back to a bloc: the faults of its workbook by cell, what follows from each folded under it. */
import { cellName, type Issue } from '../../rules';
import { issueSides, issueText, type Lang } from '../../text';
import { letterWord } from '../../text/letter';
import { visible } from '../../text/visible';
import { shortFingerprint } from '../../sheets/short-fingerprint';
import type { FileReport } from '../check-workbook';
import { faultsOf, type Fault } from '../faults';

export interface LetterOptions {
  readonly lang: Lang;
  /** The workbook's path as seen from where the letter is written, for links; null: no links. */
  readonly link: string | null;
}

/** One fault as it is told to the bloc. */
export interface LetterRow {
  readonly found: Issue;
  /** "Chấm điểm, ô E11". */
  readonly where: string;
  readonly is: string;
  readonly should: string;
  readonly what: string;
  readonly how: string;
  /** What it takes along; '' where nothing. */
  readonly also: string;
}

export interface Letter {
  readonly to: string;
  /** Which workbook: name, year, code of its inputs. */
  readonly about: readonly string[];
  readonly opening: string;
  /** Faults at severity error, then what should be looked at. */
  readonly mend: readonly LetterRow[];
  readonly look: readonly LetterRow[];
  /** After the tables. */
  readonly closing: readonly string[];
  /** To be filled in by hand. */
  readonly blanks: readonly string[];
}

/** A bloc has nothing to do with the folders of whoever checks. */
const nameOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

export function letterOf(report: FileReport, lang: Lang): Letter {
  const { file, bloc, fingerprint, verdict } = report;
  const { kind } = bloc;
  const faults = faultsOf(report);
  const rows = (severity: Issue['severity']): LetterRow[] =>
    faults.filter((fault) => fault.severity === severity).map((fault) => rowOf(fault, report, lang));
  const [mend, look] = [rows('error'), rows('warning')];
  const isUnreadable = verdict === 'unreadable';
  const takesAlong = [...mend, ...look].some(({ also }) => also !== '');
  return {
    to: bloc.name === '' ? letterWord(kind, lang, 'toNobody') : letterWord(kind, lang, 'to', { bloc: bloc.name }),
    about: [
      letterWord(kind, lang, 'file', { file: nameOf(file) }),
      ...(bloc.year === '' ? [] : [letterWord(kind, lang, 'season', { year: bloc.year })]),
      ...(fingerprint === null ? [] : [letterWord(kind, lang, 'code', { code: shortFingerprint(fingerprint) })]),
    ],
    opening: isUnreadable
      ? letterWord(kind, lang, 'openingUnreadable')
      : letterWord(kind, lang, 'opening', { n: mend.length }),
    mend,
    look,
    closing: [
      ...(takesAlong ? [letterWord(kind, lang, 'alsoNote')] : []),
      ...(isUnreadable ? [] : [letterWord(kind, lang, 'closing')]),
    ],
    blanks: [letterWord(kind, lang, 'until'), letterWord(kind, lang, 'receiver'), letterWord(kind, lang, 'checker')],
  };
}

function rowOf({ main, consequences }: Fault, { bloc }: FileReport, lang: Lang): LetterRow {
  const other = main.params?.['file'];
  const told = other === undefined ? main : { ...main, params: { ...main.params, file: nameOf(other) } };
  const { what, why, how } = issueText(told, lang);
  const sides = issueSides(told, lang);
  return {
    found: main,
    where:
      main.place === null
        ? letterWord(bloc.kind, lang, 'whole')
        : letterWord(bloc.kind, lang, 'cell', { sheet: main.place.sheet, cell: cellName(main.place) }),
    is: sides.received,
    should: sides.expected,
    what: `${what} ${why}`,
    how,
    also: alsoText(consequences, bloc.kind, lang),
  };
}

/** So many cells are named, the others counted. */
const MOST_CELLS = 12;

/** "Kéo theo 3 chỗ khác: Kết quả E9, H9; Đơn vị A3." */
function alsoText(consequences: readonly Issue[], kind: FileReport['bloc']['kind'], lang: Lang): string {
  if (consequences.length === 0) return '';
  const cells = new Map<string, Set<string>>();
  for (const { place } of consequences)
    if (place !== null) cells.set(place.sheet, (cells.get(place.sheet) ?? new Set()).add(cellName(place)));
  const all = [...cells].flatMap(([sheet, names]) => [...names].map((name) => ({ sheet, name })));
  if (all.length === 0) return letterWord(kind, lang, 'alsoPlain', { n: consequences.length });
  const named = new Map<string, string[]>();
  for (const { sheet, name } of all.slice(0, MOST_CELLS)) named.set(sheet, [...(named.get(sheet) ?? []), name]);
  const parts = [...named].map(([sheet, names]) => `${sheet} ${names.join(', ')}`);
  const rest = all.length - MOST_CELLS;
  return letterWord(kind, lang, 'also', {
    n: consequences.length,
    cells: [...parts, ...(rest > 0 ? [letterWord(kind, lang, 'more', { n: rest })] : [])].join('; '),
  });
}

/** Plain text, for copying into a message. */
export function letterText(report: FileReport, { lang }: Pick<LetterOptions, 'lang'>): string {
  const { kind } = report.bloc;
  const letter = letterOf(report, lang);
  const word = (key: 'is' | 'should' | 'how'): string => letterWord(kind, lang, key);
  const part = (heading: 'mend' | 'look', rows: readonly LetterRow[]): string[] =>
    rows.length === 0
      ? []
      : [
          '',
          `${letterWord(kind, lang, heading)}:`,
          ...rows.flatMap(({ where, is, should, what, how, also }, at) => [
            `${String(at + 1)}. ${where}: ${what}`,
            ...[
              [word('is'), is],
              [word('should'), should],
              [word('how'), how],
            ].flatMap(([name = '', value = '']) => (value === '' ? [] : [`   ${name}: ${value}`])),
            ...(also === '' ? [] : [`   ${also}`]),
          ]),
        ];
  return [
    letterWord(kind, lang, 'title'),
    '',
    letter.to,
    ...letter.about,
    '',
    letter.opening,
    ...part('mend', letter.mend),
    ...part('look', letter.look),
    '',
    ...letter.closing,
    ...letter.blanks,
  ]
    .map((line) => `${visible(line)}\n`)
    .join('');
}
