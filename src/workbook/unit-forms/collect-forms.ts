/**
 * Forms that came back, laid into the bloc's book: who came, who is missing, what is wrong with which file, and cell
 * by cell what would stand where. Nothing is changed here; a door makes all of it or nothing.
 */
import { headerOfLevel, type Book, type Level, type UnitId } from '../../rules';
import { proposeWith } from '../change';
import type { StepsProposal } from '../change/proposal';
import { ok, type Result } from '../../sheets/door';
import type { Judgement } from '../judgement';
import { entryOf } from '../read/cell';
import { BookCells, type CellWish, type CollectedCell } from './book-cells';
import type { FormKind } from './form-stamp';
import type { FormsRefusal } from './make-forms';
import { peerMeans, type PeerMean, type PeerOptions } from './peer-means';
import type { FormAnswer } from './form-answers';
import { expectedForms, takeForms, type CollectedFile, type ReturnedFile, type TakenForm } from './returned-forms';

/** What becomes of cells of the book that hold something else than the forms say. */
export type Differing = 'ask' | 'replace' | 'keep';

export interface CollectWanted {
  readonly kind: FormKind;
  /** The level the points go to, in the words of the sheet: of own forms `Tự chấm` unless said otherwise, of peers' always said. */
  readonly level?: string | undefined;
  readonly differing: Differing;
  readonly peers: PeerOptions;
  /** In Excel no lines are inserted: new rows stand below the last one. */
  readonly door: 'file' | 'excel';
}

export interface Collected {
  readonly kind: FormKind;
  readonly level: Level;
  readonly files: readonly CollectedFile[];
  /** Units of whom no form was taken, in the order of the book. */
  readonly missing: readonly UnitId[];
  readonly cells: readonly CollectedCell[];
  /** Of peers' forms. */
  readonly means: readonly PeerMean[];
  /** Cells that hold something else, while nobody has said what becomes of them: nothing is proposed until then. */
  readonly undecided: number;
  /** Whether cells that hold something else are replaced. */
  readonly replaces: boolean;
  /** Null where nothing changes, or `undecided`. */
  readonly proposal: StepsProposal | null;
}

export function collectForms(
  judged: Judgement,
  returned: readonly ReturnedFile[],
  wanted: CollectWanted,
): Result<Collected, FormsRefusal> {
  const { book } = judged;
  const expected = expectedForms(book, wanted);
  if (!expected.ok) return expected;
  const { level } = expected.value;
  const { files, answers } = takeForms(returned);
  const means = wanted.kind === 'peer' ? peerMeans(book, answersByUnit(book, answers), wanted.peers) : [];
  const wishes =
    wanted.kind === 'peer'
      ? means.flatMap((mean) => wishOfMean(mean))
      : book.units.flatMap(
          ({ id }) => answers.get(id)?.answers.map((answer) => wishOfAnswer(answer, answers.get(id)?.file ?? '')) ?? [],
        );
  const target = new BookCells(judged, level);
  const cells = wishes.map((wish) => target.compare(headerOfLevel(level) === null ? wish : withPoints(book, wish)));
  const undecided = wanted.differing === 'ask' ? cells.filter(({ cell }) => cell.state === 'differs').length : 0;
  const collected = {
    kind: wanted.kind,
    level,
    files,
    missing: book.units.flatMap(({ id }) => (answers.has(id) ? [] : [id])),
    means,
    undecided,
    replaces: wanted.differing === 'replace',
  };
  const written = cells.filter(
    ({ cell: { state } }) => state === 'new' || (state === 'differs' && wanted.differing === 'replace'),
  );
  const shown = cells.map(({ cell }) => cell);
  if (undecided > 0 || written.length === 0) return ok({ ...collected, cells: shown, proposal: null });
  const proposed = proposeWith(judged.cells, judged, (draft) => {
    target.write(draft, written, wanted.door);
  });
  if (!proposed.ok) return proposed;
  const placed = new Map(
    written.map(({ wish, cell }) => [wish, { ...cell, place: target.placed.get(wish) ?? cell.place }]),
  );
  return ok({
    ...collected,
    cells: cells.map(({ wish, cell }) => placed.get(wish) ?? cell),
    proposal: proposed.value,
  });
}

const answersByUnit = (book: Book, answers: ReadonlyMap<UnitId, TakenForm>): Map<UnitId, readonly FormAnswer[]> =>
  new Map(book.units.flatMap(({ id }) => (answers.has(id) ? [[id, answers.get(id)?.answers ?? []] as const] : [])));

const wishOfAnswer = ({ unit, criterion, field, place, cell }: FormAnswer, file: string): CellWish => ({
  unit,
  criterion,
  field,
  from: { file, place },
  cell,
});

const wishOfMean = ({ unit, criterion, cell }: PeerMean): CellWish[] =>
  cell === null ? [] : [{ unit, criterion, field: 'score', from: null, cell }];

/** A column of a further level is known by its numbers: yes is the maximum there, no is 0. */
function withPoints({ criteria }: Book, wish: CellWish): CellWish {
  const { way, max } = criteria.find(({ code }) => code === wish.criterion) ?? {};
  if (wish.field !== 'score' || way?.kind !== 'yesno' || max == null || typeof wish.cell?.value !== 'string')
    return wish;
  const entry = entryOf(wish.cell, { sheet: '', row: 0, column: 0 }, false);
  return entry.kind === 'yesno' ? { ...wish, cell: { value: entry.value ? Number(max) : 0 } } : wish;
}
