import { HOSTILE } from './hostile/cases';
import { readInChild } from './hostile/run';

const all = Object.entries(HOSTILE);
const light = all.filter(([, { heavy }]) => heavy !== true);

describe('a file from a stranger is read whole or refused by name', () => {
  const outcomes = new Map<string, string>();
  beforeAll(async () => {
    (await readInChild(light.map(([, hostile]) => hostile))).forEach(({ answer }, i) =>
      outcomes.set(light[i]?.[0] ?? '', answer),
    );
  });

  test.each(light)('%s', (name, { answer }) => {
    // A flipped bit may end anywhere in the data: there the code alone is promised.
    expect(outcomes.get(name)?.slice(0, answer === 'file-damaged' ? answer.length : undefined)).toBe(answer);
  });

  test.each(all.filter(([, { heavy }]) => heavy))('%s', async (_, hostile) => {
    expect((await readInChild([hostile])).map(({ answer }) => answer)).toEqual([hostile.answer]);
  });
});
