/**
 * Breaks workbooks at random: bytes of the file and tokens of its XML are flipped, cut, repeated and
 * swapped. Whatever comes out must be read whole or refused by name, in reasonable time, and what was
 * read must survive writing.
 */
import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { editCells, readWorkbook, writeSheets } from '../../../src/xlsx';
import { featureRichWorkbook } from '../support/feature-rich';
import { generateWorkbook, randomFrom } from '../support/generate';
import { plainPlan } from '../support/plans';
import { buildZip } from '../support/zip';

type Random = (below: number) => number;

const BYTE_MUTATIONS: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  (bytes, random) =>
    change(bytes, (copy) => {
      for (let i = random(8); i >= 0; i--) copy[random(copy.length)] = random(256);
    }),
  (bytes, random) =>
    change(bytes, (copy) => {
      const at = random(copy.length);
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
    }),
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) => {
    const at = random(bytes.length);
    return join(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + 1 + random(200))));
  },
  (bytes, random) => {
    const at = random(bytes.length);
    return join(bytes.subarray(0, at), bytes.subarray(at, at + random(200)), bytes.subarray(at));
  },
  (bytes, random) =>
    change(bytes, (copy) => {
      copy.fill(0, random(copy.length), random(copy.length));
    }),
  // The directory at the end decides most: strike there more often.
  (bytes, random) =>
    change(bytes, (copy) => {
      copy[copy.length - 1 - random(Math.min(400, copy.length))] = random(256);
    }),
];

const NASTY = [
  '',
  '0',
  '-1',
  '1E999',
  '4294967296',
  '99999999',
  'A0',
  'XFE1',
  'A1048577',
  '__proto__',
  '&lt;',
  '&x;',
  'NaN',
  ' ',
  '"',
  "'",
  'true',
  's',
  'inlineStr',
  '../../x',
  '\u0000',
  '\uFFFF',
];

const TOKEN = /<[^>]*>|[^<]+/g;

const TOKEN_MUTATIONS: readonly ((tokens: string[], random: Random) => void)[] = [
  (tokens, random) => {
    tokens.splice(random(tokens.length), 1 + random(3));
  },
  (tokens, random) => {
    const at = random(tokens.length);
    tokens.splice(at, 0, ...tokens.slice(at, at + 1 + random(5)));
  },
  (tokens, random) => {
    const [a, b] = [random(tokens.length), random(tokens.length)];
    [tokens[a], tokens[b]] = [tokens[b] ?? '', tokens[a] ?? ''];
  },
  (tokens, random) => {
    const at = random(tokens.length);
    tokens[at] = (tokens[at] ?? '').replace(/"[^"]*"/, () => `"${NASTY[random(NASTY.length)] ?? ''}"`);
  },
  (tokens, random) => {
    const at = random(tokens.length);
    if (!(tokens[at] ?? '').startsWith('<')) tokens[at] = NASTY[random(NASTY.length)] ?? '';
  },
  (tokens, random) => {
    const at = random(tokens.length);
    tokens[at] = (tokens[at] ?? '').slice(0, random(20));
  },
  (tokens, random) => {
    tokens.length = random(tokens.length);
  },
  (tokens, random) => {
    tokens.splice(
      random(tokens.length),
      0,
      [
        '<!DOCTYPE a>',
        '<!--',
        '<![CDATA[',
        '<?x',
        '</c>',
        '<row>',
        '<c r="A1"><v>1</v></c>',
        '<f t="shared" si="0"/>',
        '<x:a>',
        '<',
      ][random(10)] ?? '',
    );
  },
];

function change(bytes: Uint8Array, work: (copy: Uint8Array) => void): Uint8Array {
  const copy = bytes.slice();
  work(copy);
  return copy;
}

const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

function mutateTokens(bytes: Uint8Array, random: Random): Uint8Array {
  const parts = Object.entries(unzipSync(bytes));
  const readable = parts
    .map(([name], i) => [name, i] as const)
    .filter(([name]) => /\.(xml|rels)$/.test(name) && /workbook|sheet|shared|styles|\.rels|Content/.test(name));
  const chosen = readable[random(readable.length)]?.[1] ?? 0;
  const tokens = new TextDecoder().decode(parts[chosen]?.[1]).match(TOKEN) ?? [];
  for (let i = random(3); i >= 0 && tokens.length > 0; i--)
    TOKEN_MUTATIONS[random(TOKEN_MUTATIONS.length)]?.(tokens, random);
  return new Uint8Array(
    buildZip(parts.map(([name, data], i) => ({ name, data: i === chosen ? tokens.join('') : data }))),
  );
}

let seeds: readonly Uint8Array[] | null = null;

function seedFiles(): readonly Uint8Array[] {
  return (seeds ??= [
    ...[3, 7, 11, 19].map(generateWorkbook),
    featureRichWorkbook(),
    ...['bloc-1-libreoffice', 'features-written-libreoffice'].map((name) =>
      readFileSync(`test/fixtures/xlsx/${name}.xlsx`),
    ),
  ].map((file) => new Uint8Array(file)));
}

/** The file that a number stands for. */
function mutant(number: number): Uint8Array {
  const random = randomFrom(number * 7919 + 17);
  const files = seedFiles();
  const file = files[random(files.length)] ?? new Uint8Array();
  return random(5) < 3
    ? mutateTokens(file, random)
    : (BYTE_MUTATIONS[random(BYTE_MUTATIONS.length)]?.(file, random) ?? file);
}

export interface FuzzOutcome {
  readonly answer: string;
  readonly milliseconds: number;
  readonly wrong: string | null;
}

const NAMED: ReadonlySet<string> = new Set([
  'file-not-xlsx',
  'file-encrypted',
  'file-damaged',
  'file-too-large',
  'file-unsupported',
]);
const WRITE_ONLY: ReadonlySet<string> = new Set([
  ...NAMED,
  'structure-protected',
  'sheet-foreign',
  'sheet-protected',
  'file-signed',
  'write-unproven',
]);

/** Reads a mutant, and where it can be read also writes into it and edits it. */
export function tryMutant(number: number): FuzzOutcome {
  const bytes = mutant(number);
  const start = performance.now();
  let answer = 'ok',
    wrong: string | null = null;
  try {
    const read = readWorkbook(bytes);
    if (!read.ok) {
      answer = `${read.error.code} ${read.error.detail ?? ''}`.trim();
      if (!NAMED.has(read.error.code) || read.error.detail === 'unexpected') wrong = answer;
    } else wrong = afterWrite(bytes, read.value);
  } catch (error) {
    wrong = `thrown: ${String(error)}`;
  }
  return { answer, wrong, milliseconds: performance.now() - start };
}

function afterWrite(
  bytes: Uint8Array,
  before: Extract<ReturnType<typeof readWorkbook>, { ok: true }>['value'],
): string | null {
  const written = writeSheets(bytes, [plainPlan('Kiểm tra mới', 'x', [['a', 1]])]);
  if (!written.ok)
    return WRITE_ONLY.has(written.error.code) && written.error.detail !== 'unexpected'
      ? null
      : `write: ${JSON.stringify(written.error)}`;
  const again = readWorkbook(written.value);
  if (!again.ok) return `after write: ${JSON.stringify(again.error)}`;
  for (const [i, sheet] of before.sheets.entries()) {
    if (JSON.stringify(again.value.sheets[i]?.rows) !== JSON.stringify(sheet.rows))
      return `after write: ${sheet.name} differs`;
  }
  const [first] = before.sheets;
  const edited = editCells(bytes, [{ place: { sheet: first?.name ?? '', row: 2, column: 2 }, value: 'x' }]);
  if (!edited.ok)
    return WRITE_ONLY.has(edited.error.code) && edited.error.detail !== 'unexpected'
      ? null
      : `edit: ${JSON.stringify(edited.error)}`;
  const reread = readWorkbook(edited.value.bytes);
  if (!reread.ok) return `after edit: ${JSON.stringify(reread.error)}`;
  return reread.value.sheets[0]?.rows[2]?.[2]?.value === 'x' ? null : 'after edit: the cell differs';
}
