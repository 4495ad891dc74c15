/** Warnings and notes that stand in most workbooks: said once of all, not again of each. */
import type { Issue, IssueCode } from '../rules';
import type { FileReport } from './check-workbook';

export interface CommonFinding {
  readonly code: IssueCode;
  /** In so many of the workbooks that could be read. */
  readonly files: number;
  readonly of: number;
  /** The first one, and where it stands. */
  readonly file: string;
  readonly first: Issue;
}

/** Fewer workbooks than this have nothing in common yet. */
const LEAST_FILES = 4;

export class CommonFindings {
  private readonly byCode = new Map<IssueCode, { files: number; readonly file: string; readonly first: Issue }>();
  private readable = 0;

  add({ file, issues, fingerprint }: FileReport): void {
    if (fingerprint === null) return;
    this.readable += 1;
    const seen = new Set<IssueCode>();
    for (const found of issues) {
      if (found.severity === 'error' || seen.has(found.code)) continue;
      seen.add(found.code);
      const known = this.byCode.get(found.code);
      if (known === undefined) this.byCode.set(found.code, { files: 1, file, first: found });
      else known.files += 1;
    }
  }

  /** In more than half of at least four workbooks; the most frequent first. */
  all(): CommonFinding[] {
    if (this.readable < LEAST_FILES) return [];
    return [...this.byCode]
      .filter(([, { files }]) => files * 2 > this.readable)
      .map(([code, { files, file, first }]) => ({ code, files, of: this.readable, file, first }))
      .sort((a, b) => b.files - a.files);
  }
}

/** Tells the findings that were said of most workbooks at once. */
export function commonIn(common: readonly CommonFinding[] | undefined): (found: Issue) => boolean {
  const codes = new Set(common?.map(({ code }) => code));
  return ({ code, severity }) => severity !== 'error' && codes.has(code);
}
