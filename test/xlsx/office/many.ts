/** `npx tsx test/xlsx/office/many.ts 240`: what is written into as many odd packages – once, twice, after an edit – opened by LibreOffice. */
import { oddPackages } from '../support/odd';
import { notAsWritten, notOpened, outputsOf } from './opens';

/** Files of one start of LibreOffice. */
const TOGETHER = 120;

const reason = notOpened();
if (reason !== null) process.stdout.write(`not run: ${reason}\n`);
else {
  const packages = oddPackages(Number(process.argv[2] ?? 240));
  const outputs = outputsOf(packages);
  const wrong: unknown[] = [];
  for (let at = 0; at < outputs.length; at += TOGETHER) wrong.push(...notAsWritten(outputs.slice(at, at + TOGETHER)));
  for (const one of wrong) process.stdout.write(`${JSON.stringify(one)}\n`);
  process.stdout.write(
    `${String(outputs.length)} files of ${String(packages.length)} odd packages, ${String(wrong.length)} not as written\n`,
  );
  process.exitCode = wrong.length === 0 ? 0 : 1;
}
