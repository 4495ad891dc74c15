/** Findings folded under their cause: one act of a hand is one fault, what is independent stays apart, nothing is lost. */
import { issue, type Issue, type Place } from '../../src/rules';
import { checkBytes, type FileReport } from '../../src/board/check-workbook';
import { faultsOf, mainFault, type Fault } from '../../src/board/faults';
import { openStandard, workbookStandard } from '../../src/board/standard';
import { ok } from '../../src/sheets/door';
import { Random, soundBloc, standardWorkbook, withResults } from './province/bloc';
import { BlocCells } from './province/bloc-cells';
import { edited, type Edit, WorkbookXml } from './province/edit-xml';
import { INPUT_FAULTS } from './province/input-faults';
import { ResultsCells, TAMPERINGS } from './province/tampering';
import { placed } from './support';

const bloc = soundBloc(5);
const sound = withResults(bloc.bytes);
const opened = workbookStandard(standardWorkbook());
if (!opened.ok) throw new Error('no standard');
const OPTIONS = { standard: openStandard(opened.value), blocs: null, withJson: false, lang: 'vi' } as const;
const check = (bytes: Uint8Array): FileReport => checkBytes('x.xlsx', ok(bytes), OPTIONS);
const checked = (...edits: Edit[]): FileReport => check(edited(sound, edits));
const mains = (faults: readonly Fault[]): string[] => faults.map(({ main }) => placed(main));
const cells = (): BlocCells => new BlocCells(bloc, new Random(1), 5);
const own = new ResultsCells(sound);
const says = (code: Issue['code'], place: Place): string => placed({ code, place });

const isPartition = ({ issues }: FileReport, faults: readonly Fault[]): void => {
  const all = faults.flatMap(({ main, consequences }) => [main, ...consequences]);
  expect(all).toHaveLength(issues.length);
  expect(new Set(all)).toEqual(new Set(issues));
};

test('a workbook with nothing found has no fault', () => {
  const report = check(sound);
  expect([report.issues, faultsOf(report), mainFault(report)]).toEqual([[], [], null]);
});

test('one typed 12 after computing is one fault, whatever else it upsets', () => {
  // The second of the ranking: the others move up.
  const place = cells().score(bloc.judgement.evaluation.units.find(({ rank }) => rank === 2)?.id ?? '', 'II.1');
  const report = checked({ place, value: 12 });
  const faults = faultsOf(report);
  expect(report.issues.length).toBeGreaterThanOrEqual(17);
  expect(mains(faults)).toEqual([says('score-above-max', place)]);
  isPartition(report, faults);
});

test('a score changed elsewhere is a fault of its own beside it: the typed 12 cannot change another unit’s points', () => {
  const typed = cells().score('DV03', 'II.1');
  const quiet = cells().score('DV05', 'III.2');
  const report = checked({ place: typed, value: 12 }, { place: quiet, value: 1.1 });
  const faults = faultsOf(report);
  expect(mains(faults)).toEqual(
    expect.arrayContaining([says('score-above-max', typed), says('result-stale', own.find(/mã số liệu/u))]),
  );
  const stale = faults.find(({ main }) => main.code === 'result-stale');
  expect(stale?.consequences.map(({ unit }) => unit)).toContain('DV05');
  expect(faults.find(({ main }) => main.code === 'score-above-max')?.consequences.map(({ unit }) => unit)).toContain(
    'DV03',
  );
  isPartition(report, faults);
});

test('several at once: each act once, the gravest first, in a workbook with results', () => {
  const where = cells();
  const faulty = edited(sound, [
    { place: where.score('DV03', 'II.1'), value: 12 },
    { place: where.cell('criteria', 'I.3', 'parameter'), value: '0; 4; 5; 8; 10' },
    { place: where.cell('awards', 'BK', 'quota'), value: 3 },
    { place: where.cell('units', 'DV06', 'code'), value: 'DV01' },
    { place: own.cell(2, 'Công thức: Tổng điểm'), value: 99 },
  ]);
  const report = check(faulty);
  const faults = faultsOf(report);
  isPartition(report, faults);
  const severities = faults.map(({ severity }) => severity);
  expect(severities).toEqual(
    [...severities].sort((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)),
  );
  expect(mains(faults.filter(({ severity }) => severity === 'error')).sort()).toEqual(
    [
      says('score-above-max', where.score('DV03', 'II.1')),
      says('criterion-changed', where.cell('criteria', 'I.3', 'parameter')),
      says('rule-changed', where.cell('awards', 'BK', 'quota')),
      says('code-duplicate', where.cell('units', 'DV06', 'code')),
      says('formula-overwritten', own.cell(2, 'Công thức: Tổng điểm')),
    ].sort(),
  );
  expect([report.issues.length, faults.length]).toEqual([34, 5]);
});

test('a total typed into the numbers that formulas read: ranks of others follow it, an award typed elsewhere does not', () => {
  const live = own.cell(3, 'Công thức: Tổng điểm');
  const rank = own.cell(2, 'Xếp hạng');
  const award = own.cell(6, 'Đề nghị khen thưởng');
  const sheet = own.sheet.name;
  const xml = new WorkbookXml(
    edited(sound, [
      { place: live, value: 99 },
      { place: award, value: 'Bằng khen của Chủ tịch UBND tỉnh' },
    ]),
  );
  // Excel has recalculated: the formula of the second now says 3.
  xml.change({ sheet }, (text) =>
    text.replace(new RegExp(`(<c r="I${String(rank.row + 1)}"[^>]*>.*?<v>)2(</v>)`, 'su'), '$13$2'),
  );
  const faults = faultsOf(check(xml.bytes()));
  expect(mains(faults)).toEqual([says('formula-overwritten', live), says('result-differs', award)]);
  expect(faults[0]?.consequences.map(placed)).toContain(says('result-differs', rank));
  expect(faults[1]?.consequences.map(({ code }) => code)).toEqual(['award-over-quota']);
});

test('a lowered maximum: scores that the standard allows follow from it, one above both does not', () => {
  const where = cells();
  const over = where.score('DV02', 'III.3');
  const report = checked({ place: where.cell('criteria', 'III.3', 'max'), value: 1 }, { place: over, value: 40 });
  const faults = faultsOf(report);
  isPartition(report, faults);
  const errors = mains(faults.filter(({ severity }) => severity === 'error'));
  expect(errors).toContain(says('score-above-max', over));
  const lowered = faults.find(({ main }) => main.code === 'max-changed');
  expect(lowered?.consequences.filter(({ code }) => code === 'score-above-max').length).toBeGreaterThan(2);
  expect(errors.filter((text) => text.startsWith('score-above-max'))).toHaveLength(1);
});

/** A table made by hand: no stamp of ours, columns as people head them. */
describe('a table made by hand', () => {
  const column = (at: number, kind: 'name' | 'total' | 'rank') => ({ column: at, kind, section: null, isShown: false });
  const at = (row: number, of: number): Place => ({ sheet: 'Kết quả', row, column: of });
  const unit = (id: string, total: string, rank: number) => ({ id, name: id, total, rank, place: at(0, 0) });
  const report = (issues: readonly Issue[]): FileReport => ({
    file: 'x.xlsx',
    verdict: 'findings',
    bloc: { kind: 'bloc', name: 'Khối 1', year: '2025', province: '' },
    fingerprint: 'sha256:1',
    units: [unit('A', '90', 1), unit('B', '80', 2), unit('C', '70', 3)],
    awards: [],
    issues: [issue('result-unstamped', at(0, 0)), ...issues],
    read: null,
    stamp: null,
    sheetOrder: [],
    json: null,
    anatomy: {
      parents: {},
      ofCriteria: {},
      results: { sheet: 'Kết quả', columns: [column(0, 'name'), column(1, 'total'), column(2, 'rank')] },
    },
  });
  const total = issue('result-differs', at(3, 1), { unit: 'C', received: '95', expected: '70' });
  const rank = (of: string, received: string): Issue =>
    issue('result-differs', at(4, 2), { unit: of, received, expected: '1' });

  test('a rank that the totals of the table give follows from the wrong total; another rank is a fault of its own', () => {
    const follows = faultsOf(report([total, rank('A', '2')]));
    expect(follows.map(({ main }) => main.code)).toEqual(['result-differs', 'result-unstamped']);
    const apart = faultsOf(report([total, rank('A', '3')]));
    expect(apart.map(({ main }) => main.code)).toEqual(['result-differs', 'result-differs', 'result-unstamped']);
  });
});

describe('planted at random, before and after computing', () => {
  const kinds = INPUT_FAULTS.filter(({ alone }) => alone !== true);
  const seeds = Array.from({ length: 12 }, (_, at) => at + 1);
  let [lines, faultLines, acts] = [0, 0, 0];

  test.each(seeds)('seed %i: every finding in exactly one fault, no planted fault lost under another', (seed) => {
    const random = new Random(seed * 613);
    const where = new BlocCells(bloc, random, 5);
    const planted: { readonly code: string; readonly place: Place }[] = [];
    const edits: Edit[] = [];
    for (let tries = 0; planted.length < 2 + (seed % 4) && tries < 40; tries++) {
      const kind = random.pick(kinds);
      const done = kind.plant(where);
      if (done === null) continue;
      edits.push(...done.edits);
      planted.push({ code: kind.code, place: done.at });
    }
    let bytes = edited(sound, edits);
    const tampered = seed % 2 === 0 ? random.pick(TAMPERINGS).plant(where, bytes) : null;
    bytes = tampered?.bytes ?? bytes;
    const report = check(bytes);
    const faults = faultsOf(report);
    isPartition(report, faults);
    // Each planted finding stands in a fault of its own.
    const homes = planted.flatMap(({ code, place }) => {
      const text = placed({ code: code as Issue['code'], place });
      const home = faults.findIndex(({ main, consequences }) =>
        [main, ...consequences].some((found) => placed(found) === text),
      );
      return home < 0 ? [] : [home];
    });
    expect(new Set(homes).size).toBe(homes.length);
    lines += report.issues.length;
    faultLines += faults.length;
    acts += planted.length + (tampered === null ? 0 : 1);
  });

  test('far fewer lines than findings, not fewer than acts', () => {
    expect({ acts, faultLines, lines }).toEqual({ acts: 48, faultLines: 46, lines: 307 });
  });
});
