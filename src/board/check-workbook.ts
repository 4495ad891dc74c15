/** The Board's check of one workbook: read, judge, compare; one file in, one report out. */
import {
  blocKind,
  bookNames,
  issue,
  nameIssue,
  type AwardResult,
  type BlocKind,
  type Issue,
  type IssueCode,
  type Numeral,
  type Place,
  type UnitResult,
} from '../rules';
import { sortIssues } from '../rules/model/report';
import { problemText, type Lang } from '../text';
import type { Verdict } from '../text/board';
import { oldTableOffer } from '../workbook/adopt/offer';
import type { DoorProblem, Result } from '../sheets/door';
import { faultOf } from '../sheets/fault';
import { evaluationJson } from '../workbook/json';
import { isNewerTemplate, judge, type Judgement } from '../workbook/judgement';
import { OUTPUT_SHEETS } from '../workbook/layout';
import { fold } from '../base/folding';
import { readCounts, type ReadCounts } from '../workbook/read-counts';
import { findOutput, parseStamp } from '../sheets/stamp';
import { readWorkbook } from '../xlsx';
import { anatomyOf, type Anatomy } from './anatomy';
import { compareResults } from './compare-results';
import { compareWithStandard } from './compare-standard';
import { compareUnits } from './compare-units';
import type { OpenStandard } from './standard';
import type { Season } from './season';
import { smallPrint } from './small-print';
import { suspicions } from './suspicions';
import { verdictOf } from './verdict';
import { TableFinder } from '../workbook/table-finder';

export type { Verdict };

/** A bloc that must hand in a workbook. */
export interface ListedBloc {
  readonly name: string;
  /** The official members by name or code; null where the list does not say. */
  readonly units: readonly string[] | null;
}

/** What is kept of a checked file: plain data, small, the same from every thread. */
export interface FileReport {
  /** The name to show. */
  readonly file: string;
  readonly verdict: Verdict;
  readonly bloc: { readonly kind: BlocKind; readonly name: string; readonly year: string; readonly province: string };
  /** The year and province of the standard workbook that it was compared with; absent: none, or it says neither. */
  readonly season?: Season;
  /** The points that all criteria come to together; absent: not known. */
  readonly scale?: Numeral;
  /** Null when the file could not be read. */
  readonly fingerprint: string | null;
  readonly units: readonly (Pick<UnitResult, 'id' | 'name' | 'total' | 'rank'> & { readonly place: Place })[];
  readonly awards: readonly Pick<AwardResult, 'id' | 'name' | 'places' | 'status' | 'units'>[];
  readonly issues: readonly Issue[];
  /** How much was read of it; null when it could not be read. */
  readonly read: ReadCounts | null;
  /** The fingerprint that the sheet `Kết quả` carries. */
  readonly stamp: string | null;
  /** The sheet that carries it, whatever its name is. */
  readonly stampSheet?: string;
  readonly sheetOrder: readonly string[];
  /** Where something was found: what tells causes from consequences (`faults.ts`). */
  readonly anatomy?: Anatomy;
  /** The evaluation as JSON without its issues (it ends with `NO_ISSUES`), where it was asked for. */
  readonly json: string | null;
}

/** How a report's JSON ends: what other files say about this one comes in its place. */
export const NO_ISSUES = '"issues":[]}';

export interface CheckOptions {
  readonly standard: OpenStandard | null;
  /** The blocs that must hand in a workbook, with their official units. */
  readonly blocs: readonly ListedBloc[] | null;
  /** Whether the report carries its JSON. */
  readonly withJson: boolean;
  readonly lang: Lang;
}

/** A mistake of ours is told of its file (`program-fault`), so that the others are checked all the same. */
export function checkBytes(file: string, bytes: Result<Uint8Array, DoorProblem>, options: CheckOptions): FileReport {
  try {
    const cells = bytes.ok ? readWorkbook(bytes.value, { wanted: isChecked }) : bytes;
    return cells.ok
      ? checkJudgement(file, judge(cells.value), options)
      : unreadableReport(file, cells.error, options.lang);
  } catch (error) {
    return unreadableReport(file, faultOf(error), options.lang);
  }
}

/** Our sheets that only repeat in words what the others say. */
const NOT_CHECKED: ReadonlySet<string> = new Set(
  [OUTPUT_SHEETS.issues, OUTPUT_SHEETS.explanations, OUTPUT_SHEETS.guide].map(fold),
);
const isChecked = (sheet: string): boolean => !NOT_CHECKED.has(fold(sheet));

function checkJudgement(
  file: string,
  judgement: Judgement,
  { standard, blocs, withJson, lang }: CheckOptions,
): FileReport {
  const { book, evaluation, fingerprint, cells } = judgement;
  // Of a newer template nothing was read: there is nothing to compare.
  const isRead = !isNewerTemplate(judgement);
  const listed = blocs?.find(({ name }) => fold(name) === fold(book.info.name))?.units ?? null;
  const offer = oldTableOffer(cells, evaluation.issues);
  const compared = isRead && offer === null ? compareResults(judgement) : null;
  const found =
    offer !== null
      ? [offer]
      : [
          ...evaluation.issues,
          ...(isRead
            ? [
                ...(compared?.issues ?? []),
                ...(standard === null ? [] : compareWithStandard(judgement, standard, listed === null)),
                ...(listed === null
                  ? []
                  : compareUnits(
                      book.units,
                      listed.map((name) => ({ code: null, name })),
                      new TableFinder(cells),
                    )),
                ...suspicions(book),
                ...smallPrint(cells),
              ]
            : []),
        ];
  const names = bookNames(book);
  const stamped = findOutput(cells, 'results');
  const issues = sortIssues(found, book.sheetOrder).map((one) => nameIssue(one, names));
  const places = new Map(book.units.map(({ id, place }) => [id, place]));
  return {
    file,
    verdict: verdictOf(issues),
    fingerprint,
    issues,
    bloc: { kind: blocKind(book.info), name: book.info.name, year: book.info.year, province: book.info.province },
    ...(standard?.isWorkbook === true ? { season: seasonOf(standard.book) } : {}),
    ...(Number(book.settings.scale) > 0 ? { scale: book.settings.scale } : {}),
    units: evaluation.units.flatMap(({ id, name, total, rank }) => {
      const place = places.get(id);
      return place === undefined ? [] : [{ id, name, total, rank, place }];
    }),
    awards: evaluation.awards.map(({ id, name, places: count, status, units }) => ({
      id,
      name,
      places: count,
      status,
      units,
    })),
    read: readCounts(book),
    stamp: parseStamp(stamped?.stamp ?? null)?.fingerprint ?? null,
    ...(stamped && { stampSheet: stamped.name }),
    sheetOrder: book.sheetOrder,
    // Where nothing was found there is nothing to fold.
    ...(issues.length === 0 ? {} : { anatomy: anatomyOf(judgement, compared) }),
    json: withJson
      ? JSON.stringify(evaluationJson(book, { ...evaluation, issues: [] }, fingerprint, file, lang))
      : null,
  };
}

const seasonOf = ({ info: { year, province } }: OpenStandard['book']): Season => ({ year, province });

const FILE_CODES: ReadonlySet<string> = new Set<IssueCode>([
  'file-not-xlsx',
  'file-encrypted',
  'file-damaged',
  'file-too-large',
  'file-unsupported',
  'file-unreadable',
  'file-too-slow',
  'program-fault',
]);
const isFileCode = (code: string): code is IssueCode => FILE_CODES.has(code);

/** Whether nothing is known of the file through a mistake of ours: its bloc has nothing to mend. */
export const isProgramFault = ({ issues }: FileReport): boolean => issues.some(({ code }) => code === 'program-fault');

/** A file that cannot be read is one finding about the whole file. */
export function unreadableReport(file: string, problem: DoorProblem, lang: Lang): FileReport {
  const code = isFileCode(problem.code) ? problem.code : 'file-unreadable';
  const detail = problem.detail ?? (isFileCode(problem.code) ? undefined : problemText(problem, lang).what);
  const found = issue(code, null, detail === undefined ? {} : { params: { detail } });
  return {
    file,
    verdict: 'unreadable',
    bloc: { kind: 'bloc', name: '', year: '', province: '' },
    fingerprint: null,
    units: [],
    awards: [],
    issues: [found],
    read: null,
    stamp: null,
    sheetOrder: [],
    json: null,
  };
}
