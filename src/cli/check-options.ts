/** The words of `thidua check`, checked before anything is read or written. */
import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { listFiles, parseShard, shardOf } from '../board/node/list-files';
import { parseLimits } from '../board/lists';
import type { Limits } from '../board/across-files';
import { isOutputFormat, OUTPUTS, type OutputFormat } from '../board/output';
import type { Lang } from '../text';
import { isWorkbook } from '../board/output/earlier-answer';
import { lettersTo, type LettersTo } from './letters';
import { outputFile, type OutputFile } from './output-file';
import { readArguments } from './usage';
import { UsageError } from './usage-error';

const OPTIONS = {
  standard: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string', short: 'o' },
  shard: { type: 'string' },
  blocs: { type: 'string' },
  limit: { type: 'string', multiple: true },
  threads: { type: 'string' },
  letters: { type: 'string' },
  'letter-format': { type: 'string' },
  replace: { type: 'boolean' },
} as const;

export interface CheckWords {
  /** The files of this shard, in order. */
  readonly files: readonly string[];
  /** The one file that was named alone. */
  readonly single: string | null;
  readonly lang: Lang;
  readonly standard: string | null;
  readonly blocs: string | null;
  readonly limits: Limits;
  readonly format: OutputFormat;
  readonly out: OutputFile | null;
  readonly threads: number | null;
  readonly letters: LettersTo | null;
}

/** Throws `UsageError`, with one sentence. */
export async function checkWords(args: readonly string[]): Promise<CheckWords> {
  const words = readArguments(args, OPTIONS, { min: 1, max: Infinity });
  const out = words.text('out');
  const format = formatOf(words.text('format'), out);
  if (format === 'xlsx' && out === null) throw new UsageError('format-needs-out');
  const shard = words.text('shard') === null ? { index: 1, count: 1 } : parseShard(words.text('shard') ?? '');
  if (shard === null) throw new UsageError('shard-invalid');
  const limits = parseLimits(words.list('limit'));
  if (limits === null) throw new UsageError('limit-invalid');
  const threads = words.text('threads');
  if (threads !== null && !/^[1-9]\d{0,2}$/u.test(threads)) throw new UsageError('threads-invalid');
  const all = await listFiles(words.files);
  if (all.length === 0) throw new UsageError('no-workbooks');
  const standard = words.text('standard');
  const blocs = words.text('blocs');
  const target =
    out === null ? null : await checkOut(out, format, [...all, ...[standard, blocs].filter((path) => path !== null)]);
  const files = shardOf(all, shard);
  const letters = lettersTo(
    { folder: words.text('letters'), format: words.text('letter-format'), replace: words.flag('replace') },
    files,
    words.lang,
  );
  return {
    files,
    single: words.files.length === 1 && words.files[0] === all[0] ? (words.files[0] ?? null) : null,
    lang: words.lang,
    standard,
    blocs,
    limits,
    format,
    out: target,
    threads: threads === null ? null : Number(threads),
    letters,
  };
}

const BY_EXTENSION: Readonly<Record<string, OutputFormat>> = {
  '.xlsx': 'xlsx',
  '.html': 'html',
  '.htm': 'html',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

/** Without `--format` the extension of OUT says it. */
function formatOf(word: string | null, out: string | null): OutputFormat {
  if (word === null) return BY_EXTENSION[extname(out ?? '').toLowerCase()] ?? 'text';
  if (isOutputFormat(word)) return word;
  throw new UsageError('format-unknown', { known: Object.keys(OUTPUTS).join(', ') });
}

/** The answer never replaces what it is about, and is known to be writable before the work begins. */
async function checkOut(out: string, format: OutputFormat, inputs: readonly string[]): Promise<OutputFile> {
  const real = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));
  const target = await real(out);
  for (const input of inputs) if ((await real(input)) === target) throw new UsageError('out-is-input', { word: out });
  const found = await stat(target).catch(() => null);
  const writable = await access(found === null ? dirname(target) : target, constants.W_OK).then(
    () => true,
    () => false,
  );
  const file = outputFile(out);
  if (!writable || !file.ok) throw new UsageError('out-not-writable', { word: out });
  if (format !== 'xlsx' && file.value.was !== null && isWorkbook(file.value.was))
    throw new UsageError('out-is-workbook', { word: out });
  return file.value;
}
