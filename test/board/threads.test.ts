/** Work that dies or never ends: of one file, or of a mistake of ours, planted into a copy of the sources. */
import { spawn } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { SourceCopy } from '../cli/copy';
import { emptyBook, filled } from '../workbook/unit-forms/support';

let copy: SourceCopy;
beforeAll(() => {
  copy = new SourceCopy();
  const plant = (file: string, line: string, more: string): void => {
    const path = copy.at(file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(line)) throw new Error(`${file} has no “${line}” any more`);
    writeFileSync(path, text.replace(line, `${more} ${line}`));
  };
  plant(
    'src/board/check-workbook.ts',
    'const cells = bytes.ok',
    `
    if (file.includes('deadly')) process.exit(1);
    if (file.includes('endless')) endless(file);
    if (file.includes('mistake')) throw new TypeError('Điểm của Sở Y tế');`,
  );
  // The standard, and the workbooks of all other commands.
  plant(
    'src/board/standard.ts',
    'const cells = readWorkbook(bytes);',
    "if (process.env['ENDLESS_STANDARD'] !== undefined) for (;;);",
  );
  plant(
    'src/cli/workbook-file.ts',
    'const bytes = readFileBytes(path);',
    `
    if (path.includes('endless')) endless(path);
    if (path.includes('mistake')) throw new TypeError('Điểm của Sở Y tế');
    if (path.includes('greedy')) for (const all: number[][] = []; ;) all.push(new Array(1e6).fill(0.5));`,
  );
  // Forms that came back.
  plant(
    'src/cli/read-forms.ts',
    'const bytes = readFileBytes(path);',
    `
    if (path.includes('deadly')) process.exit(1);
    if (path.includes('mistake')) throw new TypeError('Điểm của Sở Y tế');
    if (path.includes('endless')) for (;;);`,
  );
  for (const file of ['src/board/check-workbook.ts', 'src/cli/workbook-file.ts']) {
    appendFileSync(
      copy.at(file),
      `
      /** Tells that it has begun, and never ends. */
      function endless(path: string): void {
        process.getBuiltinModule('node:fs').writeFileSync(\`\${path}.begun\`, '');
        for (;;);
      }`,
    );
  }
  const setting = (file: string, name: string, value: string): void => {
    const path = copy.at(file);
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace(`${name} = ${value}`, `${name} = Number(process.env['${name}'] ?? ${value})`),
    );
  };
  setting('src/sheets/longest.ts', 'LONGEST', '60_000');
  setting('src/board/node/within-time.ts', 'HERE', '1_000');
});
afterAll(() => {
  copy.remove();
});

function check(
  special: string,
  threads = 2,
): { readonly code: number | null; readonly out: string; readonly err: string } {
  const files = Array.from({ length: 20 }, (_, index) =>
    copy.at(`${String(10 + index)}${index === 6 ? special : ''}.xlsx`),
  );
  for (const file of files) cpSync('assets/samples/A.xlsx', file);
  return copy.run('check', ...files, '--threads', String(threads), '--format', 'ndjson');
}

interface Line {
  readonly file: string;
  readonly verdict: string;
  readonly issues: readonly { readonly code: string }[];
}
const linesOf = (out: string): Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

test('a file that kills its thread is a finding; the files behind it are checked', () => {
  const { code, out } = check('deadly');
  const lines = linesOf(out);
  expect(code).toBe(1);
  expect(lines).toHaveLength(20);
  expect(
    lines
      .filter(({ verdict }) => verdict === 'unreadable')
      .map(({ file, issues }) => [file.slice(-13), issues.map(({ code: found }) => found)]),
  ).toEqual([['16deadly.xlsx', ['file-too-large']]]);
});

test.each([1, 2])(
  'a mistake of ours, checking with %d threads, is told of its file as ours, without its contents; the others are checked',
  (threads) => {
    const { code, out, err } = check('mistake', threads);
    const lines = linesOf(out);
    expect({ code, err }).toEqual({ code: 2, err: '' });
    expect(lines).toHaveLength(20);
    expect(
      lines
        .filter(({ issues }) => issues.every((found) => found.code !== 'result-missing'))
        .map(({ file, verdict, issues }) => [file.slice(-14), verdict, ...issues.map((found) => found.code)]),
    ).toEqual([['16mistake.xlsx', 'unreadable', 'program-fault']]);
    expect(out).not.toContain('Điểm của Sở Y tế');
    expect(JSON.stringify(lines[6])).toMatch(/\(TypeError, [\w.-]+:\d+:\d+\)/);
  },
);

test('a mistake of ours, alone or in another command, is one line that names its place, no message and no path', () => {
  cpSync('assets/samples/A.xlsx', copy.at('mistake.xlsx'));
  const alone = copy.run('check', copy.at('mistake.xlsx'));
  expect({ code: alone.code, out: alone.out, err: alone.err.replace(copy.at('mistake.xlsx'), 'TỆP') }).toEqual({
    code: 2,
    out: '',
    err: expect.stringMatching(
      /^TỆP: Chương trình tự gặp lỗi khi thẩm định tệp này \(TypeError, [\w.-]+:\d+:\d+\) nên .*\n$/,
    ),
  });
  expect(copy.run('evaluate', copy.at('mistake.xlsx'))).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringMatching(/^thidua: lỗi bên trong chương trình \(TypeError(, [\w.-]+:\d+:\d+){1,3}\)\n$/),
  });
});

test('no letter goes to a bloc whose workbook was not judged through a mistake of ours', () => {
  cpSync('assets/samples/A.xlsx', copy.at('mistake.xlsx'));
  writeFileSync(copy.at('hong.xlsx'), 'hỏng');
  const { code } = copy.run('check', copy.at('mistake.xlsx'), copy.at('hong.xlsx'), '--letters', copy.at('thu'));
  expect([code, readdirSync(copy.at('thu'))]).toEqual([2, [expect.stringContaining('hong')]]);
});

/** Far more than the slowest machine takes to end. */
const HUNG = 300_000;

/** Starts a command on files that never come to an end, and ends it as a user does. */
async function interrupted(
  signal: NodeJS.Signals,
  command: string,
  ...files: string[]
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  copy.run('--version'); // bundles
  for (const file of files) {
    cpSync('assets/samples/A.xlsx', copy.at(file));
    rmSync(copy.at(`${file}.begun`), { force: true });
  }
  const child = spawn(
    process.execPath,
    [copy.at('src/cli/thidua.mjs'), command, ...files.map((file) => copy.at(file))],
    { stdio: 'ignore' },
  );
  const end = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, by) => {
      resolve({ code, signal: by });
    });
  });
  for (let begun = false; !begun && child.exitCode === null;) {
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    begun = files.some((file) => existsSync(copy.at(`${file}.begun`)));
  }
  expect(child.exitCode).toBeNull();
  child.kill(signal);
  const late = setTimeout(() => {
    child.kill('SIGKILL');
  }, HUNG);
  return end.finally(() => {
    clearTimeout(late);
  });
}

const FILES = ['endless-1.xlsx', 'endless-2.xlsx', 'endless-3.xlsx'];
test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends a check whose files never do, be they few or many',
  async (signal) => {
    expect(await interrupted(signal, 'check', ...FILES)).toEqual({ code: 130, signal: null });
    expect(
      await interrupted(signal, 'check', ...Array.from({ length: 20 }, (_, index) => `endless-${String(index)}.xlsx`)),
    ).toEqual({ code: 130, signal: null });
  },
);

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends evaluate and write on such a file', async (signal) => {
  expect(await interrupted(signal, 'evaluate', 'endless-1.xlsx')).toEqual({ code: null, signal });
  expect(await interrupted(signal, 'write', 'endless-1.xlsx')).toEqual({ code: null, signal });
});

test('Ctrl-C is heard while the first thread is at such a file, too', async () => {
  process.env['HERE'] = String(HUNG);
  const started = Date.now();
  expect(await interrupted('SIGINT', 'check', ...FILES)).toEqual({ code: 130, signal: null });
  expect(await interrupted('SIGINT', 'evaluate', 'endless-1.xlsx')).toEqual({ code: null, signal: 'SIGINT' });
  // Not the clock has ended them.
  expect(Date.now() - started).toBeLessThan(HUNG);
  delete process.env['HERE'];
});

/** The bytes of sample A, and as many others that nobody reads. */
const largeWorkbook = (): Uint8Array =>
  zipSync({ ...unzipSync(readFileSync('assets/samples/A.xlsx')), 'custom/large.bin': new Uint8Array(8 * 2 ** 20) });

describe('a file that takes too long', () => {
  beforeAll(() => {
    process.env['LONGEST'] = '2000';
  });
  afterAll(() => {
    delete process.env['LONGEST'];
  });

  test('as a standard: a sentence says so, nothing is checked', () => {
    cpSync('assets/samples/A.xlsx', copy.at('a.xlsx'));
    process.env['ENDLESS_STANDARD'] = 'yes';
    const { code, out, err } = copy.run('check', copy.at('a.xlsx'), '--standard', copy.at('a.xlsx'));
    delete process.env['ENDLESS_STANDARD'];
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: expect.stringContaining('quá lâu so với một sổ chấm điểm'),
    });
  });

  test('is a finding, alone too; the files behind it are checked', () => {
    cpSync('assets/samples/A.xlsx', copy.at('a-endless.xlsx'));
    cpSync('assets/samples/A.xlsx', copy.at('b.xlsx'));
    const lines = copy
      .run('check', copy.at('a-endless.xlsx'), copy.at('b.xlsx'), '--format', 'ndjson')
      .out.trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { verdict: string; issues: { code: string }[] });
    expect(lines.map(({ verdict, issues }) => [verdict, issues.map(({ code }) => code)[0]])).toEqual([
      ['unreadable', 'file-too-slow'],
      ['valid', 'result-missing'],
    ]);
  });

  test('ends evaluate and write with a sentence', () => {
    cpSync('assets/samples/A.xlsx', copy.at('endless-1.xlsx'));
    for (const command of ['evaluate', 'write'])
      expect(copy.run(command, copy.at('endless-1.xlsx'))).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('quá lâu so với một sổ chấm điểm'),
      });
    expect(readFileSync(copy.at('endless-1.xlsx'))).toEqual(readFileSync('assets/samples/A.xlsx'));
  });
});

test('forms that kill or keep their thread are named, longer than a command may take; the others are taken', async () => {
  writeFileSync(copy.at('so.xlsx'), emptyBook(['Sở A', 'Sở B', 'Sở C', 'Sở D']));
  copy.run('units', copy.at('so.xlsx'), '-o', copy.at('phieu'));
  const [first = '', second = '', third = '', fourth = ''] = readdirSync(copy.at('phieu')).map((name) =>
    copy.at('phieu', name),
  );
  writeFileSync(fourth, await filled(readFileSync(fourth), [['I.1', 'Tự chấm', 20]]));
  renameSync(first, first.replace('.xlsx', '-deadly.xlsx'));
  renameSync(second, second.replace('.xlsx', '-endless.xlsx'));
  renameSync(third, third.replace('.xlsx', '-mistake.xlsx'));
  process.env['LONGEST'] = '8000';
  const { code, out } = copy.run('collect', copy.at('so.xlsx'), copy.at('phieu'));
  delete process.env['LONGEST'];
  expect(code).toBe(1);
  expect(out).toMatch(/phieu-01-so-a-deadly\.xlsx: KHÔNG THU\. .*quá lớn so với một sổ chấm điểm/);
  expect(out).toMatch(/phieu-02-so-b-endless\.xlsx: KHÔNG THU\. .*quá lâu so với một sổ chấm điểm/);
  expect(out).toMatch(
    /phieu-03-so-c-mistake\.xlsx: KHÔNG THU\. Chương trình tự gặp lỗi .*\(TypeError, [\w.-]+:\d+:\d+\)/,
  );
  expect(out).not.toContain('Điểm của Sở Y tế');
  expect(out).toContain('Đã ghi 1 ô từ 1 phiếu.');
});

test('a large file is worked on in a thread from the start, a standard too', () => {
  writeFileSync(copy.at('large.xlsx'), largeWorkbook());
  process.env['HERE'] = '1';
  expect(copy.run('evaluate', copy.at('large.xlsx'))).toEqual(copy.run('evaluate', 'assets/samples/A.xlsx'));
  delete process.env['HERE'];
  expect(copy.run('check', copy.at('large.xlsx'), '--standard', copy.at('large.xlsx'))).toMatchObject({
    code: 0,
    err: '',
  });
});

test('a file that fills the memory ends evaluate with a sentence', () => {
  writeFileSync(copy.at('greedy.xlsx'), largeWorkbook());
  expect(copy.run('evaluate', copy.at('greedy.xlsx'))).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining('quá lớn so với một sổ chấm điểm'),
  });
});
