/** A workbook of a cụm: created, filled, written, printed, without the other word anywhere; and both words in every workbook. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { REGULATIONS } from '../../../src/regulations';
import { judge, planResults } from '../../../src/workbook/job';
import { evaluationJson } from '../../../src/workbook/json';
import { nextYearWorkbook } from '../../../src/workbook/next-year';
import { cellsOfPlans } from '../../../src/sheets/plan-cells';
import type { SheetPlan } from '../../../src/sheets/plan';
import { inKind, issueText } from '../../../src/text';
import { VI } from '../../../src/text/ui-vi';
import { EN } from '../../../src/text/ui-en';
import { createPackage } from '../../../src/xlsx';
import { made, NOW } from '../../papers/sources';
import { blocPlans } from '../blocs';

const OTHER_WORD = /khối(?! lượng)|KHOI/iu;

/** Every text of a value, however deep. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value].flatMap(textsOf);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, part]) => [key, ...textsOf(part)])
    : [];
}
const withOtherWord = (value: unknown): string[] => textsOf(value).filter((text) => OTHER_WORD.test(text));

const rows = (ballot: string, favour: number) =>
  ['DV02', 'DV03'].map((unit, index) => ({
    ballot,
    unit,
    members: 6,
    present: 6,
    issued: 6,
    returned: 6,
    valid: 6,
    favour: index === 0 ? favour : 6 - favour,
  }));
const CONTENT = {
  info: {
    kind: 'cụm',
    name: 'Cụm thi đua số 3',
    signedBy: 'Họ tên người ký',
    leader: 'DV01',
    deputy: 'DV02',
    nextLeader: 'DV02',
    nextDeputy: 'DV03',
  },
  ballots: [...rows('TRUONG_CUM', 5), ...rows('PHO_TRUONG_CUM', 2)],
};
const clusterPlans = (regulation = REGULATIONS[0]): SheetPlan[] =>
  blocPlans({ units: 6, seed: 11, regulation, content: CONTENT });

describe.each(REGULATIONS)('a cụm by $id', (regulation) => {
  const plans = clusterPlans(regulation);
  const judgement = judge(cellsOfPlans(plans));

  test('its sheets', () => {
    expect(withOtherWord(plans)).toEqual([]);
    expect(textsOf(plans)).toEqual(
      expect.arrayContaining(['Tên cụm', 'Phó Trưởng cụm năm sau', 'Cụm chấm', 'CÁC ĐƠN VỊ TRONG CỤM']),
    );
  });

  test('what is written of it, its sentences, its JSON, next year', () => {
    const written = planResults(judgement, { now: NOW, allowErrors: true });
    expect(withOtherWord(written)).toEqual([]);
    expect(textsOf(written).join('\n')).toContain('TRƯỞNG CỤM');
    expect(judgement.evaluation.issues.map((found) => issueText(found, 'vi')).flatMap(withOtherWord)).toEqual([]);
    expect(
      withOtherWord(evaluationJson(judgement.book, judgement.evaluation, judgement.fingerprint, 'so.xlsx', 'vi')),
    ).toEqual([]);
    expect(withOtherWord(nextYearWorkbook(judgement))).toEqual([]);
  });

  test('its papers and their files', async () => {
    const { job, bytes } = await made(judgement);
    expect(withOtherWord([...bytes.keys(), job.news, job.issues])).toEqual([]);
    for (const [name, file] of bytes)
      if (name.endsWith('.docx'))
        expect([
          name,
          ...withOtherWord(Object.values(unzipSync(file)).map((part) => strFromU8(part).replace(/<[^>]*>/gu, ''))),
        ]).toEqual([name]);
  });

  test('the file itself', () => {
    expect(
      Object.entries(unzipSync(createPackage(plans)))
        .filter(([name, part]) => OTHER_WORD.test(name + strFromU8(part)))
        .map(([name]) => name),
    ).toEqual([]);
  });
});

test('a bloc keeps its word', () => {
  const plans = blocPlans({ units: 4, seed: 11 });
  expect(textsOf(plans)).toEqual(expect.arrayContaining(['Tên khối', 'Khối chấm', 'CÁC ĐƠN VỊ TRONG KHỐI']));
  expect(textsOf(plans).filter((text) => /Trưởng cụm|Tên cụm|Cụm chấm/u.test(text))).toEqual([]);
});

test.each(Object.entries(VI).map(([key, text]) => [key, text, EN[key as keyof typeof EN]]))(
  'the pane in a cụm: %s',
  (_key, vi, en) => {
    expect(inKind(vi, 'cluster')).not.toMatch(OTHER_WORD);
    expect(inKind(en, 'cluster', 'en')).not.toMatch(/(?<!\{)\bblocs?\b/iu);
  },
);

test('other words that begin like it stay', () => {
  expect(inKind('Khối lượng công việc của khối', 'cluster')).toBe('Khối lượng công việc của cụm');
});

describe('either word in every workbook', () => {
  /** The same workbook, its rows, levels and ballots named by the other word. */
  const renamed = (from: 'khối' | 'cụm') => {
    const plans = blocPlans({
      units: 6,
      seed: 11,
      content: {
        ...CONTENT,
        info: { ...CONTENT.info, kind: from },
        ballots: from === 'cụm' ? CONTENT.ballots : [...rows('TRUONG_KHOI', 5), ...rows('PHO_TRUONG_KHOI', 2)],
      },
    });
    const swap = (text: string): string =>
      from === 'khối'
        ? inKind(text, 'cluster')
        : text.replace(/cụm/gu, 'khối').replace(/Cụm/gu, 'Khối').replace(/CUM/gu, 'KHOI');
    return {
      plans,
      other: plans.map((plan) => ({
        ...plan,
        rows: plan.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) =>
            typeof cell?.value === 'string' && cell.value !== from && !cell.value.includes('thi đua số')
              ? { ...cell, value: swap(cell.value) }
              : cell,
          ),
        })),
      })),
    };
  };

  test.each(['khối', 'cụm'] as const)('%s', (kind) => {
    const { plans, other } = renamed(kind);
    const [own, foreign] = [judge(cellsOfPlans(plans)), judge(cellsOfPlans(other))];
    expect(foreign.book.info).toEqual(own.book.info);
    expect(foreign.evaluation.units).toEqual(own.evaluation.units);
    expect(foreign.evaluation.elections).toEqual(own.evaluation.elections);
    expect(foreign.evaluation.issues.map(({ code }) => code)).toEqual(own.evaluation.issues.map(({ code }) => code));
    expect(own.evaluation.elections.map(({ ballot }) => ballot)).toEqual(
      kind === 'cụm' ? ['TRUONG_CUM', 'PHO_TRUONG_CUM'] : ['TRUONG_KHOI', 'PHO_TRUONG_KHOI'],
    );
  });

  test('another word in Loại is said with the two that count, and counts as a blank', () => {
    const { book, evaluation } = judge(
      cellsOfPlans(blocPlans({ units: 4, seed: 11, content: { info: { kind: 'nhóm' } } })),
    );
    expect(book.info.kind).toBeNull();
    expect(evaluation.issues.find(({ code }) => code === 'setting-invalid')).toMatchObject({
      severity: 'warning',
      received: 'nhóm',
      expected: 'khối; cụm',
    });
  });

  test('a name alone makes the papers those of a cụm, and the row Loại wins over it', async () => {
    const named = (kind: string | null) =>
      made(
        judge(cellsOfPlans(blocPlans({ units: 4, seed: 11, content: { info: { kind, name: 'Cụm thi đua số 3' } } }))),
      );
    expect((await named(null)).paper('bao-cao-tong-ket').text).toContain('TRƯỞNG CỤM');
    expect((await named('khối')).paper('bao-cao-tong-ket').text).toContain('TRƯỞNG KHỐI');
  });

  test.each(['A', 'B', 'C', 'D', 'E'])('sample %s names no kind that its file does not', (name) => {
    expect(
      strFromU8(unzipSync(readFileSync(`assets/samples/${name}.xlsx`))['xl/workbook.xml'] ?? new Uint8Array()),
    ).not.toMatch(/[Cc]ụm/u);
  });
});
