/** Sanctions on points beside sanctions on grades, against filling in every hole. */
import { compare } from './compare';
import { penalisedSample } from './penalised';

// Each was told wrongly once: a sanction on grades took the points that another one had set to 0.
test.each([9, 86, 101, 192, 233, 309, 338, 467])('nothing is certain or out wrongly in bloc %d', (seed) => {
  const { findings, answers } = compare(penalisedSample(seed));
  expect(findings.filter(({ kind }) => kind === 'unsound')).toEqual([]);
  expect(answers).toBeGreaterThan(0);
});

test('nothing in a hundred blocs more, and little is left open', () => {
  const compared = Array.from({ length: 100 }, (_, at) => compare(penalisedSample(2000 + at)));
  const findings = compared.flatMap((each) => each.findings);
  const answers = compared.reduce((sum, each) => sum + each.answers, 0);
  expect(findings.filter(({ kind }) => kind === 'unsound')).toEqual([]);
  expect(findings.length / answers).toBeLessThan(0.05);
});
