/** NDJSON and JSON: one evaluation per file with its verdict (docs/check.schema.json). */
import { emptyBook, evaluate } from '../../rules';
import type { Lang } from '../../text';
import { visible } from '../../text/visible';
import { evaluationJson, issueJson } from '../../workbook/json';
import { NO_ISSUES, type FileReport } from '../check-workbook';
import { commonIn, type CommonFinding } from '../common';
import { faultsOf } from '../faults';
import { countVerdicts, inSeasons, type Output, type OutputOptions, type Summary } from './output';

const CHECK_FORMAT = 'thidua/check@1';

/**
 * One line without its line break. `faults`: each by the number of its main finding in `issues`, with
 * the numbers of what follows from it. `common`: findings that most workbooks share, where that is known.
 */
export function reportLine(report: FileReport, lang: Lang, common?: readonly CommonFinding[]): string {
  const body = report.json ?? unreadableJson(report.file, lang);
  const isCommon = commonIn(common);
  const issues = JSON.stringify(
    report.issues.map((found) => ({ ...issueJson(found, lang), ...(isCommon(found) ? { common: true } : {}) })),
  );
  const numbers = new Map(report.issues.map((found, at) => [found, at]));
  const faults = JSON.stringify(
    faultsOf(report).map(({ main, consequences }) => ({
      main: numbers.get(main),
      consequences: consequences.map((found) => numbers.get(found)),
    })),
  );
  // The same JSON, with what is unseen in its texts written as escapes.
  return visible(
    `${body.slice(0, -NO_ISSUES.length)}"issues":${issues},"ok":${String(report.verdict === 'valid')},"verdict":"${report.verdict}","faults":${faults}}`,
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

/** One document: the same lines as a list, in the order of the files, then what belongs to no single file. */
export function jsonOutput({ lang }: OutputOptions): Output {
  const reports: FileReport[] = [];
  return {
    needsJson: true,
    file: (report) => {
      reports.push(report);
      return '';
    },
    end: ({ overall }) => {
      const all = inSeasons(reports, overall);
      const lines = all.map((report) => reportLine(report, lang, overall.common)).join(',\n');
      return `{"format":"${CHECK_FORMAT}","files":[\n${lines}\n],${overallJson({ counts: countVerdicts(all), overall }, lang)}}\n`;
    },
  };
}

function overallJson({ counts, overall }: Summary, lang: Lang): string {
  const rest = {
    counts,
    totals: overall.totals.map(({ key, name, proposed, inDoubt, limit, elsewhere = 0 }) => ({
      award: key,
      name,
      proposed,
      inDoubt,
      limit,
      elsewhere,
    })),
    season: overall.season ?? null,
    common: (overall.common ?? []).map(({ code, files, of, file }) => ({ code, files, of, example: file })),
    issues: overall.issues.map((found) => issueJson(found, lang)),
  };
  return visible(JSON.stringify(rest).slice(1, -1));
}
