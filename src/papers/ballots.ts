/** The secret ballots as the papers print them: every row, every round, with base, threshold and outcome. */
import {
  divideNumerals,
  electedPost,
  multiplyNumerals,
  roundNumeral,
  type BallotBase,
  type BallotId,
  type BallotRow,
  type Condition,
  type Entry,
  type Numeral,
  type UnitId,
} from '../rules';
import { formatScore } from '../text';
import type { Block } from './paper';
import { NOTHING, type Subject } from './subject';

/** The rows of one ballot in one round. */
export interface BallotRound {
  readonly ballot: BallotId;
  readonly round: number;
  readonly rows: readonly BallotRow[];
  /** Units that were voted on again in a later round: that one counts. */
  readonly votedAgain: ReadonlySet<UnitId>;
}

const numberIn = (entry: Entry | undefined): Numeral | null => (entry?.kind === 'number' ? entry.value : null);
const shown = (value: Numeral | null): string => (value === null ? NOTHING : formatScore(value, null, 'vi'));

/** In the order in which the ballots first appear, their rounds one after the other. */
export function ballotRounds({ book }: Pick<Subject, 'book'>): BallotRound[] {
  const grouped = new Map<string, { ballot: BallotId; round: number; rows: BallotRow[] }>();
  for (const row of book.ballots) {
    const round = roundOf(row);
    const key = `${String(round)} ${row.ballot}`;
    const group = grouped.get(key);
    if (group === undefined) grouped.set(key, { ballot: row.ballot, round, rows: [row] });
    else group.rows.push(row);
  }
  const order = [...new Set(book.ballots.map(({ ballot }) => ballot))];
  const groups = [...grouped.values()].sort(
    (a, b) => order.indexOf(a.ballot) - order.indexOf(b.ballot) || a.round - b.round,
  );
  return groups.map((group) => ({
    ...group,
    votedAgain: new Set(
      groups
        .filter((other) => other.ballot === group.ballot && other.round > group.round)
        .flatMap(({ rows }) => rows.map(({ unit }) => unit)),
    ),
  }));
}

const roundOf = (row: BallotRow): number => Number(numberIn(row.round) ?? '1');

/** What a ballot is about: "Bằng khen của UBND tỉnh", "bầu Trưởng khối năm 2024". */
export function ballotTitle({ names, word, info, book }: Subject, ballot: BallotId): string {
  const next = /^\d+$/u.test(info.year) ? ` năm ${String(Number(info.year) + 1)}` : ' năm sau';
  const post = electedPost(ballot);
  if (post !== null) return `bầu ${word[post]}${next}`;
  return book.awards.some(({ id }) => id === ballot) ? names.award(ballot) : ballot;
}

const BASE_WORDS: Readonly<Record<BallotBase, string>> = {
  members: 'thành viên',
  present: 'có mặt',
  issued: 'phát ra',
  valid: 'hợp lệ',
};

/** The conditions that set a threshold on a ballot. */
function thresholds(
  { book }: Subject,
  ballot: BallotId,
): (Condition & { value: { share: NonNullable<Condition['value']['share']> } })[] {
  return book.conditions.flatMap((condition) => {
    const { field, value } = condition;
    return field.kind === 'ballot' && field.ballot === ballot && value.share !== null
      ? [{ ...condition, value: { ...value, share: value.share } }]
      : [];
  });
}

/** "62,5%"; two decimals at most. */
function percentOf(part: Numeral | null, whole: Numeral | null): string {
  if (part === null || whole === null || whole === '0') return NOTHING;
  const share = divideNumerals(multiplyNumerals(part, '100'), whole);
  return share === null ? NOTHING : `${formatScore(roundNumeral(share, 2), null, 'vi')}%`;
}

/** Members, present and so on: the same for all rows of a round; the first that says it counts. */
function sharedCounts({
  rows,
}: BallotRound): Readonly<Record<'members' | 'present' | 'written' | 'issued' | 'returned', Numeral | null>> {
  const first = (of: (row: BallotRow) => Entry | undefined): Numeral | null =>
    rows.map((row) => numberIn(of(row))).find((value) => value !== null) ?? null;
  return {
    members: first((row) => row.members),
    present: first((row) => row.present),
    written: first((row) => row.written),
    issued: first((row) => row.issued),
    returned: first((row) => row.returned),
  };
}

/** "Thành viên: 20; có mặt: 20; …" */
export function countsSentence(round: BallotRound): string {
  const { members, present, written, issued, returned } = sharedCounts(round);
  return `Thành viên: ${shown(members)}; có mặt: ${shown(present)}; ý kiến bằng văn bản: ${shown(written ?? '0')}; phiếu phát ra: ${shown(issued)}; phiếu thu về: ${shown(returned)}.`;
}

/** "Tỷ lệ tính trên số thành viên; ngưỡng: ≥ 80% (từ 16 phiếu)." */
export function thresholdSentence(subject: Subject, { ballot }: BallotRound): string {
  const needed = new Map(
    subject.evaluation.ballots
      .find((result) => result.ballot === ballot)
      ?.thresholds.map((one) => [one.condition, one.needed]) ?? [],
  );
  const asked = thresholds(subject, ballot).map(({ id, op, value }) => {
    const votes = needed.get(id) ?? null;
    const share = value.written.replace(/(?:thành viên|có mặt|phát ra|hợp lệ)$/iu, '').trim();
    const limit =
      op === '>'
        ? `trên ${share} số ${BASE_WORDS[value.share.of]}`
        : `từ ${share} số ${BASE_WORDS[value.share.of]} trở lên`;
    return `${limit}${votes === null ? '' : ` (cần ${String(votes)} phiếu)`}`;
  });
  return asked.length === 0
    ? 'Quy chế không đặt tỷ lệ phiếu tối thiểu; tỷ lệ dưới đây tính trên số phiếu phát ra.'
    : `Tỷ lệ phiếu tối thiểu: ${asked.join('; ')}.`;
}

const VERDICTS = { true: 'Đạt', false: 'Không đạt', null: 'Chưa rõ' } as const;

export function ballotTable(subject: Subject, round: BallotRound): Block {
  const { names, evaluation } = subject;
  const counts = sharedCounts(round);
  const [threshold] = thresholds(subject, round.ballot);
  const of: BallotBase = threshold?.value.share.of ?? 'issued';
  const verdicts = new Map<UnitId, boolean | null>(
    evaluation.ballots.find(({ ballot }) => ballot === round.ballot)?.counts.map(({ unit, holds }) => [unit, holds]) ??
      [],
  );
  const base = (row: BallotRow): Numeral | null => {
    if (of === 'valid') return numberIn(row.valid);
    const own = numberIn(row[of]) ?? counts[of];
    const written = numberIn(row.written) ?? counts.written;
    return of === 'present' && own !== null && written !== null ? String(Number(own) + Number(written)) : own;
  };
  return {
    kind: 'table',
    name: 'ballot',
    columns: [
      { header: 'STT', width: 7, align: 'center' },
      { header: 'Đơn vị', width: 36 },
      { header: 'Phiếu hợp lệ', width: 12, align: 'center' },
      { header: 'Đồng ý', width: 11, align: 'center' },
      { header: `Tỷ lệ trên số ${BASE_WORDS[of]}`, width: 17, align: 'center' },
      { header: 'Kết quả', width: 17, align: 'center' },
    ],
    rows: round.rows.map((row, index) => [
      String(index + 1),
      names.unit(row.unit),
      shown(numberIn(row.valid)),
      shown(numberIn(row.favour)),
      percentOf(numberIn(row.favour), base(row)),
      round.votedAgain.has(row.unit)
        ? 'Bỏ phiếu lại'
        : threshold === undefined
          ? NOTHING
          : VERDICTS[String(verdicts.get(row.unit) ?? null) as keyof typeof VERDICTS],
    ]),
  };
}

/** "19/20 (95%)" of a unit on the last round of an award's ballot; "" where there was none. */
export function votesOf(subject: Subject, unit: UnitId, ballot: BallotId): string {
  const round = ballotRounds(subject)
    .filter((one) => one.ballot === ballot && one.rows.some((row) => row.unit === unit))
    .at(-1);
  const row = round?.rows.find((one) => one.unit === unit);
  if (round === undefined || row === undefined) return '';
  const [favour, issued] = [numberIn(row.favour), numberIn(row.issued) ?? sharedCounts(round).issued];
  return `${shown(favour)}/${shown(issued)}${favour === null || issued === null ? '' : ` (${percentOf(favour, issued)})`}`;
}
