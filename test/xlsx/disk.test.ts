import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileBytes, replaceFile } from '../../src/xlsx/disk';
import { killDuringWrite } from './kill/run';

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'thidua-disk-')); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = async (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

describe('replacing a file', () => {
  test('keeps the old one as .bak, its mode, and leaves nothing else', async () => {
    const file = join(folder, 'Khối 1.xlsx');
    await writeFile(file, 'cũ');
    await chmod(file, 0o640);
    expect(await replaceFile(file, bytes('mới'), bytes('cũ'))).toEqual({ ok: true, value: undefined });
    expect([await text('Khối 1.xlsx'), await text('Khối 1.xlsx.bak')]).toEqual(['mới', 'cũ']);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    await replaceFile(file, bytes('mới hơn'));
    expect([await text('Khối 1.xlsx'), await text('Khối 1.xlsx.bak'), (await readdir(folder)).length]).toEqual(['mới hơn', 'mới', 2]);
  });

  test('a new file has no .bak', async () => {
    expect(await replaceFile(join(folder, 'a.xlsx'), bytes('1'))).toEqual({ ok: true, value: undefined });
    expect(await readdir(folder)).toEqual(['a.xlsx']);
  });

  test('a file that somebody saved in between is left alone', async () => {
    const file = join(folder, 'a.xlsx');
    await writeFile(file, 'của người khác');
    expect(await replaceFile(file, bytes('mới'), bytes('cũ'))).toEqual({ ok: false, error: { code: 'file-not-writable', detail: 'changed' } });
    expect([await text('a.xlsx'), await readdir(folder)]).toEqual(['của người khác', ['a.xlsx']]);
  });

  test('a link stays a link, the file behind it is replaced', async () => {
    await writeFile(join(folder, 'that.xlsx'), 'cũ');
    await symlink(join(folder, 'that.xlsx'), join(folder, 'lien-ket.xlsx'));
    await replaceFile(join(folder, 'lien-ket.xlsx'), bytes('mới'));
    expect([await text('that.xlsx'), await text('that.xlsx.bak')]).toEqual(['mới', 'cũ']);
  });

  test('a folder that is not there, and one in the place of the file', async () => {
    expect(await replaceFile(join(folder, 'khong', 'a.xlsx'), bytes('1'))).toEqual({ ok: false, error: { code: 'file-not-writable', detail: 'ENOENT' } });
    expect(await replaceFile(folder, bytes('1'))).toMatchObject({ ok: false, error: { code: 'file-not-writable' } });
  });
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

test.each([0, 3, 9, 17, 31])('a process killed %d ms into writing leaves FILE and FILE.bak whole', async (milliseconds) => {
  expect(await killDuringWrite(milliseconds)).toMatchObject({ whole: true, backupWhole: true });
}, 30_000);
