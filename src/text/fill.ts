/** Sentences with places to fill. */

/**
 * Fills `{name}` from `values`. A part in square brackets is left out when one of its values is
 * missing: "Đang là {received}[, cần {expected}]."
 */
export function fill(template: string, values: ReadonlyMap<string, string>): string {
  const kept = template.replace(/\[([^[\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => values.has(name ?? '')) ? part : '',
  );
  return kept.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? '…');
}
