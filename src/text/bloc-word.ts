/** Khối or cụm: since 2025 most communes stand in clusters. One place that knows the word. */

export interface BlocWord {
  /** "khối" */
  readonly bloc: string;
  /** "Khối" */
  readonly Bloc: string;
  /** "Trưởng khối", "Phó Trưởng khối" */
  readonly leader: string;
  readonly deputy: string;
  /** For the symbol of a paper: "KTĐ". */
  readonly symbol: string;
}

const words = (bloc: string, Bloc: string, symbol: string): BlocWord =>
  ({ bloc, Bloc, symbol, leader: `Trưởng ${bloc}`, deputy: `Phó Trưởng ${bloc}` });

const KHOI = words('khối', 'Khối', 'KTĐ');
const CUM = words('cụm', 'Cụm', 'CTĐ');

/** The word of a workbook: by its name while nothing else says it ("Cụm thi đua số 3"). */
export function blocWord({ name }: { readonly name: string }): BlocWord {
  return /^cụm(?:\s|$)/iu.test(name.normalize('NFC').trim()) ? CUM : KHOI;
}
