/** The README's example of the exported rules module runs and prints what it says (needs `npm run build`). */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

test('the example of the rules module', () => {
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8')) ?? [];
  const promised = /^\/\/ (.*)$/mu.exec(example.trim().split('\n').at(-1) ?? '')?.[1];
  writeFileSync('dist/readme-example.mjs', example);
  const printed = execFileSync(process.execPath, ['dist/readme-example.mjs'], { encoding: 'utf8' }).trim();
  expect(printed).toBe(promised);
});
