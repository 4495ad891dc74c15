import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { bytesThere, readFileBytes, replaceFile } from '../../src/xlsx/disk';
import { temporaryName } from '../../src/xlsx/disk-temporary';
import { lockFilesBeside } from '../../src/xlsx/disk-locks';
import { keepZone, patiently } from '../../src/xlsx/disk-windows';
import { killDuringWrite } from './kill/run';

const POSIX = process.platform !== 'win32';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thidua-disk-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

/** As the doors do it: `was` is what stood there at the beginning; "thidua …" is an output of ours. */
const replace = async (file: string, content: string, was: string | null, source = file) =>
  replaceFile(file, bytes(content), {
    was: was === null ? null : bytes(was),
    isOurs: (there) => new TextDecoder().decode(there).startsWith('thidua'),
    source,
  });
const CHANGED = { ok: false, error: { code: 'file-changed' } };

describe('replacing a file', () => {
  test('keeps the old one as .bak, its mode, and leaves nothing else', async () => {
    const file = join(folder, 'Khối 1.xlsx');
    await writeFile(file, 'cũ');
    await chmod(file, 0o640);
    expect(await replace(file, 'thidua 1', 'cũ')).toEqual({ ok: true, value: { backup: `${file}.bak` } });
    expect([await text('Khối 1.xlsx'), await text('Khối 1.xlsx.bak')]).toEqual(['thidua 1', 'cũ']);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await readdir(folder)).toHaveLength(2);
  });

  test('.bak stays what stood there before our first write', async () => {
    const file = join(folder, 'a.xlsx');
    await writeFile(file, 'cũ');
    await replace(file, 'thidua 1', 'cũ');
    expect(await replace(file, 'thidua 2', 'thidua 1')).toEqual({ ok: true, value: { backup: null } });
    expect([await text('a.xlsx'), await text('a.xlsx.bak'), (await readdir(folder)).length]).toEqual([
      'thidua 2',
      'cũ',
      2,
    ]);
  });

  test('a .bak that we did not make is left alone; what stood there is kept beside it, once', async () => {
    const file = join(folder, 'a.xlsx');
    await writeFile(file, 'cũ');
    await writeFile(`${file}.bak`, 'của người dùng');
    expect(await replace(file, 'thidua 1', 'cũ')).toEqual({ ok: true, value: { backup: `${file}.bak2` } });
    expect(await replace(file, 'thidua 2', 'thidua 1')).toEqual({ ok: true, value: { backup: null } });
    // The user puts another workbook in its place.
    await writeFile(file, 'sổ khác');
    expect(await replace(file, 'thidua 3', 'sổ khác')).toEqual({ ok: true, value: { backup: `${file}.bak3` } });
    // And goes back to an earlier one: it is kept already.
    await writeFile(file, 'cũ');
    expect(await replace(file, 'thidua 4', 'cũ')).toEqual({ ok: true, value: { backup: null } });
    expect([
      await text('a.xlsx.bak'),
      await text('a.xlsx.bak2'),
      await text('a.xlsx.bak3'),
      (await readdir(folder)).length,
    ]).toEqual(['của người dùng', 'cũ', 'sổ khác', 4]);
  });

  test('a new file has no .bak', async () => {
    expect(await replace(join(folder, 'a.xlsx'), '1', null)).toEqual({ ok: true, value: { backup: null } });
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  });

  test.each([
    ['saved', 'cũ', 'của người khác'],
    ['made', null, 'của người khác'],
    ['deleted', 'cũ', null],
  ])('a file that somebody %s in between is left alone', async (_, was, now) => {
    const file = join(folder, 'a.xlsx');
    if (now !== null) await writeFile(file, now);
    expect(await replace(file, 'thidua 1', was)).toEqual(CHANGED);
    expect(await readdir(folder)).toEqual(now === null ? [] : ['a.xlsx']);
    if (now !== null) expect(await text('a.xlsx')).toBe(now);
  });

  test('a link stays a link, the file behind it is replaced', async () => {
    await writeFile(join(folder, 'that.xlsx'), 'cũ');
    await symlink(join(folder, 'that.xlsx'), join(folder, 'lien-ket.xlsx'));
    await replace(join(folder, 'lien-ket.xlsx'), 'mới', 'cũ');
    expect([await text('that.xlsx'), await text('that.xlsx.bak')]).toEqual(['mới', 'cũ']);
  });

  test('a read-only file is not replaced, also by one who could', async () => {
    const file = join(folder, 'a.xlsx');
    await writeFile(file, 'cũ');
    await chmod(file, 0o444);
    expect(await replace(file, 'mới', 'cũ')).toEqual({
      ok: false,
      error: { code: 'file-not-writable', detail: 'read-only' },
    });
    expect([await text('a.xlsx'), await readdir(folder)]).toEqual(['cũ', ['a.xlsx']]);
  });

  test('what a killed process left beside is taken away by the next, and nothing else', async () => {
    const mine = temporaryName(folder);
    const gone = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim();
    const left = mine.replace(`-${String(process.pid)}-`, `-${gone}-`);
    const others = [
      mine,
      left.replace(/\.thidua-.{8}/, '.thidua-00000000'),
      join(folder, '.thidua-ghi chú.tmp'),
      left.replace('.tmp', '.xlsx'),
    ];
    for (const path of [left, ...others]) await writeFile(path, 'dở');
    expect((await replace(join(folder, 'a.xlsx'), 'mới', null)).ok).toBe(true);
    expect((await readdir(folder)).sort()).toEqual(['a.xlsx', ...others.map((path) => basename(path))].sort());
  });

  test('a folder that is not there, and one in the place of the file', async () => {
    expect(await replace(join(folder, 'khong', 'a.xlsx'), '1', null)).toEqual({
      ok: false,
      error: { code: 'file-not-writable', detail: 'ENOENT' },
    });
    expect(bytesThere(folder)).toEqual({ ok: false, error: { code: 'file-not-writable', detail: 'no-file' } });
  });
});

describe('what Windows does', () => {
  const busy = Object.assign(new Error('busy'), { code: 'EBUSY' });
  const failing = (times: number, error = busy) => {
    let left = times;
    return () => {
      if (left-- > 0) throw error;
      return 'done';
    };
  };

  test('a file that a scanner holds for a moment is tried again there, and only there', async () => {
    expect(await patiently(failing(3), 'win32', [0, 0, 0])).toBe('done');
    await expect(patiently(failing(4), 'win32', [0, 0, 0])).rejects.toBe(busy);
    await expect(patiently(failing(1), 'linux')).rejects.toBe(busy);
    await expect(
      patiently(failing(1, Object.assign(new Error('full'), { code: 'ENOSPC' })), 'win32', [0]),
    ).rejects.toThrow('full');
  });

  // Elsewhere the same name is that of a file beside it, as WSL shows such streams.
  test('the mark of a file from the net goes over to the file that takes its place', async () => {
    await writeFile(join(folder, 'cu.xlsx:Zone.Identifier'), '[ZoneTransfer]\r\nZoneId=3\r\n');
    await keepZone(join(folder, 'cu.xlsx'), join(folder, 'moi.xlsx'), 'win32');
    expect(await text('moi.xlsx:Zone.Identifier')).toContain('ZoneId=3');
    await keepZone(join(folder, 'khac.xlsx'), join(folder, 'khac-moi.xlsx'), 'win32');
    expect(await readdir(folder)).toHaveLength(2);
  });
});

test('what Excel, LibreOffice and WPS lay beside an open workbook is found', async () => {
  const file = join(folder, 'Khối 1.xlsx');
  expect(lockFilesBeside(file)).toEqual([]);
  for (const name of ['~$Khối 1.xlsx', '.~lock.Khối 1.xlsx#', '.~lock.khác.xlsx#'])
    await writeFile(join(folder, name), '');
  expect(lockFilesBeside(file)).toEqual(['~$Khối 1.xlsx', '.~lock.Khối 1.xlsx#']);
});

test('a file is read, or not, with a name for why', async () => {
  const file = join(folder, 'a.xlsx');
  expect(readFileBytes(file)).toEqual({ ok: false, error: { code: 'file-unreadable', detail: 'ENOENT' } });
  expect(readFileBytes(folder)).toEqual({ ok: false, error: { code: 'file-unreadable', detail: 'no-file' } });
  await writeFile(file, 'x');
  expect(readFileBytes(file)).toMatchObject({ ok: true });
  await truncate(file, 65 * 2 ** 20);
  expect(readFileBytes(file)).toEqual({ ok: false, error: { code: 'file-too-large', detail: 'file' } });
});

test.each(POSIX ? ['/dev/zero', '/dev/null', 'PIPE'] : [])('%s is no file: it is refused, not waited for', (path) => {
  const pipe = join(folder, 'ong.xlsx');
  execFileSync('mkfifo', [pipe]);
  expect(readFileBytes(path === 'PIPE' ? pipe : path)).toEqual({
    ok: false,
    error: { code: 'file-unreadable', detail: 'no-file' },
  });
  expect(bytesThere(pipe)).toEqual({ ok: false, error: { code: 'file-not-writable', detail: 'no-file' } });
});

// The system says of it that it is empty.
test.each(process.platform === 'linux' ? ['/proc/self/status'] : [])('%s: the stated size is not believed', (path) => {
  const read = readFileBytes(path);
  expect(read.ok && new TextDecoder().decode(read.value)).toMatch(/^Name:.*\nnonvoluntary_ctxt_switches:\s+\d+\n$/su);
});

test.each([0, 3, 9, 17, 31])(
  'a process killed %d ms into writing leaves FILE and FILE.bak whole',
  async (milliseconds) => {
    expect(await killDuringWrite(milliseconds)).toMatchObject({ whole: true, backupWhole: true });
  },
);
