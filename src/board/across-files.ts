/**
 * What shows only when workbooks are looked at together. Files come in order; what one has in common
 * with an earlier one is said of the later one, so that every file is reported as soon as it is read.
 */
import { blocKind, issue, type Issue, type Place } from '../rules';
import { sortIssues } from '../rules/report';
import { shortFingerprint } from '../workbook/fingerprint';
import { OUTPUT_SHEETS, SHEETS } from '../workbook/layout';
import { firstCell } from '../workbook/read/sheets';
import { fold, nearest } from '../workbook/read/text';
import { verdictOf, type FileReport, type ListedBloc } from './check-workbook';

/** The Board's own bounds: how many units the province may propose for an award, by its code. */
export type Limits = ReadonlyMap<string, number>;

export interface AwardTotal {
  /** The award's code, folded. */
  readonly key: string;
  readonly name: string;
  proposed: number;
  /** How many of them come from workbooks with errors. */
  inDoubt: number;
  readonly limit: number | null;
}

/** Findings about no single file, and the counts against the limits. */
export interface Overall {
  readonly issues: readonly Issue[];
  readonly totals: readonly AwardTotal[];
}

interface Member {
  readonly file: string;
  readonly bloc: string;
}

export class AcrossFiles {
  private readonly byFingerprint = new Map<string, string>();
  private readonly byBloc = new Map<string, string>();
  private readonly byUnit = new Map<string, Member>();
  private readonly seenBlocs = new Set<string>();
  private readonly totals = new Map<string, AwardTotal>();

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
    return checked;
  }

  private withMore(report: FileReport, more: readonly Issue[]): FileReport {
    if (more.length === 0) return report;
    // A stamp that proves to be another workbook's is no longer merely old.
    const copied = more.some(({ code }) => code === 'stamp-copied');
    const kept = report.issues.filter(
      ({ code, place }) => !(copied && (code === 'result-stale' || code === 'stamp-copied') && isResults(place)),
    );
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
  private copiedStamp({ stamp, fingerprint, issues, bloc: { kind } }: FileReport): Issue[] {
    const source = stamp === null || stamp === fingerprint ? undefined : this.byFingerprint.get(stamp);
    if (stamp === null || source === undefined) return [];
    const place = issues.find(
      ({ code, place: at }) => (code === 'result-stale' || code === 'stamp-copied') && isResults(at),
    )?.place;
    return [
      issue('stamp-copied', place ?? firstCell(OUTPUT_SHEETS.results), {
        kind,
        received: shortFingerprint(stamp),
        params: { file: source },
      }),
    ];
  }

  private count({ awards, verdict }: FileReport): void {
    for (const { id, name, units } of awards) {
      const key = fold(id);
      const total = this.totals.get(key) ?? { key, name, proposed: 0, inDoubt: 0, limit: this.limits.get(key) ?? null };
      total.proposed += units.length;
      if (verdict !== 'valid') total.inDoubt += units.length;
      this.totals.set(key, total);
    }
  }

  end(): Overall {
    const missing = (this.blocs ?? [])
      .filter(({ name }) => !this.seenBlocs.has(fold(name)))
      .map(({ name }) => issue('bloc-missing', null, { kind: blocKind({ kind: null, name }), expected: name }));
    const totals = [...this.totals.values()];
    const over = totals
      .filter(({ proposed, limit }) => limit !== null && proposed > limit)
      .map(({ name, proposed, limit }) =>
        issue('limit-exceeded', null, { award: name, received: String(proposed), expected: String(limit) }),
      );
    return { issues: [...missing, ...over], totals };
  }
}

const isResults = (place: Place | null): boolean => place !== null && fold(place.sheet) === fold(OUTPUT_SHEETS.results);

const infoPlace = ({ sheetOrder }: FileReport): Place =>
  firstCell(sheetOrder.find((sheet) => fold(sheet) === fold(SHEETS.info.name)) ?? SHEETS.info.name);
