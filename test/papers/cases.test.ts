/** What is open, what is blank, what is hostile: what the papers make of it. */
import { judge } from '../../src/workbook/job';
import type { WorkbookCells } from '../../src/sheets/cells';
import { issueText } from '../../src/text';
import { judgedBloc, judgedSample, made, sampleCells } from './sources';
import { decoded } from './unpack';

/** A workbook with one cell changed: the value in the row whose first cell says `key`. */
function withValue(cells: WorkbookCells, sheet: string, key: string, value: string | null, column = 1): WorkbookCells {
  return {
    ...cells,
    sheets: cells.sheets.map((one) =>
      one.name !== sheet
        ? one
        : {
            ...one,
            rows: one.rows.map((row) =>
              row?.[0]?.value !== key
                ? row
                : Array.from({ length: Math.max(row.length, column + 1) }, (_, at) =>
                    at === column ? (value === null ? undefined : { ...row[at], value }) : row[at],
                  ),
            ),
          },
    ),
  };
}

const words = { pending: 'chưa chốt: bằng nhau ở suất cuối, chờ hội nghị quyết định' };

test('an award that a tie keeps open: said with the units and the reason, in report, minutes, letter, sheets and news; nobody stands in its list', async () => {
  const judgement = judge(withValue(sampleCells('A'), 'Quyết định', 'phân hạng', null, 3));
  const { evaluation } = judgement;
  const award = evaluation.awards.find(({ status }) => status === 'pending:tie');
  expect(award?.tied).toHaveLength(2);
  const { paper, job } = await made(judgement);
  const names = (award?.tied ?? []).map((id) => judgement.book.units.find((unit) => unit.id === id)?.name ?? '?');
  for (const file of ['bao-cao-tong-ket', 'bien-ban-hop', 'to-trinh']) {
    const { text } = paper(file);
    expect(text).toContain(`${award?.name ?? ''}: ${words.pending} (${names.join('; ')}).`);
    for (const name of names) expect(text).toMatch(new RegExp(`- ${name}: .*chờ hội nghị quyết định`));
  }
  const rows = paper('bao-cao-tong-ket').tables.flat();
  for (const name of names) expect(rows.find((row) => row[1] === name && row.length === 5)?.at(-1)).toBe('Chưa chốt');
  const list = paper('to-trinh').tables[2] ?? [];
  expect(list.slice(1).map((row) => row[1])).not.toEqual(expect.arrayContaining(names));
  expect(job.news).toContain(`Chưa chốt: ${award?.name ?? ''}.`);
  for (const name of names)
    expect(
      job.news
        .split('\n')
        .filter((line) => line.startsWith('- '))
        .join(),
    ).not.toContain(name);
});

test('a cụm is called cụm everywhere', async () => {
  const judgement = judgedBloc({
    units: 6,
    seed: 3,
    content: { info: { name: 'Cụm thi đua số 3', signedBy: 'Họ tên' } },
  });
  const { paper, job } = await made(judgement);
  const own = new Set(judgement.book.criteria.map(({ name }) => name));
  const all = job.names
    .filter((name) => name.endsWith('.docx'))
    .map((name) => paper(name.replace(/\.docx$/, '')).text)
    .join('\n');
  expect(all).toContain('TRƯỞNG CỤM');
  expect(all).toContain('TM. CỤM THI ĐUA');
  expect(all).toContain('Cụm chấm');
  expect(`${all}\n${job.news}`.split('\n').filter((line) => /khối|Khối|KHỐI/u.test(line) && !own.has(line))).toEqual(
    [],
  );
  expect(paper('to-trinh').text).toContain('/TTr-CTĐ');
});

test('without date, place, signer: dots to fill in by hand, and one finding that names what is blank', async () => {
  const blank = ['Ngày họp', 'Tỉnh, thành phố', 'Người ký'].reduce(
    (cells, row) => withValue(cells, 'Thông tin', row, null),
    sampleCells('C'),
  );
  const { paper, job } = await made(judge(blank));
  const { text } = paper('to-trinh');
  expect(text).toContain('……………, ngày …… tháng …… năm 2022');
  expect(text).toContain('Số: ……………/TTr-KTĐ');
  expect(job.issues).toHaveLength(1);
  const [found] = job.issues;
  expect(found).toMatchObject({ code: 'paper-blank', severity: 'info', place: { sheet: 'Thông tin' } });
  expect(found && issueText(found, 'vi').what).toContain('Tỉnh, thành phố; ');
  for (const row of ['Ngày họp', 'Người ký', 'Kính gửi', 'Nơi nhận']) expect(found?.expected).toContain(row);
  expect(found?.expected).not.toContain('Năm;');
});

const FILLED = {
  province: 'Ninh Bình',
  signerPost: 'Giám đốc Sở Y tế',
  addressee: 'Ủy ban nhân dân tỉnh; Hội đồng Thi đua - Khen thưởng tỉnh',
  number: '5/BC-KTĐVX; 12/TTr-KTĐVX; 7',
  chair: 'Đại diện đơn vị 1, Trưởng khối',
  secretary: 'Đại diện đơn vị 2',
  begins: '8 giờ 00',
  ends: '11 giờ 30',
  tellers: 'Đại diện đơn vị 3; Đại diện đơn vị 4',
  venue: 'Hội trường tầng 2',
  regulation: 'Quy chế số 12/2024/QĐ-UBND của UBND tỉnh;',
} as const;

test('what is filled in stands where the decree wants it; day and month with a 0 where it says so, numbers below 10 too', async () => {
  const { paper, job } = await made(
    judgedBloc({
      units: 5,
      seed: 5,
      content: {
        info: { ...FILLED, meetingDay: { day: '2025-09-05' } },
        receivers: ['Như trên', 'Sở Nội vụ;', 'Lưu: VT.'],
        legalBases: [
          'Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;',
          'Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ',
        ],
      },
    }),
  );
  const { text } = paper('to-trinh');
  expect(text).toContain('Ninh Bình, ngày 05 tháng 9 năm 2025');
  expect(text).toContain('Số: 12/TTr-KTĐVX');
  expect(paper('bao-cao-tong-ket').text).toContain('Số: 05/BC-KTĐVX');
  expect(paper('bien-ban-hop').text).toContain('Số: ……………/BB-KTĐVX');
  expect(text).toContain(
    'Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;\nCăn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ;\nCăn cứ Quy chế số 12/2024/QĐ-UBND của UBND tỉnh;\nCăn cứ kết quả Hội nghị',
  );
  expect(text).toMatch(/Căn cứ kết quả [^\n]*\.\n/);
  expect(text).toContain('GIÁM ĐỐC SỞ Y TẾ\nHọ tên Trưởng khối');
  expect(text).toContain('- Như trên;\n- Sở Nội vụ;\n- Lưu: VT.');
  expect(text).toContain('Kính gửi:\n- Ủy ban nhân dân tỉnh;\n- Hội đồng Thi đua - Khen thưởng tỉnh.');
  expect(paper('bien-ban-hop').text).toContain('Thời gian bắt đầu: 8 giờ 00, ngày 05 tháng 9 năm 2025.');
  expect(job.issues.map(({ expected }) => expected)).toEqual(['Trưởng khối năm sau']);
});

test('who came and who did not, by unit', async () => {
  const { paper } = await made(
    judgedBloc({
      units: 3,
      seed: 2,
      content: {
        attendees: [
          { unit: 'DV01', post: 'Giám đốc', attendance: 'có mặt' },
          { unit: 'DV01', post: 'Chuyên viên', attendance: 'có mặt' },
          { unit: 'DV02', attendance: 'vắng' },
          { unit: 'DV03', attendance: 'ý kiến bằng văn bản' },
        ],
      },
    }),
  );
  const { tables, text } = paper('bien-ban-hop');
  expect(text).toContain('Thành phần tham dự: 1/3 đơn vị có người dự, 1 đơn vị có ý kiến bằng văn bản, cụ thể:');
  expect(tables[0]).toEqual([
    ['STT', 'Đơn vị', 'Họ tên, chức vụ', 'Tham dự'],
    ['1', 'Đơn vị số 01', 'Giám đốc', 'Có mặt'],
    ['', '', 'Chuyên viên', 'Có mặt'],
    ['2', 'Đơn vị số 02', '', 'Vắng'],
    ['3', 'Đơn vị số 03', '', 'Ý kiến bằng văn bản'],
  ]);
});

test('a ballot with written opinions and two rounds: every round with its counts, base, threshold; the last of each unit counts', async () => {
  const counts = { members: 10, present: 8, written: 2, issued: 10, returned: 10, valid: 10 };
  const { paper, judgement } = await made(
    judgedBloc({
      units: 4,
      seed: 6,
      content: {
        ballots: [
          { ballot: 'BK', unit: 'DV01', round: 1, ...counts, favour: 9 },
          { ballot: 'BK', unit: 'DV02', round: 1, ...counts, favour: 6 },
          { ballot: 'BK', unit: 'DV02', round: 2, ...counts, present: 9, written: 1, favour: 8 },
        ],
        conditions: [{ code: 'ĐK1', scope: 'BK', field: 'phiếu BK', op: '>=', value: '80% có mặt' }],
      },
    }),
  );
  expect(judgement.evaluation.issues.filter(({ code }) => code.startsWith('ballot'))).toEqual([]);
  for (const file of ['bien-ban-kiem-phieu', 'bien-ban-hop']) {
    const { text, tables } = paper(file);
    expect(text).toMatch(/, vòng 1\n/);
    expect(text).toMatch(/, vòng 2\n/);
    expect(text).toContain('Thành viên: 10; có mặt: 8; ý kiến bằng văn bản: 2; phiếu phát ra: 10; phiếu thu về: 10.');
    expect(text).toContain('Thành viên: 10; có mặt: 9; ý kiến bằng văn bản: 1; phiếu phát ra: 10; phiếu thu về: 10.');
    expect(text).toContain('Tỷ lệ phiếu tối thiểu: từ 80% số có mặt trở lên (cần 8 phiếu).');
    const ballots = tables.filter(([header]) => header?.includes('Phiếu hợp lệ'));
    expect(ballots).toEqual([
      [
        ['STT', 'Đơn vị', 'Phiếu hợp lệ', 'Đồng ý', 'Tỷ lệ trên số có mặt', 'Kết quả'],
        ['1', 'Đơn vị số 01', '10', '9', '90%', 'Đạt'],
        ['2', 'Đơn vị số 02', '10', '6', '60%', 'Bỏ phiếu lại'],
      ],
      [
        ['STT', 'Đơn vị', 'Phiếu hợp lệ', 'Đồng ý', 'Tỷ lệ trên số có mặt', 'Kết quả'],
        ['1', 'Đơn vị số 02', '10', '8', '80%', 'Đạt'],
      ],
    ]);
  }
});

test('a workbook with errors: every page of every paper says so', async () => {
  const { paper, job } = await made(judgedSample('co-loi'));
  for (const name of job.names.filter((file) => file.endsWith('.docx'))) {
    const { parts } = paper(name.replace(/\.docx$/, ''));
    const headers = Object.entries(parts).filter(([part]) => /^word\/header\d+\.xml$/.test(part));
    expect(headers.length).toBeGreaterThan(1);
    for (const [, xml] of headers) expect(xml).toContain('DỰ THẢO – CÒN LỖI');
  }
});

test('XML characters, line breaks, formulas, direction marks, control characters, very long names', async () => {
  const long = `Ban ${'Quản lý khu kinh tế cửa khẩu '.repeat(12)}tỉnh`;
  const names = [
    'Sở <Y tế> & "Dân số"',
    '=HYPERLINK("http://x")',
    'Sở\nTư\tpháp',
    'Sở \u202ENội\u202C vụ\u200B',
    `Sở\u0007 Tài\uFFFF chính`,
    long,
  ];
  const { paper, job } = await made(
    judgedBloc({
      units: names.length,
      seed: 4,
      names,
      content: { info: { venue: '<w:p/> & “nhà”', note: '', name: 'Khối ]]> &amp;' } },
    }),
  );
  const report = paper('bao-cao-tong-ket');
  const printed = report.tables[1]?.map((row) => row[1]) ?? [];
  for (const name of [
    'Sở <Y tế> & "Dân số"',
    '=HYPERLINK("http://x")',
    'Sở Tư pháp',
    'Sở Nội vụ',
    'Sở Tài chính',
    long,
  ])
    expect(printed).toContain(name);
  for (const name of job.names.filter((file) => file.endsWith('.docx'))) {
    for (const [part, xml] of Object.entries(paper(name.replace(/\.docx$/, '')).parts)) {
      expect([
        part,
        // eslint-disable-next-line no-control-regex -- they are what must not be there
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]/.test(
          decoded(xml),
        ),
      ]).toEqual([part, false]);
      expect([part, xml.includes('instrText') && /HYPERLINK/.test(xml)]).toEqual([part, false]);
    }
  }
  expect(report.text).toContain('Khối ]]> &amp;');
  expect(job.names.every((name) => /^(?:phieu-diem\/\d\d(?:-[a-z0-9]+)?|[a-z-]+)\.(?:docx|txt)$/.test(name))).toBe(
    true,
  );
});

test('codes that would be paths or devices name no file', async () => {
  const { job } = await made(judgedBloc({ units: 1, seed: 1 }));
  expect(job.names).toContain('phieu-diem/01-dv01.docx');
  const judgement = judgedSample('C');
  const spoiled = {
    ...judgement,
    book: {
      ...judgement.book,
      units: judgement.book.units.map((unit, index) => (index === 0 ? { ...unit, id: '../../etc/CON' } : unit)),
    },
  };
  const { planPapers } = await import('../../src/papers');
  expect(planPapers(spoiled, new Date(0)).names).toContain('phieu-diem/01-etccon.docx');
});
