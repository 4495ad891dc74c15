/**
 * Validates parts against the schemas of ECMA-376 with xmllint. Their folder is the variable OOXML_SCHEMAS,
 * else ../shared/schemas; where that or xmllint is missing the tests are skipped and say why.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodePart } from '../../../src/xlsx/encoding';
import { XmlScanner } from '../../../src/xlsx/xml-scanner';
import { changedParts, partsOf } from './compare';

const FOLDER = process.env.OOXML_SCHEMAS ?? '../shared/schemas';

/** Why nothing can be validated here; null where it can. */
export const notValidated = (): string | null => {
  if (!existsSync(join(FOLDER, 'sml.xsd'))) return 'no ECMA-376 schemas: set OOXML_SCHEMAS';
  return spawnSync('xmllint', ['--version']).error === undefined ? null : 'xmllint is not installed';
};

/** The schema of a part by its root. */
const SCHEMAS: Readonly<Record<string, string>> = {
  workbook: 'sml.xsd',
  worksheet: 'sml.xsd',
  styleSheet: 'sml.xsd',
  calcChain: 'sml.xsd',
  table: 'sml.xsd',
  sst: 'sml.xsd',
  comments: 'sml.xsd',
  wsDr: 'dml-spreadsheetDrawing.xsd',
  chartSpace: 'dml-chart.xsd',
  document: 'wml.xsd',
  hdr: 'wml.xsd',
  ftr: 'wml.xsd',
  styles: 'wml.xsd',
  numbering: 'wml.xsd',
  settings: 'wml.xsd',
  fonts: 'wml.xsd',
  footnotes: 'wml.xsd',
  endnotes: 'wml.xsd',
};

/** A file and what it was before; null: all of it is ours. */
export interface Written {
  readonly what: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array;
}

/** Complaints about parts that are new or changed, and how many were validated. */
export function validate(files: readonly Written[]): {
  readonly complaints: readonly string[];
  readonly validated: number;
} {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-schema-'));
  try {
    const bySchema = new Map<string, string[]>();
    const origin = new Map<string, string>();
    for (const { what, before, after } of files) {
      const parts = partsOf(after);
      for (const name of before === null ? Object.keys(parts) : changedParts(before, after)) {
        const data = parts[name];
        if (data === undefined || !name.endsWith('.xml')) continue;
        const xml = understood(decodePart(data, name), name);
        const schema = SCHEMAS[rootOf(xml)];
        if (schema === undefined) continue;
        const path = join(folder, `${String(origin.size)}.xml`);
        writeFileSync(path, xml);
        origin.set(path, `${what}: ${name}`);
        bySchema.set(schema, [...(bySchema.get(schema) ?? []), path]);
      }
    }
    const complaints = [...bySchema]
      .flatMap(([schema, paths]) => lint(schema, paths))
      .map((line) => line.replace(/^[^:\s]+\.xml/, (path) => origin.get(path) ?? path));
    return { complaints, validated: origin.size };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function lint(schema: string, paths: readonly string[]): string[] {
  const lines: string[] = [];
  for (let at = 0; at < paths.length; at += 500) {
    const { stderr } = spawnSync(
      'xmllint',
      ['--noout', '--schema', join(FOLDER, schema), ...paths.slice(at, at + 500)],
      { encoding: 'utf8', maxBuffer: 2 ** 28 },
    );
    lines.push(
      ...stderr
        .split('\n')
        .filter((line) => line !== '' && !line.endsWith(' validates') && !line.endsWith(' fails to validate')),
    );
  }
  return lines;
}

const rootOf = (xml: string): string => {
  const scanner = new XmlScanner(xml, 'part');
  scanner.next();
  return scanner.name.replace(/^.*:/, '');
};

/**
 * A part as a reader without extensions understands it (ECMA-376 Part 3): no elements and attributes of
 * ignorable namespaces, the fallbacks of alternatives. In UTF-8, as xmllint reads it.
 */
function understood(text: string, part: string): string {
  const xml = text.replace(/^<\?xml[^>]*\?>\s*/, '');
  const scanner = new XmlScanner(xml, part);
  const ignorable = new Set(['mc']);
  let result = '',
    copied = 0;
  const cut = (from: number, to: number): void => {
    result += xml.slice(copied, from);
    copied = to;
  };
  while (scanner.next()) {
    if (scanner.closing) continue;
    for (const prefix of scanner.attribute('mc:Ignorable')?.split(/\s+/) ?? []) ignorable.add(prefix);
    const { start, end, tagPrefix, name } = scanner;
    if (name === 'mc:AlternateContent' || name === 'mc:Fallback') {
      cut(start, end);
      continue;
    }
    if (name === 'mc:Choice' || ignorable.has(tagPrefix.slice(0, -1))) {
      scanner.skip();
      cut(start, scanner.end);
      continue;
    }
    scanner.eachAttribute((attribute, from, to) => {
      const prefix = attribute.slice(0, attribute.indexOf(':'));
      // The schema gives texts no attributes, but XML reserves this one and Excel writes it.
      if (ignorable.has(prefix) || attribute === 'xml:space') cut(xml.lastIndexOf(attribute, from), to + 1);
    });
  }
  return (result + xml.slice(copied)).replace(/<\/mc:(?:AlternateContent|Fallback)>/g, '');
}
