/** `thidua adopt --json`: the proposal as data, every field with its cell (format `thidua/adoption@1`). */
import { cellName, type Place } from '../rules';
import type { Lang } from '../text';
import { leftText, questionText } from '../text/adopt';
import { fieldsOf, type OldCheck, type OldTables, type Proposal, type Question } from '../workbook/adopt';

const placeText = (place: Place | null): string | null => (place === null ? null : `${place.sheet}!${cellName(place)}`);

const questionJson = ({ key, about, params, choices, suggestion, needed, places }: Question, lang: Lang) => ({
  key,
  text: questionText(about, params, lang),
  choices,
  suggestion,
  needed,
  cells: places.map(placeText),
});

/** What was found; `proposal` is the table that is meant, null while that is a question. */
export function adoptionJson(
  file: string,
  { tables, question, otherSheets }: OldTables,
  proposal: Proposal | null,
  check: OldCheck | null,
  lang: Lang,
): unknown {
  return {
    format: 'thidua/adoption@1',
    file,
    tables: tables.map(({ place, units, criteria }) => ({
      cell: placeText(place),
      units: units.length,
      criteria: criteria.length,
    })),
    otherSheets,
    ...(proposal === null ? {} : proposalJson(proposal, lang)),
    questions: [...(question === null || proposal !== null ? [] : [question]), ...(proposal?.questions ?? [])].map(
      (one) => questionJson(one, lang),
    ),
    ...(check === null
      ? {}
      : {
          check: {
            compared: check.compared,
            differences: check.differences.map(({ place, ...rest }) => ({ ...rest, cell: placeText(place) })),
          },
        }),
  };
}

function proposalJson(proposal: Proposal, lang: Lang) {
  const { direction, about, units, criteria, levels, scores, totals, ranks, awards, remarks, unread, scale } = proposal;
  return {
    orientation: direction,
    year: about.year?.value ?? null,
    name: about.name?.value ?? null,
    scale: scale?.value ?? null,
    fields: fieldsOf(proposal),
    levels,
    units: units.map(({ name, group, place }) => ({ name, group, cell: placeText(place) })),
    criteria: criteria.map(({ code, name, max, parent, counts, leaf, place, maxPlace }) => ({
      code,
      name,
      max,
      parent,
      counts,
      leaf,
      cell: placeText(place),
      maxCell: placeText(maxPlace),
    })),
    scores: scores.map(({ unit, level, criterion, value, place }) => ({
      unit,
      level,
      criterion,
      value,
      cell: placeText(place),
    })),
    totals: totals.map(({ place, ...rest }) => ({ ...rest, cell: placeText(place) })),
    ranks: ranks.map(({ place, ...rest }) => ({ ...rest, cell: placeText(place) })),
    awards: awards.map(({ place, ...rest }) => ({ ...rest, cell: placeText(place) })),
    remarks: remarks.map(({ place, ...rest }) => ({ ...rest, cell: placeText(place) })),
    notTaken: unread.map(({ reason, place }) => ({ cell: placeText(place), reason: leftText(reason, lang) })),
  };
}
