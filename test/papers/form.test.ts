/** The form of every paper, against the numbers of annex I of Decree 30/2020/NĐ-CP (told here, not taken from the code). */
import { decoded } from './unpack';
import { judgedSample, made, type Made } from './sources';

interface Look {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align: string;
  readonly firstLine: number;
  readonly after: number;
  readonly line: number;
}

/** Every run of a paper with what its paragraph says. */
function looks(xml: string): Look[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
    .flatMap(([, paragraph = '']) => {
      const attribute = (tag: string, name: string): string =>
        new RegExp(`<w:${tag} [^>]*w:${name}="([^"]*)"`).exec(paragraph)?.[1] ?? '';
      const on = (run: string, tag: string): boolean => new RegExp(`<w:${tag}/>`).test(run);
      return [...paragraph.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(([, run = '']) => ({
        text: decoded(/<w:t [^>]*>([^<]*)</.exec(run)?.[1] ?? ''),
        size: Number(/<w:sz w:val="(\d+)"/.exec(run)?.[1] ?? 0) / 2,
        bold: on(run, 'b'),
        italic: on(run, 'i'),
        align: attribute('jc', 'val'),
        firstLine: Number(attribute('ind', 'firstLine')),
        after: Number(attribute('spacing', 'after')),
        line: Number(attribute('spacing', 'line')),
      }));
    })
    .filter(({ text }) => text.trim() !== '');
}

let all: Made;
beforeAll(async () => {
  all = await made(judgedSample('B'));
});
const FILES = [
  'bao-cao-tong-ket',
  'bien-ban-hop',
  'phieu-bau',
  'bien-ban-kiem-phieu',
  'to-trinh',
  'giao-uoc-thi-dua',
  'phieu-diem/03-skhdt',
] as const;

const within = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;
const CAPITALS = (text: string): boolean => text === text.toLocaleUpperCase('vi');

/** Which line, and how it must look: sizes in points. */
interface Rule {
  readonly what: string;
  readonly line: RegExp;
  readonly size: readonly [number, number];
  readonly bold: boolean;
  readonly italic: boolean;
  readonly align?: string;
  readonly capitals?: boolean;
  readonly papers?: readonly string[];
}

const RULES: readonly Rule[] = [
  {
    what: 'national name',
    line: /^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM$/,
    size: [12, 13],
    bold: true,
    italic: false,
    align: 'center',
  },
  { what: 'motto', line: /^Độc lập - Tự do - Hạnh phúc$/, size: [13, 14], bold: true, italic: false, align: 'center' },
  {
    what: 'superior body',
    line: /^UBND TỈNH$/,
    size: [12, 13],
    bold: false,
    italic: false,
    align: 'center',
    capitals: true,
  },
  {
    what: 'issuing body',
    line: /^KHỐI THI ĐUA CÁC CƠ QUAN THAM MƯU I$/,
    size: [12, 13],
    bold: true,
    italic: false,
    align: 'center',
    capitals: true,
  },
  {
    what: 'number and symbol',
    line: /^Số: /,
    size: [13, 13],
    bold: false,
    italic: false,
    papers: ['bao-cao-tong-ket', 'to-trinh', 'bien-ban-hop', 'bien-ban-kiem-phieu'],
  },
  {
    what: 'place and date',
    line: /^…+, ngày 30 tháng 01 năm 2024$/,
    size: [13, 14],
    bold: false,
    italic: true,
    papers: ['bao-cao-tong-ket', 'to-trinh', 'giao-uoc-thi-dua', 'phieu-bau', 'phieu-diem/03-skhdt'],
  },
  {
    what: 'type',
    line: /^(?:BÁO CÁO|TỜ TRÌNH|BIÊN BẢN|BIÊN BẢN KIỂM PHIẾU|BẢN GIAO ƯỚC THI ĐUA|PHIẾU ĐIỂM THI ĐUA|PHIẾU BÌNH XÉT THI ĐUA)$/,
    size: [13, 14],
    bold: true,
    italic: false,
    align: 'center',
    capitals: true,
  },
  {
    what: 'subject',
    line: /^(?:Tổng kết phong trào|Về việc|Hội nghị tổng kết, bình xét|Bình xét, đề nghị|Năm 2024|Sở Kế hoạch và Đầu tư, năm|Đề nghị tặng )/,
    size: [13, 14],
    bold: true,
    italic: false,
    align: 'center',
  },
  {
    what: 'legal bases',
    line: /^Căn cứ /,
    size: [13, 14],
    bold: false,
    italic: true,
    align: 'both',
    papers: ['bao-cao-tong-ket', 'to-trinh', 'giao-uoc-thi-dua'],
  },
  {
    what: 'addressee',
    line: /^Kính gửi:/,
    size: [13, 14],
    bold: false,
    italic: false,
    papers: ['bao-cao-tong-ket', 'to-trinh'],
  },
  {
    what: 'receivers',
    line: /^Nơi nhận:$/,
    size: [12, 12],
    bold: true,
    italic: true,
    papers: ['bao-cao-tong-ket', 'to-trinh', 'bien-ban-hop', 'bien-ban-kiem-phieu'],
  },
  {
    what: 'list of receivers',
    line: /^- Lưu: VT, hồ sơ\.$/,
    size: [11, 11],
    bold: false,
    italic: false,
    papers: ['bao-cao-tong-ket', 'to-trinh', 'bien-ban-hop', 'bien-ban-kiem-phieu'],
  },
  {
    what: 'authority of the signer',
    line: /^(?:TM\. KHỐI THI ĐUA|TRƯỞNG KHỐI|CHỦ TỌA|TỔ TRƯỞNG TỔ KIỂM PHIẾU|SỞ KẾ HOẠCH VÀ ĐẦU TƯ)$/,
    size: [13, 14],
    bold: true,
    italic: false,
    align: 'center',
    papers: FILES.filter((file) => file !== 'phieu-bau'),
  },
  {
    what: 'appendix',
    line: /^Phụ lục (?:I|II|III)$/,
    size: [14, 14],
    bold: true,
    italic: false,
    align: 'center',
    papers: ['to-trinh'],
  },
  {
    what: 'title of the appendix',
    line: /^DANH SÁCH ĐỀ NGHỊ TẶNG /,
    size: [13, 14],
    bold: true,
    italic: false,
    align: 'center',
    capitals: true,
    papers: ['to-trinh'],
  },
  {
    what: 'what the appendix belongs to',
    line: /^\(Kèm theo Tờ trình số /,
    size: [13, 14],
    bold: false,
    italic: true,
    align: 'center',
    papers: ['to-trinh'],
  },
];

describe.each(FILES)('%s', (file) => {
  test.each(RULES.filter(({ papers }) => papers === undefined || papers.includes(file)))(
    '$what',
    ({ line, size, bold, italic, align, capitals }) => {
      const found = looks(all.paper(file).parts['word/document.xml'] ?? '').filter(({ text }) => line.test(text));
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) {
        expect({ ...one, fits: within(one.size, size) }).toMatchObject({
          bold,
          italic,
          fits: true,
          ...(align === undefined ? {} : { align }),
        });
        if (capitals === true) expect(CAPITALS(one.text)).toBe(true);
      }
    },
  );

  test('paragraphs: 13–14, justified, first line 1 or 1.27 cm, at least 6 points apart, one to one and a half lines', () => {
    const body = looks(all.paper(file).parts['word/document.xml'] ?? '').filter(({ align }) => align === 'both');
    expect(body.length).toBeGreaterThan(0);
    for (const one of body) {
      expect({
        ...one,
        fits:
          within(one.size, [13, 14]) &&
          (within(one.firstLine, [566, 568]) || within(one.firstLine, [719, 721])) &&
          one.after >= 120 &&
          within(one.line, [240, 360]),
      }).toMatchObject({ fits: true });
    }
  });

  test('A4, margins, numbers centred in the top margin from page 2, each appendix counted from 1', () => {
    const { parts } = all.paper(file);
    const xml = parts['word/document.xml'] ?? '';
    const sections = [...xml.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(([section]) => section);
    const millimetres = (section: string, name: string): number =>
      (Number(new RegExp(`w:${name}="(\\d+)"`).exec(/<w:pgMar [^>]*>/.exec(section)?.[0] ?? '')?.[1]) / 1440) * 25.4;
    for (const section of sections) {
      const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(section) ?? [];
      expect([Number(width), Number(height)].sort((a, b) => a - b)).toEqual([11906, 16838]);
      expect(
        within(millimetres(section, 'top'), [19.9, 25.1]) && within(millimetres(section, 'bottom'), [19.9, 25.1]),
      ).toBe(true);
      expect(
        within(millimetres(section, 'left'), [29.9, 35.1]) && within(millimetres(section, 'right'), [14.9, 20.1]),
      ).toBe(true);
      expect(section).toContain('<w:titlePg/>');
      expect(section).toContain('<w:pgNumType w:start="1"/>');
    }
    const relations = parts['word/_rels/document.xml.rels'] ?? '';
    const header = (section: string, type: string): string => {
      const id = new RegExp(`<w:headerReference w:type="${type}" r:id="([^"]+)"`).exec(section)?.[1] ?? '?';
      const tag =
        [...relations.matchAll(/<Relationship [^>]*>/g)]
          .map(([found]) => found)
          .find((found) => found.includes(`Id="${id}"`)) ?? '';
      return parts[`word/${/Target="([^"]+)"/.exec(tag)?.[1] ?? ''}`] ?? '';
    };
    for (const section of sections) {
      expect(header(section, 'default')).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="2[68]"\/>.*PAGE/s);
      expect(header(section, 'first')).not.toContain('PAGE');
    }
    expect(sections).toHaveLength(file === 'to-trinh' ? 4 : file === 'phieu-bau' ? 5 : 1);
    expect(sections.filter((section) => section.includes('w:orient="landscape"'))).toHaveLength(
      file === 'to-trinh' ? 3 : 0,
    );
  });

  test('one font; no row is torn, header rows repeat, no heading stands alone', () => {
    const { parts } = all.paper(file);
    expect(parts['word/styles.xml']).toContain('w:ascii="Times New Roman"');
    expect([
      ...new Set(
        Object.values(parts).flatMap((xml) => [...xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font)),
      ),
    ]).toEqual(['Times New Roman']);
    const xml = parts['word/document.xml'] ?? '';
    const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
    const bordered = xml.match(/<w:tblBorders><w:top w:val="single"/g) ?? [];
    expect(xml.match(/<w:tblHeader\/>/g) ?? []).toHaveLength(bordered.length);
    const headings = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
      .map(([, paragraph = '']) => paragraph)
      .filter(
        (paragraph) =>
          /w:firstLine/.test(paragraph) && /<w:b\/>/.test(paragraph) && !/<w:b w:val="false"\/>/.test(paragraph),
      );
    for (const paragraph of headings) expect(paragraph).toContain('<w:keepNext/>');
  });

  test('drawn lines: below the motto as long as the motto, below the issuing body and the subject a third to a half', () => {
    const xml = all.paper(file).parts['word/document.xml'] ?? '';
    const lines = [...xml.matchAll(/<w:pBdr><w:top [^>]*w:val="single"[^>]*>.*?<w:ind ([^>]*)\/>/gs)].map(
      ([, indent = '']) => {
        const side = (name: string): number => Number(new RegExp(`w:${name}="(\\d+)"`).exec(indent)?.[1]);
        expect(side('left')).toBe(side('right'));
        return side('left');
      },
    );
    const columns = /<w:gridCol w:w="(\d+)"\/><w:gridCol w:w="(\d+)"\/>/.exec(xml) ?? [];
    const [left, right] = [Number(columns[1]), Number(columns[2])];
    // In twentieths of a point: 62 mm and 103 mm; the motto at 14 points is 60.5 mm long, the issuing body fills its column.
    expect([left, right]).toEqual([3515, 5839]);
    const lengthOf = (room: number, side: number | undefined): number => ((room - 2 * (side ?? 0)) / 1440) * 25.4;
    expect(lengthOf(right, lines[1])).toBeCloseTo(60.46, 1);
    expect(within(lengthOf(left, lines[0]), [62 / 3, 31])).toBe(true);
    expect(lines.length).toBeGreaterThan(2);
  });
});
