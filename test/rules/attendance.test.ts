/** `Dự họp` beside `Bỏ phiếu`: more or fewer present, or with written opinions, than a ballot says is a warning (workbook.md). */
import { evaluate, type Attendance } from '../../src/rules/index';
import { at, book, type BookInput } from './books';

type BallotInput = NonNullable<BookInput['ballots']>[number];

/** What is said of a list with these marks beside these ballots: who counted, what the ballot says, what the list says. */
function told(marks: readonly (Attendance | null)[], ballots: readonly Partial<BallotInput>[]): string[] {
  const one = book({
    scores: { a: 90, b: 80 },
    ballots: ballots.map((row): BallotInput => ({ ballot: 'P', unit: 'a', members: 5, ...row })),
  });
  const attendees = marks.map((attendance, row) => ({
    unit: 'a',
    person: '',
    post: '',
    attendance,
    place: at('Dự họp', row + 1, 3),
  }));
  return evaluate({ ...one, attendees })
    .issues.filter(({ code }) => code === 'attendance-differs')
    .map(
      ({ severity, place, received, expected, params }) =>
        `${severity} ${String(place?.row)},${String(place?.column)} ${String(params?.['ballot'])} ${String(received)} / ${String(expected)}`,
    );
}

test.each<[string, readonly (Attendance | null)[], readonly Partial<BallotInput>[], readonly string[]]>([
  ['as many', ['present', 'present', 'written', 'absent'], [{ present: 2, written: 1 }], []],
  ['more present than listed', ['present', 'present', 'absent'], [{ present: 3 }], ['warning 1,3 P 3 / 2']],
  ['fewer written than listed', ['written', 'written', 'absent'], [{ written: 1 }], ['warning 1,9 P 1 / 2']],
  ['none of them listed', ['absent', null], [{ present: 3 }], ['warning 1,3 P 3 / 0']],
  [
    'both, each at its own cell',
    ['present', 'absent'],
    [{ present: 2, written: 1 }],
    ['warning 1,3 P 2 / 1', 'warning 1,9 P 1 / 0'],
  ],
  [
    'a number is said once, another one again',
    ['present'],
    [{ present: 2 }, { unit: 'b', present: 2 }, { ballot: 'Q', present: 3 }, { ballot: 'Q', unit: 'b', present: 1 }],
    ['warning 1,3 P 2 / 1', 'warning 3,3 Q 3 / 1'],
  ],
  ['a count that is blank or no number says nothing', ['present'], [{ present: null, written: 'hai' }], []],
  ['while nobody’s attendance is filled in there is nothing to compare', [null, null], [{ present: 3 }], []],
  ['nor without a list', [], [{ present: 3 }], []],
])('%s', (_, marks, ballots, expected) => {
  expect(told(marks, ballots)).toEqual(expected);
});
