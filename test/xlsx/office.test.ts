/** LibreOffice opens what we write, and finds in it what was there and what we added; `office/many.ts` opens them all. */
import { notAsWritten, notOpened, outputsOf, write } from './office/opens';
import { featureRichWorkbook } from './support/feature-rich';
import { oddPackages, ODDITIES } from './support/odd';

const reason = notOpened();

(reason === null ? test : test.skip)(
  `LibreOffice opens every output${reason === null ? '' : ` – not run: ${reason}`}`,
  () => {
    const odd = outputsOf(oddPackages(Object.keys(ODDITIES).length)).filter(({ what }) => !what.endsWith(', again'));
    expect(odd.length).toBeGreaterThan(60);
    expect(
      notAsWritten([...odd, { what: 'features', bytes: write(featureRichWorkbook()), first: null, edited: undefined }]),
    ).toEqual([]);
  },
  600_000,
);
