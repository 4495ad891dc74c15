/** Nothing of a workbook or a file name reaches a terminal unseen: every command, with names that try it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { usageText } from '../../src/cli/usage-text';
import { createWorkbook } from '../../src/workbook/create';
import { REGULATIONS } from '../../src/regulations';
import { visible } from '../../src/text/visible';
import { createPackage, editCells, readWorkbook } from '../../src/xlsx';
import { fileOf } from '../workbook/adopt/shapes';
import { thidua, type Run } from './run';

/** Colour, title of the window, bell, return to the line's begin, right-to-left, isolate, no width, joiner, filler, line separator, tag. */
const TRICKS = '\u009b31m\u007f\u202edx\u2066\u200b\u200d\ufeff\u2060\u00ad\u3164\u2028\u{e0041}\u061c\u180e';
/** What XML can carry of it stands in the cells; a file name may hold the rest too. */
const NAME = `Sở ${TRICKS} Nội vụ`;
const FILE_NAME = process.platform === 'win32' ? 'so.xlsx' : `so\u001b]0;x\u0007\r\u001b[2J${TRICKS}.xlsx`;

/** Everything that no line of ours may hold. Written apart from the product's own list. */
const HIDDEN = new RegExp(
  `[${[
    [0x00, 0x09],
    [0x0b, 0x1f],
    [0x7f, 0x9f],
    [0xad],
    [0x34f],
    [0x61c],
    [0x115f, 0x1160],
    [0x17b4, 0x17b5],
    [0x180b, 0x180f],
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0x3164],
    [0xfe00, 0xfe0f],
    [0xfeff],
    [0xffa0],
    [0xfff9, 0xfffb],
    [0xe0000, 0xe0fff],
  ]
    .map((range) => range.map((code) => `\\u{${code.toString(16)}}`).join('-'))
    .join('')}]`,
  'u',
);

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'thidua-terminal-'));
  const regulation = REGULATIONS[0];
  const empty = createPackage(
    createWorkbook(regulation, [{ name: NAME }, { name: 'Sở Tài chính' }, { name: 'Sở Y tế' }]),
  );
  writeFileSync(at(FILE_NAME), withTricks(empty));
  writeFileSync(at(`khac-${FILE_NAME}`), withTricks(readFileSync('assets/samples/B.xlsx')));
  writeFileSync(
    at(`cu-${FILE_NAME}`),
    fileOf({
      sheets: {
        [`Bảng`]: [
          ['STT', 'Tên đơn vị', `Kinh tế ${TRICKS} (60 điểm)`, 'Xã hội (40 điểm)', 'Tổng'],
          [1, NAME, 50, 30, 81],
          [2, `Sở Y tế ${TRICKS}`, 40, 30, 70],
        ],
      },
    }),
  );
  writeFileSync(at('khoi.txt'), `Khối ${TRICKS} | Sở ${TRICKS}\n`);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The tricks in every text cell of a workbook that is no header, at its end. */
function withTricks(bytes: Uint8Array): Uint8Array {
  const read = readWorkbook(bytes);
  if (!read.ok) throw new Error(read.error.code);
  const changes = read.value.sheets.flatMap(({ name: sheet, rows }) =>
    rows.flatMap((cells, row) =>
      row < 4 || !cells
        ? []
        : cells.flatMap((cell, column) =>
            cell && typeof cell.value === 'string' && cell.formula === undefined
              ? [{ place: { sheet, row, column }, value: cell.value + TRICKS, overLocked: true }]
              : [],
          ),
    ),
  );
  const edited = editCells(bytes, changes);
  if (!edited.ok) throw new Error(edited.error.code);
  return edited.value.bytes;
}

const COMMANDS: Readonly<Record<string, () => string[][]>> = {
  evaluate: () => [
    [at(FILE_NAME)],
    [at(FILE_NAME), '--json'],
    [at(`khac-${FILE_NAME}`)],
    [at(`khong-co-${FILE_NAME}`)],
  ],
  write: () => [
    [at(FILE_NAME), '-o', at(`ra-${FILE_NAME}`)],
    [at(FILE_NAME), '-o', at('khong/co.xlsx')],
  ],
  new: () => [
    ['--regulation', 'minh-hoa', '--units', NAME, '-o', at(`moi-${FILE_NAME}`)],
    ['--regulation', TRICKS, '--units', 'A', '-o', at('x.xlsx')],
    ['--from', at(FILE_NAME), '-o', at('nam-sau.xlsx')],
  ],
  adopt: () => [
    [at(`cu-${FILE_NAME}`), '--cells'],
    [at(`cu-${FILE_NAME}`), '--json'],
    [at(`cu-${FILE_NAME}`), '--answer', `${TRICKS}=1`],
    [at(`cu-${FILE_NAME}`), '--answer', `level=${TRICKS}`],
    [at(FILE_NAME)],
  ],
  change: () => [
    [at(FILE_NAME), 'remove-unit', NAME, '--dry-run'],
    [at(FILE_NAME), 'add-unit', `Sở ${TRICKS}`, '-o', at(`doi-${FILE_NAME}`), '--note', at(`lui-${FILE_NAME}.json`)],
    [at(FILE_NAME), 'rename-unit', TRICKS, 'A'],
    [at(FILE_NAME), TRICKS],
    [at(FILE_NAME), 'move-unit', NAME, TRICKS],
    [at(FILE_NAME), 'add-ballot', TRICKS, NAME, '--counts', '1; 1; 1; 1; 1; 1'],
    [at(FILE_NAME), 'add-band', `Tốt ${TRICKS}`, '--from', '9', '--dry-run'],
    [at(`khac-${FILE_NAME}`), 'rebuild-scores', '--dry-run'],
  ],
  units: () => [
    [at(FILE_NAME), '-o', at(`phieu ${TRICKS}`)],
    [at(FILE_NAME), '-o', at('phieu-khac'), '--level', TRICKS],
    [at(FILE_NAME), '-o', at('phieu-cheo'), '--peers', '--json'],
  ],
  collect: () => {
    thidua('units', at(FILE_NAME), '-o', at('phieu-gui'));
    return [
      [at(FILE_NAME), at('phieu-gui'), '--dry-run', '--cells'],
      [at(FILE_NAME), at(`khac-${FILE_NAME}`), at(`khong-co-${FILE_NAME}`)],
      [at(FILE_NAME), at('phieu-gui'), '--json'],
      [at(FILE_NAME), at('phieu-gui'), '--level', TRICKS],
    ];
  },
  diff: () => [[at(FILE_NAME), at(`khac-${FILE_NAME}`)]],
  outlook: () => [[at(FILE_NAME)], [at(FILE_NAME), '--json'], [at(`khac-${FILE_NAME}`)]],
  papers: () => [
    [at(FILE_NAME), '-o', at('giay-to')],
    [at(`khac-${FILE_NAME}`), '-o', at('giay-to-khac')],
  ],
  explain: () => [
    [at(FILE_NAME), '--unit', NAME],
    [at(FILE_NAME), '--unit', TRICKS],
    [at(`khac-${FILE_NAME}`), '--unit', 'TTT'],
  ],
  check: () =>
    ['text', 'json', 'ndjson', 'html']
      .map((format) => [
        folder,
        '--format',
        format,
        '--blocs',
        at('khoi.txt'),
        '--limit',
        'CP=1',
        '--standard',
        at(`khac-${FILE_NAME}`),
      ])
      .concat([
        [at(FILE_NAME), '--format', 'text', '--threads', '1'],
        [folder, '--blocs', at('khoi.txt')],
        [folder, '-o', at(`khong/${FILE_NAME}`)],
        [folder, '--letters', at('phieu-sua'), '--letter-format', 'txt'],
      ]),
};

/** The commands that the usage lists: a new one is missed here. */
const KNOWN = [...new Set([...usageText('vi').matchAll(/^ {2}thidua (\w+)/gm)].map(([, name]) => name ?? ''))];

test.each(KNOWN)('%s prints nothing unseen', (command) => {
  const uses = COMMANDS[command]?.() ?? [];
  expect(uses).not.toEqual([]);
  const said = uses.flatMap((words) =>
    (['vi', 'en'] as const).map((lang): Run => thidua(command, ...words, '--lang', lang)),
  );
  for (const { out, err } of said)
    expect([HIDDEN.exec(out)?.[0], HIDDEN.exec(err)?.[0]]).toEqual([undefined, undefined]);
  // It did print them: as what they are. A comparison names no file, and names of units are read without them.
  if (command !== 'diff') expect(said.some(({ out, err }) => `${out}${err}`.includes('\\u202e'))).toBe(true);
});

test('JSON stays JSON: the very name of the file, names of units without what nobody sees', () => {
  const { units, file } = JSON.parse(thidua('evaluate', at(FILE_NAME), '--json').out) as {
    units: { name: string }[];
    file: string;
  };
  expect([/^Sở [\s\S]*Nội vụ/u.test(units[0]?.name ?? ''), units[0]?.name.includes('\u202e'), file]).toEqual([
    true,
    false,
    at(FILE_NAME),
  ]);
  const line = JSON.parse(thidua('check', at(FILE_NAME), '--format', 'ndjson').out) as { file: string };
  expect(line.file).toBe(at(FILE_NAME));
});

test('a text with a line break cannot forge a line', () => {
  expect(visible('Sở A\nLỖI  forged\r\n  x\ty')).toBe('Sở A LỖI  forged   x y');
});

test('every character of Unicode that a terminal obeys or nobody sees is written out', () => {
  for (let code = 0; code <= 0x10_ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u.test(character))
      expect(visible(character)).toMatch(/^(?: |(?:\\u[0-9a-f]{4})+)$/);
  }
  expect(visible('Sở Nội vụ – “điểm” 9,5 ★ é')).toBe('Sở Nội vụ – “điểm” 9,5 ★ é');
});

test('in src/cli only terminal.ts writes to a stream of the process', () => {
  const files = readdirSync('src/cli').filter((name) => name !== 'terminal.ts');
  expect(
    files.filter((name) => /process\.std(?:out|err)|console\./.test(readFileSync(join('src/cli', name), 'utf8'))),
  ).toEqual([]);
});
