/** NDJSON and JSON: one evaluation per file with its verdict (docs/check.schema.json). */
import { emptyBook, evaluate } from '../../rules';
import type { Lang } from '../../text';
import { visible } from '../../text/visible';
import { evaluationJson, issueJson } from '../../workbook/json';
import { NO_ISSUES, type FileReport } from '../check-workbook';
import type { Output, OutputOptions, Summary } from './output';

const CHECK_FORMAT = 'thidua/check@1';

/** One line without its line break. */
export function reportLine(report: FileReport, lang: Lang): string {
  const body = report.json ?? unreadableJson(report.file, lang);
  const issues = JSON.stringify(report.issues.map((found) => issueJson(found, lang)));
  // The same JSON, with what is unseen in its texts written as escapes.
  return visible(
    `${body.slice(0, -NO_ISSUES.length)}"issues":${issues},"ok":${String(report.verdict === 'valid')},"verdict":"${report.verdict}"}`,
  );
}

/** The evaluation of nothing: every list empty, no fingerprint. */
function unreadableJson(file: string, lang: Lang): string {
  const book = emptyBook();
  return JSON.stringify({ ...evaluationJson(book, evaluate(book), '', file, lang), fingerprint: null, issues: [] });
}

export function ndjsonOutput({ lang }: OutputOptions): Output {
  return { needsJson: true, file: (report) => `${reportLine(report, lang)}\n`, end: () => '' };
}

/** One document: the same lines as a list, then what belongs to no single file. */
export function jsonOutput({ lang }: OutputOptions): Output {
  let first = true;
  return {
    needsJson: true,
    file: (report) => {
      const before = first ? `{"format":"${CHECK_FORMAT}","files":[\n` : ',\n';
      first = false;
      return before + reportLine(report, lang);
    },
    end: (summary) => `${first ? `{"format":"${CHECK_FORMAT}","files":[` : ''}\n],${overallJson(summary, lang)}}\n`,
  };
}

function overallJson({ counts, overall }: Summary, lang: Lang): string {
  const rest = {
    counts,
    totals: overall.totals.map(({ key, name, proposed, inDoubt, limit }) => ({
      award: key,
      name,
      proposed,
      inDoubt,
      limit,
    })),
    issues: overall.issues.map((found) => issueJson(found, lang)),
  };
  return visible(JSON.stringify(rest).slice(1, -1));
}
