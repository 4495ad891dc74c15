/** A change in words: what is done in which sheet, and what follows from it. */
import { cellName, numeralOfDouble, type Issue } from '../../rules';
import { columnName } from '../../rules/model/place';
import { formatScore, issueText, type Lang } from '../../text';
import { changeRefusalText, changeText } from '../../text/change';
import { namesOf, judge } from '../judgement';
import type { ChangeLine, ChangeRefusal, StepsProposal } from './proposal';

/** What changes where. */
export const changeLines = ({ lines }: Pick<StepsProposal, 'lines'>, lang: Lang): string[] =>
  lines.map((line) => lineText(line, lang));

function lineText(line: ChangeLine, lang: Lang): string {
  switch (line.kind) {
    case 'rowAdded':
      return changeText('rowAdded', lang, { sheet: line.sheet, row: String(line.row + 1), what: line.what });
    case 'rowsRemoved':
      return changeText('rowsRemoved', lang, {
        sheet: line.sheet,
        rows: String(line.rows),
        what: line.what,
        ...(line.scores > 0 ? { scores: String(line.scores) } : {}),
      });
    case 'columnsAdded':
    case 'columnsRemoved':
      return changeText(line.kind, lang, {
        sheet: line.sheet,
        what: line.what,
        columns:
          line.first === line.last ? columnName(line.first) : `${columnName(line.first)}:${columnName(line.last)}`,
        ...(line.scores > 0 ? { scores: String(line.scores) } : {}),
      });
    case 'cell': {
      const { place, what, from, to } = line;
      const shown = (text: string): string => (text === '' ? changeText('empty', lang) : numberText(text, lang));
      return changeText('cell', lang, {
        sheet: place.sheet,
        cell: cellName(place),
        what,
        from: shown(from),
        to: shown(to),
      });
    }
    case 'sums':
      return changeText('sums', lang, { sheet: line.sheet, cells: String(line.cells) });
    case 'limit':
      return changeText('limit', lang, { sheet: line.sheet, what: line.what, to: numberText(String(line.to), lang) });
    case 'code':
      return changeText('code', lang, { what: line.what, code: line.code });
    case 'pages':
      return changeText('pages', lang, {
        sheet: line.sheet,
        columns: line.titleColumns === 1 ? 'A' : `A:${columnName(line.titleColumns - 1)}`,
        rows: `${String(line.titleRows.first + 1)}:${String(line.titleRows.last + 1)}`,
        ...(line.paper === null ? {} : { paper: line.paper }),
      });
    case 'pagesAgain':
      return changeText('pagesAgain', lang, { sheet: line.sheet });
    case 'swapped':
      return changeText('swapped', lang, {
        sheet: line.sheet,
        what: line.what,
        other: line.other,
        cells: String(line.cells),
      });
    case 'commentsStay':
      return changeText('commentsStay', lang);
    case 'ownSum':
      return changeText('ownSum', lang, { sheet: line.place.sheet, cell: cellName(line.place) });
  }
}

function numberText(text: string, lang: Lang): string {
  const read = /^-?\d+(?:\.\d+)?$/.test(text) ? numeralOfDouble(Number(text)) : null;
  return read === null ? text : formatScore(read.value, null, lang);
}

/** What follows: locked sheets, other outcomes, new errors. */
export function consequenceLines(proposal: StepsProposal, lang: Lang): string[] {
  const { locked, units, awards, newErrors, after, lines, saysTheSame } = proposal;
  const names = namesOf(judge(after));
  const [first] = newErrors;
  return [
    ...(locked.length === 0 ? [] : [changeText('locked', lang, { sheets: locked.join(', ') })]),
    ...(units.length === 0 ? [] : [changeText('outcomes', lang, { units: String(units.length) })]),
    ...(awards.length === 0
      ? []
      : [changeText('awards', lang, { awards: awards.map((id) => names.award(id)).join('; ') })]),
    ...(first === undefined
      ? []
      : [changeText('newErrors', lang, { count: String(newErrors.length), error: sentence(first, lang) })]),
    ...(saysTheSame && lines.some(({ kind }) => kind === 'swapped') ? [changeText('sameInputs', lang)] : []),
    ...(units.length + awards.length === 0 ? [] : [changeText('stale', lang)]),
  ];
}

function sentence(found: Issue, lang: Lang): string {
  const where = found.place === null ? '' : `${found.place.sheet}!${cellName(found.place)}: `;
  return where + issueText(found, lang).what;
}

export const refusalText = (refusal: ChangeRefusal, lang: Lang): string =>
  'issue' in refusal
    ? changeRefusalText(refusal.code, lang, { error: sentence(refusal.issue, lang) })
    : changeRefusalText(refusal.code, lang, { what: refusal.what });
