/** The five real blocs: the rules, not hand-picking, give exactly the awards that the press printed. */
import { readFileSync } from 'node:fs';
import { makeSamples } from '../../assets/samples/workbooks';
import facts from '../../assets/samples/blocs.json';
import { judge, type Judgement } from '../../src/workbook/job';
import { readWorkbook } from '../../src/xlsx';

const SAMPLES = 'assets/samples';

function judged(name: string): Judgement {
  const cells = readWorkbook(readFileSync(`${SAMPLES}/${name}.xlsx`));
  if (!cells.ok) throw new Error(cells.error.code);
  return judge(cells.value);
}

/** Award names by unit name. */
function proposed({ evaluation }: Judgement): Map<string, string> {
  const names = new Map(evaluation.units.map(({ id, name }) => [id, name]));
  return new Map(evaluation.awards.flatMap(({ name, units }) => units.map((unit) => [names.get(unit) ?? unit, name])));
}

const bloc = (id: string) => {
  const found = facts.blocs.find((entry) => entry.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('the five real blocs', () => {
  test.each(['A', 'B', 'C', 'E'])('bloc %s: every unit gets what was printed', (id) => {
    const judgement = judged(id);
    const printed = bloc(id)
      .units.filter(({ award }) => award !== null)
      .map(({ name, award }) => [name, award]);
    expect(Object.fromEntries(proposed(judgement))).toEqual(Object.fromEntries(printed));
    expect(judgement.book.units.map(({ name }) => name).sort()).toEqual(
      bloc(id)
        .units.map(({ name }) => name)
        .sort(),
    );
  });

  test('bloc D: 24 units and the printed counts', () => {
    const { evaluation } = judged('D');
    expect(evaluation.units).toHaveLength(24);
    const { awards } = bloc('D');
    expect(Object.fromEntries(evaluation.awards.map(({ name, units }) => [name, units.length]))).toEqual(awards);
  });

  test.each(['A', 'B', 'C', 'D', 'E'])(
    'bloc %s: no finding above a note, every award settled, everybody ranked',
    (id) => {
      const { evaluation } = judged(id);
      expect(evaluation.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
      expect(evaluation.awards.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
      expect(evaluation.ties).toEqual([]);
      expect(evaluation.units.filter(({ rank }) => rank === null)).toEqual([]);
    },
  );

  test.each([
    ['A', 'DPTTH', 'quyết định'],
    ['D', 'HTV15', 'điểm thưởng'],
  ])('bloc %s: what parted the tie at the last place', (id, unit, key) => {
    expect(judged(id).evaluation.units.find((result) => result.id === unit)?.tieBrokenBy).toBe(key);
  });

  test('bloc B: a unit with a higher total fails at the ballot, the next one gets the place', () => {
    const diploma = judged('B').evaluation.awards.find(({ id }) => id === 'BK');
    expect(diploma?.why.get('VPUBND')?.map(({ code, condition }) => [code, condition])).toEqual([
      ['condition-failed', 'ĐK9'],
    ]);
  });

  test('bloc E: leader and deputy hold the flags, and self scores stand above bloc scores', () => {
    const { book, evaluation } = judged('E');
    expect([book.info.leader, book.info.deputy]).toEqual(evaluation.awards.slice(0, 2).flatMap(({ units }) => units));
    for (const { levels } of evaluation.units)
      expect(Number(levels.get('self'))).toBeGreaterThan(Number(levels.get('bloc')));
  });

  test('every sample says that its numbers are illustrative', () => {
    for (const { id } of facts.blocs) expect(judged(id).book.info.note).toContain('Số liệu minh họa');
  });
});

describe('the faulty sample', () => {
  test('names each planted fault once, and no award is settled', () => {
    const { evaluation } = judged('co-loi');
    const codes = evaluation.issues
      .filter(({ severity }) => severity !== 'info')
      .map(({ code }) => code)
      .sort();
    expect(codes).toEqual([
      'attribute-invalid',
      'ballot-impossible',
      'cell-error',
      'deduction-sign',
      'formula-overwritten',
      'max-differs',
      'na-not-allowed',
      'number-as-text',
      'number-as-text',
      'number-as-text',
      'score-above-max',
      'score-missing',
      'score-not-number',
      'score-off-step',
    ]);
    expect(evaluation.awards.filter(({ status }) => status === 'ok')).toEqual([]);
  });

  test('once mended, two units stand level at the last place and the meeting must decide', () => {
    const { evaluation } = judged('co-loi-da-sua');
    expect(evaluation.awards.map(({ id, status, tied }) => [id, status, [...tied].sort()])).toEqual([
      ['CP', 'ok', []],
      ['UBND', 'ok', []],
      ['BK', 'pending:tie', ['BDT', 'SNGV']],
    ]);
  });
});

test('the samples in the repository are what their sources make', () => {
  const old = makeSamples().filter(
    ({ name, bytes }) => Buffer.compare(readFileSync(`${SAMPLES}/${name}`), bytes) !== 0,
  );
  expect(old.map(({ name }) => `${name} is out of date: npm run samples`)).toEqual([]);
});
