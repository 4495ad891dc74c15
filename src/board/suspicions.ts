/** What is possible but seldom honest: counts and scores that are all the same. */
import { compareNumerals, issue, type BallotRow, type Book, type Entry, type Issue, type ScoreColumn } from '../rules';

/** Fewer units than this may well agree. */
const LEAST_UNITS = 3;

export function suspicions(book: Book): Issue[] {
  return [...identicalBallots(book.ballots), ...identicalLevels(book)];
}

/** A ballot on which every unit has the same votes in favour. */
function identicalBallots(rows: readonly BallotRow[]): Issue[] {
  const ballots = new Map<string, BallotRow[]>();
  for (const row of rows) ballots.set(row.ballot, [...(ballots.get(row.ballot) ?? []), row]);
  return [...ballots].flatMap(([ballot, units]) => {
    const [first] = units;
    const favour = first?.favour;
    if (first === undefined || favour?.kind !== 'number' || units.length < LEAST_UNITS) return [];
    const all = units.every((row) => row.favour.kind === 'number' && row.favour.value === favour.value);
    return all ? [issue('ballots-identical', first.favour.place, { received: favour.value, params: { ballot } })] : [];
  });
}

const saysTheSame = (a: Entry | undefined, b: Entry | undefined): boolean => {
  if (a?.kind === 'number' && b?.kind === 'number') return compareNumerals(a.value, b.value) === 0;
  if (a?.kind === 'yesno' && b?.kind === 'yesno') return a.value === b.value;
  return (a?.kind ?? 'blank') === (b?.kind ?? 'blank');
};

/** Self and bloc scores that agree in every cell of every unit. */
function identicalLevels({ scores }: Book): Issue[] {
  const columns = (level: ScoreColumn['level']): Map<string, ScoreColumn> =>
    new Map(scores.filter((column) => column.level === level).map((column) => [column.unit, column]));
  const [self, bloc] = [columns('self'), columns('bloc')];
  if (bloc.size < LEAST_UNITS || self.size !== bloc.size) return [];
  let scored = 0;
  for (const [unit, own] of bloc) {
    const other = self.get(unit);
    if (other === undefined) return [];
    for (const [code, entry] of own.entries) {
      if (!saysTheSame(entry, other.entries.get(code))) return [];
      if (entry.kind !== 'blank') scored++;
    }
  }
  const first = bloc.values().next().value?.entries.values().next().value?.place;
  return scored === 0 || first === undefined ? [] : [issue('levels-identical', first)];
}
