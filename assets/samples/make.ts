/** Writes the sample workbooks beside this file: `npm run samples`. */
import { writeFileSync } from 'node:fs';
import { makeSamples } from './workbooks';

for (const { name, bytes } of makeSamples()) {
  writeFileSync(new URL(name, import.meta.url), bytes);
  process.stdout.write(`${name}: ${String(bytes.length)} bytes\n`);
}
