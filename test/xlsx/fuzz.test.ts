import { tryMutant } from './fuzz/mutate';

test('2,000 broken workbooks are read whole or refused by name (mutants 0 to 1999; each number is its seed)', () => {
  const answers = new Map<string, number>();
  const wrong: string[] = [];
  for (let number = 0; number < 2000; number++) {
    const outcome = tryMutant(number);
    const code = outcome.answer.split(' ')[0] ?? '';
    answers.set(code, (answers.get(code) ?? 0) + 1);
    if (outcome.wrong !== null) wrong.push(`mutant ${String(number)}: ${outcome.wrong}`);
  }
  expect(wrong).toEqual([]);
  // Both kinds of answer must occur often, else the mutations test nothing.
  expect(answers.get('ok')).toBeGreaterThan(200);
  expect(answers.get('file-damaged')).toBeGreaterThan(500);
});
