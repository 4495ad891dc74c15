/**
 * What stands in the papers is what the rules found: every cell of every table against the evaluation,
 * told here a second time, with the tables and fields that each paper must have.
 */
import { readFileSync } from 'node:fs';
import type { Evaluation, Book, UnitId, UnitResult } from '../../src/rules';
import { made, SAMPLES, judgedSample, type Made } from './sources';

const vi = (value: string | null | undefined, decimals?: number): string => {
  if (value === null || value === undefined) return '–';
  const [whole = '', fraction = ''] = value.split('.');
  const shown = decimals === undefined ? fraction : fraction.padEnd(decimals, '0');
  return shown === '' ? whole : `${whole},${shown}`;
};
const longest = (values: readonly (string | null | undefined)[]): number =>
  Math.max(0, ...values.map((value) => value?.split('.')[1]?.length ?? 0));
const total = (value: string | null | undefined): string => vi(value, 2);

interface Facts {
  readonly book: Book;
  readonly evaluation: Evaluation;
  name(id: UnitId): string;
  result(id: UnitId): UnitResult;
  readonly byRank: readonly UnitResult[];
}

function factsOf({ judgement: { book, evaluation } }: Made): Facts {
  return {
    book,
    evaluation,
    name: (id) => book.units.find((unit) => unit.id === id)?.name ?? '?',
    result: (id) => evaluation.units.find((unit) => unit.id === id) as UnitResult,
    byRank: [...evaluation.units].sort((a, b) => (a.rank ?? 99) - (b.rank ?? 99)),
  };
}

type Rows = readonly (readonly string[])[];

/** The columns of a table that begins with these headers, without those named in `leave`. */
function columns(tables: readonly Rows[], headers: readonly string[], nth = 0): Rows {
  const found = tables.filter(([first]) => headers.every((header) => first?.includes(header)))[nth];
  if (found === undefined) throw new Error(`no table with ${headers.join(' | ')}`);
  const at = headers.map((header) => found[0]?.indexOf(header) ?? -1);
  return found.slice(1).map((row) => (row.length === 1 ? row : at.map((column) => row[column] ?? '?')));
}

function rankingRows({ evaluation, byRank, name, book }: Facts): Rows {
  const sections = book.criteria
    .filter((criterion) => criterion.parent === null && (criterion.counts ?? 'main') === 'main')
    .map(({ code }) => code);
  const decimals = longest(evaluation.units.flatMap((unit) => [...unit.sections.values()]));
  const [bonus, deduction] = [
    longest(evaluation.units.map((unit) => unit.bonus)),
    longest(evaluation.units.map((unit) => unit.deduction)),
  ];
  return byRank.map((unit, index) => [
    String(index + 1),
    name(unit.id),
    ...sections.map((code) => vi(unit.sections.get(code), decimals)),
    vi(unit.bonus, bonus),
    vi(unit.deduction, deduction),
    total(unit.total),
    String(unit.rank),
  ]);
}

const RANKING = ['STT', 'Đơn vị', 'Nhóm I', 'Nhóm II', 'Nhóm III', 'Điểm thưởng', 'Điểm trừ', 'Tổng điểm', 'Xếp hạng'];
const PROPOSALS = ['STT', 'Hình thức, đơn vị', 'Tổng điểm', 'Xếp hạng', 'Kết luận'];

function proposalRows({ evaluation, name, result }: Facts): Rows {
  return evaluation.awards.flatMap((award) => [
    [`${award.name} (${String(award.places)} suất)`],
    ...[...award.units]
      .sort((a, b) => (result(a).rank ?? 0) - (result(b).rank ?? 0))
      .map((id, index) => [String(index + 1), name(id), total(result(id).total), String(result(id).rank), 'Đề nghị']),
  ]);
}

function sectionRows({ evaluation, book, name }: Facts): Rows {
  const sections = book.criteria.filter(
    (criterion) => criterion.parent === null && (criterion.counts ?? 'main') === 'main',
  );
  const decimals = longest(evaluation.units.flatMap((unit) => [...unit.sections.values()]));
  return sections.map(({ code, name: text, max }) => {
    const values = evaluation.units.map((unit) => ({ id: unit.id, value: unit.sections.get(code) ?? '' }));
    const numbers = values.map(({ value }) => Number(value));
    const best = values.filter(({ value }) => Number(value) === Math.max(...numbers));
    const hundredths = numbers.reduce((sum, value) => sum + Math.round(value * 10_000), 0) / numbers.length;
    return [
      code,
      text,
      vi(max),
      `${vi(best[0]?.value, decimals)} (${best.length > 2 ? `${String(best.length)} đơn vị` : best.map(({ id }) => name(id)).join('; ')})`,
      vi(values.find(({ value }) => Number(value) === Math.min(...numbers))?.value, decimals),
      vi((Math.round(hundredths / 100) / 100).toFixed(2), 2),
    ];
  });
}

/** Ballots whose every count is the same for all rows, as in the samples: award or election, unit, valid, favour, share of members. */
function ballotRows({ book, name }: Facts, ballot: string): Rows {
  const count = (entry: { kind: string; value?: unknown }): string =>
    entry.kind === 'number' ? String(entry.value) : '–';
  return book.ballots
    .filter((row) => row.ballot === ballot)
    .map((row, index) => [String(index + 1), name(row.unit), count(row.valid), count(row.favour)]);
}

describe.each(SAMPLES)('sample %s', (sample) => {
  let all: Made;
  let facts: Facts;
  beforeAll(async () => {
    all = await made(judgedSample(sample));
    facts = factsOf(all);
  });

  test('there is every paper', () => {
    const sheets = facts.book.units.length;
    expect([...all.bytes.keys()]).toEqual(all.job.names);
    expect(all.job.names.filter((name) => !name.startsWith('phieu-diem/'))).toEqual([
      'bao-cao-tong-ket.docx',
      'bien-ban-hop.docx',
      'phieu-bau.docx',
      'bien-ban-kiem-phieu.docx',
      'to-trinh.docx',
      'giao-uoc-thi-dua.docx',
      'tin-bai.txt',
    ]);
    expect(all.job.names.filter((name) => /^phieu-diem\/\d\d-[a-z0-9]+\.docx$/.test(name))).toHaveLength(sheets);
  });

  test('final report: ranking, sections, proposals, counts, next leader', () => {
    const { tables, text } = all.paper('bao-cao-tong-ket');
    expect(columns(tables, RANKING)).toEqual(rankingRows(facts));
    expect(columns(tables, ['Nhóm', 'Nội dung', 'Điểm tối đa', 'Cao nhất', 'Thấp nhất', 'Trung bình'])).toEqual(
      sectionRows(facts),
    );
    expect(columns(tables, PROPOSALS)).toEqual(proposalRows(facts));
    expect(text).toContain(`Khối có ${String(facts.evaluation.units.length)} đơn vị thành viên`);
    const { nextLeader } = facts.book.info;
    expect(text).toContain(
      `Trưởng khối năm ${String(Number(facts.book.info.year) + 1)}: ${facts.name(nextLeader ?? '')}`,
    );
    expect(text.match(/\[Đơn vị tự viết: /g)).toHaveLength(5);
    expect(text).toContain('Kính gửi: ');
  });

  test('minutes: attendance by unit, scores adopted, ballots, proposals, decisions', () => {
    const { tables, text } = all.paper('bien-ban-hop');
    expect(columns(tables, ['Đơn vị', 'Họ tên, chức vụ', 'Tham dự']).map(([unit]) => unit)).toEqual(
      facts.book.units.map(({ name }) => name),
    );
    expect(columns(tables, RANKING)).toEqual(rankingRows(facts));
    expect(columns(tables, PROPOSALS)).toEqual(proposalRows(facts));
    for (const field of [
      'Thời gian bắt đầu: ',
      'Địa điểm: ',
      'Thành phần tham dự: ',
      'Chủ trì (chủ tọa): ',
      'Thư ký (người ghi biên bản): ',
      'Cuộc họp kết thúc vào ',
    ])
      expect(text).toContain(field);
    const ballots = [...new Set(facts.book.ballots.map(({ ballot }) => ballot))];
    ballots.forEach((ballot, nth) => {
      expect(columns(tables, ['STT', 'Đơn vị', 'Phiếu hợp lệ', 'Đồng ý'], nth)).toEqual(ballotRows(facts, ballot));
    });
    for (const { reason } of facts.book.decisions) expect(text).toContain(`Lý do: ${reason ?? ''}`);
    for (const unit of facts.evaluation.units) {
      if (unit.tieBrokenBy !== null && unit.tieBrokenBy !== 'quyết định')
        expect(text).toContain(
          `${unit.name}: bằng tổng điểm với đơn vị khác, xếp hạng ${String(unit.rank)} theo ${unit.tieBrokenBy}.`,
        );
    }
  });

  test('minutes of counting: every ballot', () => {
    const { tables } = all.paper('bien-ban-kiem-phieu');
    const ballots = [...new Set(facts.book.ballots.map(({ ballot }) => ballot))];
    expect(tables).toHaveLength(ballots.length);
    ballots.forEach((ballot, nth) => {
      expect(columns(tables, ['STT', 'Đơn vị', 'Phiếu hợp lệ', 'Đồng ý'], nth)).toEqual(ballotRows(facts, ballot));
    });
  });

  test('ballot papers: one for every award and each election, with the units of the ballot', () => {
    const { tables, text } = all.paper('phieu-bau');
    expect(tables).toHaveLength(facts.evaluation.awards.length + 2);
    facts.evaluation.awards.forEach(({ id, name }, index) => {
      expect(text).toContain(`Đề nghị tặng ${name}`);
      const listed = [
        ...new Set(facts.book.ballots.filter((row) => row.ballot === id).map(({ unit }) => facts.name(unit))),
      ];
      if (listed.length > 0) expect(tables[index]?.slice(1).map(([, unit]) => unit)).toEqual(listed);
      expect(tables[index]?.slice(1).every(([, , yes, no]) => yes === '' && no === '')).toBe(true);
    });
  });

  test('proposal letter: a count per award and a numbered list as appendix', () => {
    const { tables, text } = all.paper('to-trinh');
    expect(tables).toHaveLength(facts.evaluation.awards.length);
    facts.evaluation.awards.forEach((award, index) => {
      const units = [...award.units].sort((a, b) => (facts.result(a).rank ?? 0) - (facts.result(b).rank ?? 0));
      expect(columns(tables, ['STT', 'Tên đơn vị', 'Tổng điểm', 'Xếp hạng'], index)).toEqual(
        units.map((id, at) => [
          String(at + 1),
          facts.name(id),
          total(facts.result(id).total),
          String(facts.result(id).rank),
        ]),
      );
      expect(text).toContain(
        `${award.name}: ${String(units.length)} đơn vị (Phụ lục ${['I', 'II', 'III'][index] ?? ''} kèm theo).`,
      );
      expect(text).toContain(`DANH SÁCH ĐỀ NGHỊ TẶNG ${award.name.toLocaleUpperCase('vi')}`);
    });
    expect(text.match(/\(Kèm theo Tờ trình số /g)).toHaveLength(facts.evaluation.awards.length);
  });

  test('each unit’s sheet: points of every level, total, rank, a verdict per award', () => {
    facts.book.units.forEach(({ id, name }, index) => {
      const { tables, text } = all.paper(
        all.job.names.filter((file) => file.startsWith('phieu-diem/'))[index]?.replace(/\.docx$/, '') ?? '',
      );
      const unit = facts.result(id);
      expect(text).toContain(`${name}, năm `);
      expect(text).toContain(`Tổng điểm: ${total(unit.total)}; xếp hạng: ${String(unit.rank)}`);
      const levels = ['self', 'bloc'] as const;
      const headers = { self: 'Tự chấm', bloc: 'Khối chấm' } as const;
      const points = columns(tables, ['Mã', 'Tiêu chí', 'Điểm tối đa', ...levels.map((level) => headers[level])]);
      expect(points.map(([code]) => code)).toEqual([...facts.book.criteria.map(({ code }) => code), '']);
      levels.forEach((level, column) => {
        const entries = facts.book.scores.find((one) => one.unit === id && one.level === level)?.entries;
        for (const row of points) {
          const entry = entries?.get(row[0] ?? '');
          if (entry?.kind === 'number')
            expect([row[0], Number(row[3 + column]?.replace(',', '.'))]).toEqual([row[0], Number(entry.value)]);
        }
        const decimals = new Set(points.slice(0, -1).map((row) => row[3 + column]?.split(',')[1]?.length ?? 0));
        expect([...decimals]).toHaveLength(1);
        expect(points.at(-1)?.[3 + column]).toBe(total(unit.levels.get(level)));
      });
      expect(columns(tables, ['Hình thức', 'Kết luận']).map((row) => row.join(': '))).toEqual(
        facts.evaluation.awards.map(
          (award) => `${award.name}: ${award.units.includes(id) ? 'Đề nghị' : 'Không đề nghị'}`,
        ),
      );
    });
  });

  test('covenant: the sections, a place to sign for every member', () => {
    const { tables, text } = all.paper('giao-uoc-thi-dua');
    expect(columns(tables, ['Nhóm', 'Nội dung', 'Điểm tối đa'])).toEqual(
      sectionRows(facts).map((row) => row.slice(0, 3)),
    );
    for (const { name } of facts.book.units) expect(text).toContain(name.toLocaleUpperCase('vi'));
    expect(text).toContain(`Năm ${String(Number(facts.book.info.year) + 1)}`);
  });

  test('fingerprint and time in the footers, the page number in the headers', () => {
    for (const name of all.job.names.filter((file) => file.endsWith('.docx'))) {
      const { parts } = all.paper(name.replace(/\.docx$/, ''));
      const footers = Object.entries(parts).filter(([part]) => /^word\/footer\d+\.xml$/.test(part));
      expect(footers.length).toBeGreaterThan(0);
      for (const [, xml] of footers) expect(xml).toContain(`mã số liệu ${all.judgement.short} – 09:30 ngày 15/01/2026`);
      expect(
        Object.entries(parts).some(([part, xml]) => /^word\/header\d+\.xml$/.test(part) && xml.includes('PAGE')),
      ).toBe(true);
    }
  });
});

interface PublishedBloc {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly conference: string;
  readonly leader: string;
  readonly deputy?: string;
  readonly nextLeader: string;
  readonly nextDeputy?: string;
  readonly unitsComplete?: boolean;
  readonly unitCount?: number;
  readonly units: readonly { readonly name: string; readonly award: string | null }[];
  readonly awards?: Readonly<Record<string, number>>;
}

const { blocs } = JSON.parse(readFileSync('assets/samples/blocs.json', 'utf8')) as { blocs: readonly PublishedBloc[] };

test.each(blocs.map((bloc) => [bloc.id, bloc] as const))(
  'news text of %s: exactly the published facts, and no total',
  async (id, bloc) => {
    const {
      job: { news },
      judgement,
    } = await made(judgedSample(id));
    const nameOf = (published: string): string =>
      judgement.book.units.find(({ name }) => name === published || name.startsWith(published))?.name ?? published;
    const day = bloc.conference.split('-').reverse().join('/');
    expect(news).toContain(`Ngày ${day}, `);
    expect(news).toContain(`${bloc.name} tổ chức Hội nghị tổng kết phong trào thi đua năm ${String(bloc.year)}`);
    expect(news).toContain(`có ${String(bloc.unitCount ?? bloc.units.length)} đơn vị thành viên`);
    expect(news).toContain(`Trưởng khối: ${nameOf(bloc.leader)}`);
    expect(news.includes('; Phó Trưởng khối: ')).toBe(bloc.deputy !== undefined);
    expect(news).toContain(
      `Năm ${String(bloc.year + 1)}, ${nameOf(bloc.nextLeader)} làm Trưởng khối${bloc.nextDeputy === undefined ? '' : `, ${nameOf(bloc.nextDeputy)} làm Phó Trưởng khối`}.`,
    );
    const told = new Map(
      [...news.matchAll(/^- (.*?): (.*)\.$/gm)].map(([, award = '', units = '']) => [award, units.split('; ')]),
    );
    const published = new Map<string, string[]>();
    for (const { name, award } of bloc.awards ? [] : bloc.units)
      if (award !== null) published.set(award, [...(published.get(award) ?? []), name]);
    if (bloc.awards)
      expect([...told].map(([award, units]) => [award, units.length])).toEqual(Object.entries(bloc.awards));
    else
      expect(new Map([...told].map(([award, units]) => [award, [...units].sort()]))).toEqual(
        new Map([...published].map(([award, units]) => [award, [...units].sort()])),
      );
    expect(news).not.toMatch(/\d,\d/);
    for (const { total: points } of judgement.evaluation.units) expect(news).not.toContain(vi(points, 2));
  },
);
