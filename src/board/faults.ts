/** The faults of one workbook: findings that follow from another are folded under it, so that one typed 12 is one fault. */
import type { Issue, Severity } from '../rules';
import type { FileReport } from './check-workbook';
import { causeFinder } from './causes';

export interface Fault {
  readonly main: Issue;
  /** In the order of the workbook; each of them follows from `main`, at once or through another. */
  readonly consequences: readonly Issue[];
  /** The gravest of all of them: a formula typed over is a warning, what it shows may be an error. */
  readonly severity: Severity;
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/**
 * Every finding of the report in exactly one fault, the gravest fault first, then the one that most
 * follows from, then the order of the workbook. The rule by which findings fold stands in `causes.ts`.
 */
export function faultsOf(report: FileReport): Fault[] {
  const { issues } = report;
  const causeOf = causeFinder(report);
  const causes = issues.map((_, at) => causeOf(at));
  const rootOf = (at: number): number => {
    const cause = causes[at] ?? null;
    return cause === null ? at : rootOf(cause);
  };
  const followers = new Map<number, Issue[]>();
  issues.forEach((found, at) => {
    const root = rootOf(at);
    const list = followers.get(root) ?? [];
    followers.set(root, list);
    if (root !== at) list.push(found);
  });
  return [...followers]
    .flatMap(([root, consequences]): Fault[] => {
      const main = issues[root];
      return main === undefined ? [] : [{ main, consequences, severity: gravest([main, ...consequences]) }];
    })
    .map((fault, at) => ({ fault, at }))
    .sort(
      (a, b) =>
        GRAVITY[a.fault.severity] - GRAVITY[b.fault.severity] ||
        b.fault.consequences.length - a.fault.consequences.length ||
        a.at - b.at,
    )
    .map(({ fault }) => fault);
}

const gravest = (issues: readonly Issue[]): Severity =>
  issues.reduce<Severity>((worst, { severity }) => (GRAVITY[severity] < GRAVITY[worst] ? severity : worst), 'info');

/** What is to be seen first in a workbook; null where nothing was found. */
export const mainFault = (report: FileReport): Fault | null => faultsOf(report)[0] ?? null;
