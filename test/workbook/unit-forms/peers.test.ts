/** Peer scoring: each of ten scores the others; the mean of what the others gave, checked by sums of hundredths. */
import { meanLines } from '../../../src/workbook/unit-forms';
import { judged, sheetIn } from '../change/support';
import {
  collected,
  emptyBook,
  faultsOf,
  filled,
  filledBySheetJs,
  sent,
  written,
  type Edits,
  type FormFile,
} from './support';

const UNITS = Array.from({ length: 10 }, (_, index) => `Ban số ${String(index + 1)}`);
const CRITERIA = [
  { code: 'I', name: 'Nhóm', max: 60, way: 'nhóm' },
  { code: 'I.1', name: 'Chung', max: 10 },
  { code: 'I.2', name: 'Bậc', max: 4, way: 'bậc', parameter: '0; 2; 4' },
  { code: 'I.3', name: 'Có hoặc không', max: 5, way: 'có/không' },
  { code: 'I.4', name: 'Có thể không áp dụng', max: 10, na: 'có' },
];
const LEVELS = ['self', 'level Chấm chéo', 'bloc'] as const;
const bookOf = (decimals?: number): Uint8Array =>
  emptyBook(UNITS, {
    criteria: CRITERIA,
    levels: LEVELS,
    settings: [
      { setting: 'notApplicable', value: 'quy đổi theo nhóm' },
      ...(decimals === undefined ? [] : [{ setting: 'criterionDecimals' as const, value: decimals }]),
    ],
  });

/** Hundredths that one scorer gives a unit for I.1. */
const given = (scorer: number, unit: number): number => ((scorer * 37 + unit * 53) % 100) * 5 + 425;

async function scored(book: Uint8Array, more: (scorer: number, unit: number) => Edits = () => []): Promise<FormFile[]> {
  const forms = sent(book, 'peer');
  const codes = forms.map(({ unit }) => unit);
  return Promise.all(
    forms.map(async (form, scorer) => {
      const edits = codes.flatMap((code, unit): Edits =>
        unit === scorer
          ? []
          : [
              ['I.1', code, given(scorer, unit) / 100],
              ['I.2', code, 2],
              ['I.3', code, 'có'],
              ['I.4', code, 'KAD'],
              ...more(scorer, unit),
            ],
      );
      const bytes = scorer % 2 === 0 ? filledBySheetJs(form.bytes, edits) : await filled(form.bytes, edits);
      return { ...form, bytes };
    }),
  );
}

const PEERS = { kind: 'peer', level: 'chấm chéo' } as const;
const scoreOf = (book: Uint8Array, unit: string, code: string) =>
  judged(book)
    .book.scores.find((one) => one.unit === unit && one.level === 'level Chấm chéo')
    ?.entries.get(code);

/** A sum of hundredths over a number of scorers, as the shortest fraction. */
function fraction(hundredths: number, scorers: number): string {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const by = divisor(hundredths, scorers * 100);
  const [n, d] = [hundredths / by, (scorers * 100) / by];
  return strip(d) === 1 ? String(n / d) : `${String(n)}/${String(d)}`;
}
const strip = (d: number): number => (d % 2 === 0 ? strip(d / 2) : d % 5 === 0 ? strip(d / 5) : d);

test('ten scorers: the exact mean of the nine others in each cell, with who gave what; a second time nothing changes', async () => {
  const book = bookOf();
  const back = await scored(book);
  const first = collected(book, back, PEERS);
  expect([faultsOf(first), first.missing]).toEqual([[], []]);
  const means = first.means.filter(({ criterion }) => criterion === 'I.1');
  const expected = UNITS.map((_, unit) =>
    fraction(
      UNITS.map((__, scorer) => (scorer === unit ? 0 : given(scorer, unit))).reduce((sum, value) => sum + value, 0),
      9,
    ),
  );
  expect(means.map(({ exact }) => exact)).toEqual(expected);
  for (const { unit, given: all } of means) expect(all.map(({ scorer }) => scorer)).not.toContain(unit);
  const full = written(book, first);
  for (const [index, { unit }] of means.entries()) {
    const entry = scoreOf(full, unit, 'I.1');
    const [n, d = '1'] = (expected[index] ?? '').split('/');
    expect([
      entry?.kind,
      entry?.kind === 'number' && Math.abs(Number(entry.value) - Number(n) / Number(d)) < 1e-9,
    ]).toEqual(['number', true]);
    expect([scoreOf(full, unit, 'I.3')?.kind, scoreOf(full, unit, 'I.4')?.kind]).toEqual(['number', 'na']);
  }
  // The cell says what the mean is of.
  const cells = sheetIn(full, 'Chấm điểm').rows.flatMap((row) => row ?? []);
  expect(cells.filter((cell) => cell?.formula?.startsWith('ROUND(AVERAGE(') === true)).toHaveLength(20);
  expect(
    judged(full).evaluation.issues.filter(
      ({ severity, code, place }) => severity !== 'info' && code !== 'score-missing' && place?.sheet === 'Chấm điểm',
    ),
  ).toEqual([]);
  expect(meanLines(judged(book).book, means.slice(0, 1), 'vi')[0]).toMatch(
    /^Ban số 1, I\.1 Chung: .* = trung bình 9 phiếu: Ban số 2 [\d,]+; Ban số 3 /,
  );
  const second = collected(full, back, PEERS);
  expect([second.proposal, second.undecided]).toEqual([null, 0]);
});

test('without the highest and the lowest; rounded as the regulation says', async () => {
  const book = bookOf(2);
  const back = await scored(book);
  const result = collected(book, back, { ...PEERS, peers: { withoutExtremes: true, withoutMissing: false } });
  const means = result.means.filter(({ criterion }) => criterion === 'I.1');
  for (const [unit, { exact, mean, given: all }] of means.entries()) {
    const values = UNITS.flatMap((_, scorer) => (scorer === unit ? [] : [given(scorer, unit)])).sort((a, b) => a - b);
    const sum = values.slice(1, -1).reduce((total, value) => total + value, 0);
    expect(exact).toBe(fraction(sum, 7));
    expect(Number(mean)).toBe(Math.round(sum / 7) / 100);
    expect(all.filter(({ isCounted }) => isCounted)).toHaveLength(7);
  }
  const full = written(book, result);
  const entry = scoreOf(full, means[0]?.unit ?? '', 'I.1');
  expect(entry?.kind === 'number' && entry.value).toBe(means[0]?.mean);
});

test('while a scorer or a cell is missing no mean is written, unless somebody says so', async () => {
  const book = bookOf();
  const back = await scored(book, (scorer, unit) => (scorer === 3 && unit === 5 ? [['I.1', 'BS6', null]] : []));
  const whole = collected(book, back, PEERS);
  const open = whole.means.filter(({ state }) => state === 'missing');
  expect(open.map(({ unit, criterion, missing }) => [unit, criterion, missing])).toEqual([['BS6', 'I.1', ['BS4']]]);
  const nine = collected(book, back.slice(1), PEERS);
  expect([nine.missing, new Set(nine.means.filter(({ unit }) => unit !== 'BS1').map(({ state }) => state))]).toEqual([
    ['BS1'],
    new Set(['missing']),
  ]);
  // Its own points are complete: it never scores itself.
  expect(nine.means.find(({ unit, criterion }) => unit === 'BS1' && criterion === 'I.1')?.state).toBe('mean');
  const anyway = collected(book, back.slice(1), { ...PEERS, peers: { withoutExtremes: false, withoutMissing: true } });
  expect(anyway.means.every(({ state }) => state === 'mean')).toBe(true);
  expect(meanLines(judged(book).book, nine.means, 'vi')[0]).toMatch(
    /^\d+ ô trung bình chưa ghi, còn thiếu điểm của: Ban số 1\.$/,
  );
});

test('no mean where the criterion knows no such value, or some say it does not apply', async () => {
  const book = bookOf();
  const back = await scored(book, (scorer, unit) =>
    scorer === 0 && unit === 1
      ? [
          ['I.2', 'BS2', 4],
          ['I.3', 'BS2', 'không'],
          ['I.4', 'BS2', 8],
        ]
      : [],
  );
  const { means, cells } = collected(book, back, PEERS);
  const odd = means.filter(({ state }) => state !== 'mean');
  expect(odd.map(({ unit, criterion, state }) => [unit, criterion, state])).toEqual([
    ['BS2', 'I.2', 'split'],
    ['BS2', 'I.3', 'split'],
    ['BS2', 'I.4', 'mixed'],
  ]);
  expect(cells.filter(({ unit }) => unit === 'BS2').map(({ criterion }) => criterion)).toEqual(['I.1']);
});

test('points for the own unit are a fault; the level is asked', async () => {
  const book = bookOf();
  const [form] = sent(book, 'peer');
  if (form === undefined) throw new Error('no form');
  const bytes = await filled(form.bytes, [], (sheet) => {
    sheet.getCell('Z7').value = form.unit;
    sheet.getCell('Z10').value = 10;
  });
  expect(faultsOf(collected(book, [{ ...form, bytes }], PEERS))).toEqual([`${form.name}: own-points`]);
  expect(() => collected(book, [form], { kind: 'peer' })).toThrow('level-needed');
  expect(() => collected(book, [form], { kind: 'peer', level: 'không có' })).toThrow('level-unknown');
});
