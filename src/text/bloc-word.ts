/** Khối or cụm: since 2025 most communes stand in clusters. One place that knows the word. */
import type { BlocInfo, BlocKind } from '../rules';
import { blocKind } from '../rules/model/bloc-kind';
import type { Lang } from './lang';

export interface BlocWord {
  readonly kind: BlocKind;
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

const words = (kind: BlocKind, bloc: string, Bloc: string, symbol: string): BlocWord => ({
  kind,
  bloc,
  Bloc,
  symbol,
  leader: `Trưởng ${bloc}`,
  deputy: `Phó Trưởng ${bloc}`,
});

const KHOI = words('bloc', 'khối', 'Khối', 'KTĐ');
const CUM = words('cluster', 'cụm', 'Cụm', 'CTĐ');

/** The word of a workbook. */
export const blocWord = (info: Pick<BlocInfo, 'kind' | 'name'>): BlocWord =>
  blocKind(info) === 'cluster' ? CUM : KHOI;

/** "khối lượng" and the like are other words; `{bloc}` is a place to fill. */
const BLOC_WORDS: Readonly<Record<Lang, RegExp>> = {
  vi: /(?<!\p{L})(?:khối|KHOI)(?!\s+(?:lượng|đại đoàn kết))(?!\p{L})/giu,
  en: /(?<!\{)\bblocs?\b/giu,
};
const CLUSTER_FORMS: Readonly<Record<string, string>> = {
  khối: 'cụm',
  Khối: 'Cụm',
  KHỐI: 'CỤM',
  KHOI: 'CUM',
  bloc: 'cluster',
  Bloc: 'Cluster',
  blocs: 'clusters',
  Blocs: 'Clusters',
};

/**
 * A text of the program in the word of a workbook: every text is written for blocs. Never for texts of
 * the user's.
 * @example inKind('Trưởng khối năm sau', 'cluster') // "Trưởng cụm năm sau"
 */
export function inKind(text: string, kind: BlocKind | null, lang: Lang = 'vi'): string {
  return kind === 'cluster' ? text.replace(BLOC_WORDS[lang], (word) => CLUSTER_FORMS[word] ?? word) : text;
}
