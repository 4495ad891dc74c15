/** Putting a file in its place, for every command that writes one. */
import type { Lang } from '../text';
import { fill } from '../text/fill';
import type { DoorProblem, Result } from '../sheets/door';
import { ownKind } from '../sheets/stamp';
import { readWorkbook } from '../xlsx';
import { bytesThere, replaceFile } from '../xlsx/disk';
import { lockFilesBeside } from '../xlsx/disk-locks';
import { warn } from './terminal';

/** A place to write to, with what stood there when the work began. */
export interface OutputFile {
  readonly path: string;
  readonly was: Uint8Array | null;
}

/** Looks at the place before the work begins. */
export function outputFile(path: string): Result<OutputFile, DoorProblem> {
  const there = bytesThere(path);
  return there.ok ? { ok: true, value: { path, was: there.value } } : there;
}

const WORDS = {
  open: {
    vi: '{file}: có vẻ đang mở ở một chương trình khác ({lock}); ai lưu từ chương trình đó sau này sẽ ghi đè lên kết quả. Hãy đóng tệp ở đó rồi mở lại.',
    en: '{file}: it seems to be open in another program ({lock}); saving there later would overwrite the results. Close it there and open it again.',
  },
  backup: { vi: 'Bản cũ giữ ở {file}', en: 'The old file is kept as {file}' },
} as const satisfies Record<string, Record<Lang, string>>;

const say = (sentence: keyof typeof WORDS, lang: Lang, values: Readonly<Record<string, string>>): void => {
  warn([fill(WORDS[sentence][lang], new Map(Object.entries(values)))]);
};

interface WriteOptions {
  /** The file that the bytes were made from, where it is another one. */
  readonly source?: string;
  /** Whether what stood there is an earlier output; a workbook with our sheets unless said otherwise. */
  readonly isOurs?: (bytes: Uint8Array) => boolean;
}

/** Writes the bytes. Says beforehand when the file seems to be open elsewhere, and afterwards where the old one is kept. */
export async function writeOutput(
  { path, was }: OutputFile,
  bytes: Uint8Array,
  lang: Lang,
  { source = path, isOurs = carriesOutput }: WriteOptions = {},
): Promise<Result<void, DoorProblem>> {
  for (const lock of lockFilesBeside(path)) say('open', lang, { file: path, lock });
  const replaced = await replaceFile(path, bytes, { was, isOurs, source });
  if (!replaced.ok) return replaced;
  const { backup } = replaced.value;
  if (backup !== null) say('backup', lang, { file: backup });
  return { ok: true, value: undefined };
}

/** Whether a workbook carries sheets of ours. */
function carriesOutput(bytes: Uint8Array): boolean {
  const read = readWorkbook(bytes, { wanted: () => false });
  return read.ok && read.value.sheets.some((sheet) => ownKind(sheet) !== null);
}
