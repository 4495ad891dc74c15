/** What the sources of the pane may not do, because Excel takes it away or because nothing leaves the machine. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(__dirname, '../../src');
const ROOMS = ['rules', 'text', 'regulations', 'workbook', 'excel', 'xlsx', 'board', 'pane'];
const files = ROOMS.flatMap((room) =>
  readdirSync(join(src, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
).filter((file) => /\.tsx?$/.test(file));
const codeOf = (file: string): string =>
  readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
const usersOf = (pattern: RegExp): string[] => files.filter((file) => pattern.test(codeOf(file)));

test.each([
  ['a dialog that office.js takes away', /\b(?:window\.)?(?:alert|confirm|prompt)\(/],
  ['the history that office.js takes away', /\b(?:pushState|replaceState)\b/],
  ['a request of its own', /\b(?:fetch|XMLHttpRequest|sendBeacon|WebSocket|EventSource)\b/],
  ['code made from texts', /\bnew Function\b|\beval\(/],
])('nothing of the pane uses %s', (_, pattern) => {
  expect(usersOf(pattern)).toEqual([]);
});

test('only the preferences are kept in the browser', () => {
  expect(usersOf(/\b(?:localStorage|sessionStorage|indexedDB|document\.cookie)\b/)).toEqual([
    join('excel', 'preferences.ts'),
  ]);
});
