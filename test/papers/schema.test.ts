/** Document, styles, numbering, headers and footers of every paper against the schemas of ECMA-376. */
import { notValidated, validate } from '../xlsx/support/schema';
import { judgedSample, made } from './sources';

const reason = notValidated();
const validated = reason === null ? test : test.skip;

validated.each(['A', 'B', 'D', 'co-loi'])(
  `papers of %s${reason === null ? '' : ` – not run: ${reason}`}`,
  async (sample) => {
    const { bytes } = await made(judgedSample(sample));
    const files = [...bytes].filter(([name]) => name.endsWith('.docx'));
    const { complaints, validated: count } = validate(files.map(([what, after]) => ({ what, before: null, after })));
    expect(complaints).toEqual([]);
    // Document, styles, settings, numbering, fonts, notes, two headers and two footers at least.
    expect(count).toBeGreaterThanOrEqual(files.length * 11);
  },
);
