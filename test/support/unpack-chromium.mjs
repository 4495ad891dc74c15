/**
 * Unpacks the browser that travels inside the npm package @sparticuz/chromium into the folder given
 * as the only argument. A process of its own: the package reads both variables while it is imported.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
process.env.TMPDIR = folder;
const { default: chromium } = await import('@sparticuz/chromium');
await chromium.executablePath();

// The package's own fonts.conf knows only /tmp/fonts; ours knows this folder and the system's fonts.
writeFileSync(
  join(folder, 'fonts', 'fonts.conf'),
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`,
);
