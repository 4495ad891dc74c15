/** The year and province of a check: the standard's, else what most workbooks say; and which workbooks say another. */
import { issue, type Issue } from '../rules';
import { sortIssues } from '../rules/model/report';
import { SHEETS } from '../workbook/layout';
import { sheetPlace } from './sheet-place';
import { fold } from '../base/folding';
import type { FileReport } from './check-workbook';
import { verdictOf } from './verdict';

/** As a workbook writes them; '': not said. */
export interface Season {
  readonly year: string;
  readonly province: string;
}

type Part = keyof Season;
const PARTS: readonly Part[] = ['year', 'province'];

/** "Năm 2025" and "2025", "Tỉnh Lào Cai" and "Lào Cai" are the same. */
const MEANT: Readonly<Record<Part, (text: string) => string>> = {
  year: (text) => /(?<!\d)\d{4}(?!\d)/u.exec(text)?.[0] ?? fold(text),
  province: (text) => fold(text).replace(/^(?:tỉnh|thành phố|tp\.?) /u, ''),
};

export const seasonKey = ({ year, province }: Season): string => `${MEANT.year(year)}|${MEANT.province(province)}`;

/** Counts the seasons of workbooks as they come. */
export class Seasons {
  private readonly counts: Readonly<Record<Part, Map<string, { readonly text: string; files: number }>>> = {
    year: new Map(),
    province: new Map(),
  };
  private files = 0;
  private standard: Season | null = null;

  /** `standard`: the season of what the workbooks are compared with. */
  add({ year, province }: Season, standard: Season | null): void {
    this.files += 1;
    this.standard ??= standard;
    for (const [part, text] of [
      ['year', year],
      ['province', province],
    ] as const) {
      const key = MEANT[part](text);
      const known = this.counts[part].get(key);
      if (known !== undefined) known.files += 1;
      else if (key !== '') this.counts[part].set(key, { text, files: 1 });
    }
  }

  /** Of two years that stand in as many workbooks the later one. A part that most workbooks leave blank is ''. */
  decided(): Season {
    const part = (name: Part): string => {
      const given = this.standard?.[name] ?? '';
      if (given !== '') return given;
      const all = [...this.counts[name].values()];
      const [most] = all.sort((a, b) => b.files - a.files || (name === 'year' ? (a.text < b.text ? 1 : -1) : 0));
      const said = all.reduce((sum, { files }) => sum + files, 0);
      return most !== undefined && said * 2 > this.files ? most.text : '';
    };
    return { year: part('year'), province: part('province') };
  }
}

const differing = (own: Season, season: Season, isBlank: boolean): Part[] =>
  PARTS.filter(
    (part) =>
      season[part] !== '' &&
      (own[part].trim() === '') === isBlank &&
      MEANT[part](own[part]) !== MEANT[part](season[part]),
  );

const said = (season: Season, parts: readonly Part[]): string => parts.map((part) => season[part]).join(', ');

/** Whether a workbook says another year or province than the check's: its proposals are no part of the sums. */
export const isOfOtherSeason = ({ bloc, fingerprint }: FileReport, season: Season): boolean =>
  fingerprint !== null && differing(bloc, season, false).length > 0;

/** What is to be said of a workbook that states another season, or none where the others do. */
function seasonIssues({ bloc, fingerprint, sheetOrder }: FileReport, season: Season): Issue[] {
  if (fingerprint === null) return [];
  const place = sheetPlace(sheetOrder, SHEETS.info.name);
  const [other, blank] = [differing(bloc, season, false), differing(bloc, season, true)];
  return [
    ...(other.length === 0
      ? []
      : [
          issue('season-differs', place, {
            kind: bloc.kind,
            received: said(bloc, other),
            expected: said(season, other),
          }),
        ]),
    ...(blank.length === 0 ? [] : [issue('season-blank', place, { kind: bloc.kind, expected: said(season, blank) })]),
  ];
}

/** The report with what could only be said once all were read. */
export function inSeason(report: FileReport, season: Season): FileReport {
  const more = seasonIssues(report, season);
  if (more.length === 0) return report;
  const issues = sortIssues([...report.issues, ...more], report.sheetOrder);
  return { ...report, issues, verdict: verdictOf(issues) };
}

/** One finding of the whole check that names every workbook of another season. */
export function otherSeasonIssue(
  others: readonly { readonly file: string; readonly bloc: Season }[],
  season: Season,
): Issue[] {
  return others.length === 0
    ? []
    : [
        issue('season-differs', null, {
          received: others
            .map(({ file, bloc }) => `${file} (${said(bloc, differing(bloc, season, false))})`)
            .join('; '),
          expected: said(
            season,
            PARTS.filter((part) => season[part] !== ''),
          ),
        }),
      ];
}
