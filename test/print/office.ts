/** LibreOffice and poppler as tools of the print tests. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first of these programs that is missing, or null. */
export function missingProgram(): string | null {
  return (
    ['soffice', 'pdfinfo', 'pdftotext', 'pdffonts', 'pdftoppm', 'pdftocairo'].find(
      (program) => spawnSync('which', [program]).status !== 0,
    ) ?? null
  );
}

export interface Workshop {
  readonly folder: string;
  /** Converts all files at once; answers the converted files by name without extension. */
  convert(
    files: ReadonlyMap<string, Uint8Array>,
    to: 'xlsx' | 'pdf',
    from?: 'xlsx' | 'docx',
  ): ReadonlyMap<string, string>;
  close(): void;
}

/** Settings of LibreOffice: whose numbers it shows. */
const settings = (locale: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>' +
  locale +
  '</value></prop></item></oor:items>';

/** Vietnamese numbers, as in the offices where this is printed, unless another country is named. */
export function openWorkshop(locale: 'vi-VN' | 'en-US' = 'vi-VN'): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-print-'));
  const profile = join(folder, 'profile');
  mkdirSync(join(profile, 'user'), { recursive: true });
  writeFileSync(join(profile, 'user', 'registrymodifications.xcu'), settings(locale));
  let turn = 0;
  return {
    folder,
    convert(files, to, from = 'xlsx') {
      turn += 1;
      const source = join(folder, `in-${String(turn)}`);
      const target = join(folder, `out-${String(turn)}`);
      for (const made of [source, target]) mkdirSync(made);
      for (const [name, bytes] of files) writeFileSync(join(source, `${name}.${from}`), bytes);
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${profile}`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          target,
          ...[...files.keys()].map((name) => join(source, `${name}.${from}`)),
        ],
        { stdio: 'ignore', timeout: 600_000 },
      );
      return new Map([...files.keys()].map((name) => [name, join(target, `${name}.${to}`)]));
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The package with one edit of the XML of every part whose name matches. */
export function editParts(bytes: Uint8Array, name: RegExp, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  for (const [part, contents] of Object.entries(parts))
    if (name.test(part)) parts[part] = strToU8(edit(strFromU8(contents)));
  return zipSync(parts, { mtime: '1980-01-01T00:00:00' });
}

/** Takes away the stored value of every formula, so that whoever opens the file must compute it. */
export function withoutStoredValues(bytes: Uint8Array): Uint8Array {
  return editParts(bytes, /^xl\/worksheets\/[^/]+\.xml$/, (xml) =>
    xml.replace(
      /<c ([^>]*)>(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v><\/c>/g,
      (_, attributes: string, formula: string) => `<c ${attributes.replace(/\s*\bt="\w+"/, '')}>${formula}</c>`,
    ),
  );
}

export interface Page {
  readonly width: number;
  readonly height: number;
  /** Lines from top to bottom, laid out as on paper. */
  readonly text: string;
}

export function pagesOf(pdf: string): Page[] {
  const info = execFileSync('pdfinfo', ['-l', '999', pdf], { encoding: 'utf8' });
  const sizes = [...info.matchAll(/Page\s+\d+ size:\s+([\d.]+) x ([\d.]+)/g)].map(([, width, height]) => ({
    width: Number(width),
    height: Number(height),
  }));
  const texts = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f');
  return sizes.map((size, index) => ({ ...size, text: (texts[index] ?? '').normalize('NFC') }));
}

/** The texts of the pages of our own sheets, which come last: among the scores the same number stands for what a unit gave itself. */
export function resultPagesOf(pdf: string): string[] {
  const pages = pagesOf(pdf).map(({ text }) => text);
  return pages.slice(pages.findIndex((page) => page.includes('BẢNG TỔNG HỢP ĐIỂM')));
}

interface WordBox {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function overlap(a: WordBox, b: WordBox): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width <= 0 || height <= 0 ? 0 : height / Math.min(a.bottom - a.top, b.bottom - b.top);
}

/** Lines of a row that is too low run into those of its neighbours: words that lie on other words. */
export function collidingWords(pdf: string): string[] {
  const pages = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 })
    .split('<page ')
    .slice(1);
  return pages.flatMap((page, index) => {
    const words = [
      ...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g),
    ].map(([, left, top, right, bottom, text = '']): WordBox => ({
      text,
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
    }));
    return words.flatMap((word, at) =>
      words
        .slice(at + 1)
        .filter((other) => overlap(word, other) > 0.4)
        .map((other) => `page ${String(index + 1)}: “${word.text}” lies on “${other.text}”`),
    );
  });
}

/** Font families of a PDF, without style and subset marks. */
export function fontFamilies(pdf: string): string[] {
  const lines = execFileSync('pdffonts', [pdf], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
  return [
    ...new Set(lines.map((line) => (line.split(/\s+/)[0] ?? '').replace(/^[A-Z]{6}\+/, '').replace(/[-,].*$/, ''))),
  ];
}

export function drawPages(pdf: string, prefix: string): void {
  execFileSync('pdftoppm', ['-r', '110', '-png', pdf, prefix]);
}

/** One page as an image; `resolution` in dots an inch. */
export function drawPage(pdf: string, page: number, resolution: number, path: string): void {
  const number = String(page);
  execFileSync('pdftoppm', [
    ...['-r', String(resolution), '-f', number, '-l', number, '-singlefile', '-png'],
    pdf,
    path.replace(/\.png$/, ''),
  ]);
}

export const readBytes = (path: string): Uint8Array => readFileSync(path);
