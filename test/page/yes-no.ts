/** A sheet that hands can write into. */
import { unzipSync, zipSync } from 'fflate';
import { unprotected } from './unprotected';

const SCORES = 'xl/worksheets/sheet6.xml';

/** The sample without locks, with two cells below the scores that take only yes or no. */
export function withYesNo(sample: Uint8Array): Buffer {
  const parts = unzipSync(unprotected(sample));
  const rule =
    '<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="G32 K35"><formula1>"có,không"</formula1></dataValidation>';
  const xml = new TextDecoder().decode(parts[SCORES]);
  const own = xml.includes('<dataValidations')
    ? xml.replace(/(<dataValidations[^>]*?) count="\d+"/, '$1').replace(/<dataValidations[^>]*>/, (tag) => tag + rule)
    : xml.replace(/<pageMargins|<printOptions/, (tag) => `<dataValidations>${rule}</dataValidations>${tag}`);
  expect(own).toContain(rule);
  return Buffer.from(zipSync({ ...parts, [SCORES]: new TextEncoder().encode(own) }));
}
