/** Traces, findings and comparisons as lines that can be read and laid side by side. */
import type { Comparison, Evaluation, Place, TraceNode, TraceStep, UnitTrace } from '../../src/rules/index';

const spot = (place: Place | null): string =>
  place === null ? '–' : `${place.sheet}!${String(place.row)},${String(place.column)}`;
const pairs = (params: Readonly<Record<string, string>> = {}): string =>
  Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');
const stepOf = ({ rule, value, params }: TraceStep): string =>
  [rule, String(value), pairs(params)].filter(Boolean).join(' ');

function nodeLines({ kind, code, name, value, place, inputs, steps, children }: TraceNode, depth: number): string[] {
  const own = `${'  '.repeat(depth)}${kind} ${code} ${name}= ${String(value)} @${spot(place)} | ${inputs.map((input) => `${input.name} ${input.shown} @${spot(input.place)}`).join(', ')} | ${steps.map(stepOf).join('; ')}`;
  return [own, ...children.flatMap((child) => nodeLines(child, depth + 1))];
}

export function traceOf(found: UnitTrace | null): string[] {
  if (found === null) return [];
  const { unit, level, base, bonus, deduction, steps, exact, total } = found;
  return [
    `${unit} ${level}`,
    ...[base, bonus, deduction].flatMap((node) => nodeLines(node, 0)),
    `${steps.map(stepOf).join('; ')} | ${String(exact)} | ${String(total)}`,
  ];
}

export function issuesOf({ issues }: Evaluation): string[] {
  return issues.map(({ code, severity, place, unit, criterion, award, received, expected, params }) =>
    [
      severity,
      code,
      `@${spot(place)}`,
      unit,
      criterion,
      award,
      `${String(received)} / ${String(expected)}`,
      pairs(params),
    ]
      .filter(Boolean)
      .join(' '),
  );
}

export function changesOf({ inputs, units, awards }: Comparison): string[] {
  return [
    ...inputs.map(({ kind, row, what, before, after, place, unit, criterion, level }) =>
      [kind, row, what, `${String(before)} → ${String(after)}`, `@${spot(place)}`, unit, criterion, level]
        .filter(Boolean)
        .join(' '),
    ),
    ...units.map((change) => JSON.stringify(change)),
    ...awards.map((change) => JSON.stringify(change)),
  ];
}
