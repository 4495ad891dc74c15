/**
 * What shows only when workbooks are looked at together. Files come in order; what one has in common
 * with an earlier one is said of the later one, so that every file is reported as soon as it is read.
 */
import { blocKind, issue, type Issue, type Place } from '../rules';
import { sortIssues } from '../rules/model/report';
import { shortFingerprint } from '../sheets/short-fingerprint';
import { OUTPUT_SHEETS, SHEETS } from '../workbook/layout';
import { sheetPlace } from './sheet-place';
import { fold, nearest } from '../base/folding';
import type { FileReport, ListedBloc } from './check-workbook';
import { CommonFindings, type CommonFinding } from './common';
import { isOfOtherSeason, otherSeasonIssue, seasonKey, Seasons, type Season } from './season';
import { verdictOf } from './verdict';

/** The Board's own bounds: how many units the province may propose for an award, by its code. */
export type Limits = ReadonlyMap<string, number>;

export interface AwardTotal {
  /** The award's code, folded. */
  readonly key: string;
  readonly name: string;
  readonly proposed: number;
  /** How many of them come from workbooks with errors. */
  readonly inDoubt: number;
  readonly limit: number | null;
  /** Proposed in workbooks of another year or province, and no part of `proposed`. */
  readonly elsewhere?: number;
}

/** Findings about no single file, and the counts against the limits. */
export interface Overall {
  readonly issues: readonly Issue[];
  readonly totals: readonly AwardTotal[];
  /** The year and province that the sums are of. */
  readonly season?: Season;
  /** Warnings and notes that most workbooks share. */
  readonly common?: readonly CommonFinding[];
}

type Tally = Pick<AwardTotal, 'proposed' | 'inDoubt'>;

interface Member {
  readonly file: string;
  readonly bloc: string;
}

export class AcrossFiles {
  private readonly byFingerprint = new Map<string, string>();
  private readonly byBloc = new Map<string, string>();
  private readonly byUnit = new Map<string, Member>();
  private readonly seenBlocs = new Set<string>();
  /** By award, then by season. */
  private readonly tallies = new Map<string, { readonly name: string; readonly of: Map<string, Tally> }>();
  private readonly seasons = new Seasons();
  private readonly common = new CommonFindings();
  /** One report of each season is enough to tell whose it is; the files are named. */
  private readonly bySeason = new Map<
    string,
    { readonly first: FileReport; readonly files: { readonly file: string; readonly bloc: Season }[] }
  >();

  constructor(
    private readonly blocs: readonly ListedBloc[] | null,
    private readonly limits: Limits,
  ) {}

  /** The report with what it has in common with the files before it. */
  add(report: FileReport): FileReport {
    if (report.fingerprint === null) return report;
    const twin = report.units.length === 0 ? undefined : this.byFingerprint.get(report.fingerprint);
    const more = [
      ...(twin === undefined
        ? this.newcomer(report)
        : [issue('workbook-duplicate', infoPlace(report), { kind: report.bloc.kind, params: { file: twin } })]),
      ...this.copiedStamp(report),
    ];
    const checked = this.withMore(report, more);
    if (twin === undefined) this.count(checked);
    this.common.add(checked);
    return checked;
  }

  private withMore(report: FileReport, more: readonly Issue[]): FileReport {
    if (more.length === 0) return report;
    // A stamp that proves to be another workbook's is no longer merely old.
    const copied = more.some(({ code }) => code === 'stamp-copied');
    const kept = report.issues.filter((found) => !(copied && isOfStamp(found, report)));
    const issues = sortIssues([...kept, ...more], report.sheetOrder);
    return { ...report, issues, verdict: verdictOf(issues) };
  }

  private newcomer(report: FileReport): Issue[] {
    const {
      file,
      fingerprint,
      bloc: { kind, name, year, province },
    } = report;
    if (report.units.length > 0 && fingerprint !== null) this.byFingerprint.set(fingerprint, file);
    const season = `${year}|${fold(province)}`;
    const bloc = `${season}|${fold(name)}`;
    const issues = this.expected(report);
    const other = name === '' ? undefined : this.byBloc.get(bloc);
    // The same bloc again holds the same units again: that is said once.
    if (other !== undefined)
      return [...issues, issue('bloc-duplicate', infoPlace(report), { kind, received: name, params: { file: other } })];
    this.byBloc.set(bloc, file);
    for (const unit of report.units) {
      const key = `${season}|${fold(unit.name)}`;
      const member = this.byUnit.get(key);
      if (member === undefined) this.byUnit.set(key, { file, bloc: name });
      else if (member.file !== file)
        issues.push(
          issue('unit-in-two-blocs', unit.place, {
            kind,
            unit: unit.id,
            received: unit.name,
            params: { file: member.file, bloc: member.bloc },
          }),
        );
    }
    return issues;
  }

  private expected(report: FileReport): Issue[] {
    if (this.blocs === null) return [];
    const name = fold(report.bloc.name);
    if (this.blocs.some((listed) => fold(listed.name) === name)) {
      this.seenBlocs.add(name);
      return [];
    }
    return [
      issue('bloc-unexpected', infoPlace(report), {
        kind: report.bloc.kind,
        received: report.bloc.name,
        expected: nearest(
          report.bloc.name,
          this.blocs.map((listed) => listed.name),
        ),
      }),
    ];
  }

  /** Results that carry the fingerprint of another file's inputs. */
  private copiedStamp(report: FileReport): Issue[] {
    const { stamp, fingerprint, sheetOrder, bloc } = report;
    const source = stamp === null || stamp === fingerprint ? undefined : this.byFingerprint.get(stamp);
    if (stamp === null || source === undefined) return [];
    const place = report.issues.find((found) => isOfStamp(found, report))?.place;
    return [
      issue('stamp-copied', place ?? sheetPlace(sheetOrder, resultsSheet(report)), {
        kind: bloc.kind,
        received: shortFingerprint(stamp),
        params: { file: source },
      }),
    ];
  }

  private count(report: FileReport): void {
    const { file, bloc, awards, verdict } = report;
    const key = seasonKey(bloc);
    this.seasons.add(bloc, report.season ?? null);
    const same = this.bySeason.get(key);
    if (same === undefined) this.bySeason.set(key, { first: report, files: [{ file, bloc }] });
    else same.files.push({ file, bloc });
    for (const { id, name, units } of awards) {
      const award = this.tallies.get(fold(id)) ?? { name, of: new Map<string, Tally>() };
      this.tallies.set(fold(id), award);
      const { proposed, inDoubt } = award.of.get(key) ?? { proposed: 0, inDoubt: 0 };
      award.of.set(key, {
        proposed: proposed + units.length,
        inDoubt: inDoubt + (verdict === 'valid' ? 0 : units.length),
      });
    }
  }

  /** Proposals of another season stand apart: nothing is summed over two years or provinces. */
  private totals(isElsewhere: (season: string) => boolean): AwardTotal[] {
    return [...this.tallies].map(([key, { name, of }]) => {
      const sum = (what: keyof Tally, elsewhere: boolean): number =>
        [...of].reduce((all, [season, tally]) => all + (isElsewhere(season) === elsewhere ? tally[what] : 0), 0);
      const elsewhere = sum('proposed', true);
      return {
        key,
        name,
        proposed: sum('proposed', false),
        inDoubt: sum('inDoubt', false),
        limit: this.limits.get(key) ?? null,
        ...(elsewhere > 0 ? { elsewhere } : {}),
      };
    });
  }

  end(): Overall {
    const missing = (this.blocs ?? [])
      .filter(({ name }) => !this.seenBlocs.has(fold(name)))
      .map(({ name }) => issue('bloc-missing', null, { kind: blocKind({ kind: null, name }), expected: name }));
    const season = this.seasons.decided();
    const others = [...this.bySeason].filter(([, { first }]) => isOfOtherSeason(first, season));
    const keys = new Set(others.map(([key]) => key));
    const totals = this.totals((key) => keys.has(key));
    const over = totals
      .filter(({ proposed, limit }) => limit !== null && proposed > limit)
      .map(({ name, proposed, limit }) =>
        issue('limit-exceeded', null, { award: name, received: String(proposed), expected: String(limit) }),
      );
    const mixed = otherSeasonIssue(
      others.flatMap(([, { files }]) => files),
      season,
    );
    return { issues: [...mixed, ...missing, ...over], totals, season, common: this.common.all() };
  }
}

/** The sheet of the results: the one that carries the stamp, whatever its name is. */
const resultsSheet = ({ stampSheet }: FileReport): string => stampSheet ?? OUTPUT_SHEETS.results;

/** Whether a finding is of the results' stamp: not of that of another output. */
const isOfStamp = ({ code, place }: Issue, report: FileReport): boolean =>
  (code === 'result-stale' || code === 'stamp-copied') &&
  place !== null &&
  fold(place.sheet) === fold(resultsSheet(report));

const infoPlace = ({ sheetOrder }: FileReport): Place | null => sheetPlace(sheetOrder, SHEETS.info.name);
