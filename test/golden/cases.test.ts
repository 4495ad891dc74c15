/**
 * Whole cases that a specialist can read: `so.txt` is a workbook as text tables under its reason,
 * `mong-doi.json` what must come out of it (only what the case is about; `issues`: code, sheet, cell
 * of everything that is more than a note).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { cellName, type Evaluation } from '../../src/rules';
import { judge } from '../../src/workbook/job';
import { workbook } from '../support/tables';

interface Expected {
  readonly units?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly ties?: readonly (readonly string[])[];
  readonly awards?: Readonly<
    Record<
      string,
      Readonly<Record<string, unknown>> & {
        readonly why?: Readonly<Record<string, readonly (readonly [string, string | null])[]>>;
      }
    >
  >;
  readonly issues?: readonly (readonly [string, string, string])[];
}

const FOLDER = 'test/golden/cases';

/** The sheets of a case: the tables under "## name". */
function sheetsOf(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(/^## /mu)
      .slice(1)
      .map((part) => {
        const [name = '', ...lines] = part.trim().split('\n');
        return [name.trim(), lines.join('\n')];
      }),
  );
}

/** The part of an evaluation that the expectation speaks of, in its form. */
function spokenOf(evaluation: Evaluation, expected: Expected): Expected {
  const pick = (from: object, keys: readonly string[]) =>
    Object.fromEntries(
      keys.map((key) => {
        const value: unknown = from[key as keyof typeof from];
        return [key, value instanceof Map ? Object.fromEntries(value) : value];
      }),
    );
  const units = Object.entries(expected.units ?? {}).map(([id, wanted]) => [
    id,
    pick(evaluation.units.find((unit) => unit.id === id) ?? {}, Object.keys(wanted)),
  ]);
  const awards = Object.entries(expected.awards ?? {}).map(([id, { why, ...wanted }]) => {
    const award = evaluation.awards.find((result) => result.id === id);
    const reasons = Object.keys(why ?? {}).map((unit) => [
      unit,
      award?.why.get(unit)?.map(({ code, condition }) => [code, condition]),
    ]);
    return [id, { ...pick(award ?? {}, Object.keys(wanted)), ...(why ? { why: Object.fromEntries(reasons) } : {}) }];
  });
  return {
    ...(expected.units ? { units: Object.fromEntries(units) } : {}),
    ...(expected.ties ? { ties: evaluation.ties } : {}),
    ...(expected.awards ? { awards: Object.fromEntries(awards) } : {}),
    ...(expected.issues
      ? {
          issues: evaluation.issues.flatMap(({ code, place, severity }) =>
            severity === 'info' && code !== 'quota-unfilled'
              ? []
              : [[code, place?.sheet ?? '', place ? cellName(place) : ''] as const],
          ),
        }
      : {}),
  };
}

test.each(readdirSync(FOLDER))('%s', (name) => {
  const expected = JSON.parse(readFileSync(`${FOLDER}/${name}/mong-doi.json`, 'utf8')) as Expected;
  const { evaluation } = judge(workbook(sheetsOf(readFileSync(`${FOLDER}/${name}/so.txt`, 'utf8'))));
  expect(spokenOf(evaluation, expected)).toEqual(expected);
});
