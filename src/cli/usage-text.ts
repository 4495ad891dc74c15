/** What `thidua --help` and `thidua COMMAND --help` print. */
import type { Lang } from '../text';

export const usageText = (lang: Lang): string => TEXTS[lang];

/** What the whole help says of one command, with an example that runs where the samples lie; null where there is no such command. */
export function commandHelp(command: string, lang: Lang): string | null {
  const example = EXAMPLES.get(command);
  if (example === undefined) return null;
  const lines = TEXTS[lang].split('\n');
  const isHead = (line: string): boolean => line.startsWith('  thidua ');
  const own = lines.filter((line, index) => {
    const head = lines.slice(0, index + 1).findLast((earlier) => isHead(earlier) || earlier === '');
    return line !== '' && head?.startsWith(`  thidua ${command} `) === true;
  });
  return [...own, '', `${EXAMPLE[lang]}:`, `  thidua ${command} ${example}`].join('\n');
}

const EXAMPLE = { vi: 'Ví dụ', en: 'Example' } as const satisfies Record<Lang, string>;
/** Words behind the command. */
const EXAMPLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    evaluate: 'assets/samples/B.xlsx',
    write: 'assets/samples/B.xlsx -o ket-qua.xlsx',
    new: '--regulation minh-hoa --units "Sở Nội vụ; Sở Tài chính; Thanh tra tỉnh" --year 2026 -o so-moi.xlsx',
    adopt: 'bang-diem-cu.xlsx --answer "level=khối chấm" -o so-tu-bang-cu.xlsx',
    units: 'assets/samples/B.xlsx -o phieu',
    collect: 'assets/samples/B.xlsx phieu --dry-run',
    change: 'assets/samples/B.xlsx add-unit "Sở Xây dựng" --dry-run',
    diff: 'assets/samples/co-loi.xlsx assets/samples/co-loi-da-sua.xlsx',
    explain: 'assets/samples/B.xlsx --unit TTT',
    outlook: 'assets/samples/co-loi.xlsx',
    papers: 'assets/samples/B.xlsx -o ho-so',
    check: 'assets/samples --standard minh-hoa --format html -o tham-dinh.html',
  }),
);

const TEXTS: Readonly<Record<Lang, string>> = {
  vi: `thidua – chấm điểm, xếp hạng, đề nghị khen thưởng của khối, cụm thi đua

  thidua evaluate FILE [--json]            đọc, kiểm tra, xếp hạng, phân bổ hình thức khen thưởng
  thidua write FILE [-o OUT] [--allow-errors] [--no-totals] [--other-names]
                                           tính và ghi các trang tính kết quả; không có -o thì thay FILE
                                           an toàn, bản cũ giữ ở FILE.bak
                 --allow-errors            ghi cả khi còn lỗi; mọi trang in đều nói còn lỗi
                 --no-totals               báo cáo không ghi tổng điểm
                 --other-names             đặt tên khác khi sổ đã có trang tính cùng tên
  thidua new --regulation ID|FILE [--kind khối|cụm] --units LIST -o OUT.xlsx
                                           sổ mẫu mới theo quy chế có sẵn (ID) hoặc quy chế trong một sổ mẫu (FILE);
                                           LIST là tệp mỗi dòng một đơn vị, hoặc "A; B; C";
                                           --kind cụm: mọi chữ trong sổ, giấy tờ dùng từ cụm
  thidua new --regulation                  các quy chế có sẵn: ID và tên
  thidua new --from FILE -o OUT.xlsx       sổ của năm sau: giữ quy chế, đơn vị; xếp loại, đề nghị năm nay thành cột
                 --name TÊN --year NĂM     tên khối, năm ghi vào sổ mới
                 --paper A4|A3             khổ giấy in trang tính Chấm điểm (mặc định A4)
  thidua adopt FILE… [--answer KHÓA=TRẢ LỜI …] [--answers JSON] [--cells] [--json] [-o OUT.xlsx]
                                           bảng chấm điểm cũ (hoặc mỗi đơn vị một tệp) thành sổ mẫu: không có -o thì cho xem trước và hỏi
                                           những gì bảng không ghi; --cells thêm từng ô điểm
  thidua change FILE add-unit "Tên" | rename-unit "Cũ" "Mới" | remove-unit "Tên"
                   | add-criterion "Tên" --max SỐ [--under "Nhóm"] [--group] | set-max "Tiêu chí" SỐ
                   | rename-criterion "Cũ" "Mới" | remove-criterion "Tiêu chí"
                   | set-way "Tiêu chí" "CÁCH CHẤM" [--parameter "THAM SỐ"]
                   | set-places "Hình thức" "SỐ SUẤT" | add-award "Tên" "SỐ SUẤT" | remove-award "Hình thức"
                   | add-condition "TRƯỜNG" "PHÉP SO" "GIÁ TRỊ" [--for "Hình thức"] [--effect "HỆ QUẢ"]
                   | remove-condition MÃ | rebuild-scores | print-setup A4|A3
                   | move-unit "Tên" lên|xuống
                   | add-ballot "Hình thức hoặc Trưởng khối" "Đơn vị" --counts "TV; CÓ MẶT; PHÁT; THU; HỢP LỆ; ĐỒNG Ý"
                   | remove-ballot "Hình thức hoặc Trưởng khối" "Đơn vị"
                   | add-band "Xếp loại" [--from ĐIỂM] [--limit "SỐ"] | set-band … | remove-band "Xếp loại"
                   [--dry-run] [-o OUT] [--note NOTE.json]
                                           sửa đơn vị, tiêu chí, khen thưởng, điều kiện, xếp loại, bỏ phiếu ở mọi trang tính,
                                           tên gọi chứ không phải mã; rebuild-scores: dựng lại bảng Chấm điểm;
                                           print-setup: đặt lại trang in của bảng Chấm điểm cho dễ đọc
                 --dry-run                 chỉ xem trước: đổi gì, ở đâu, hệ quả
                 --note                    ghi tệp để hoàn tác: thidua change FILE undo NOTE.json
  thidua units FILE -o DIR [--level CẤP] [--peers] [--replace] [--json]
                                           phát phiếu: mỗi đơn vị một tệp để tự chấm, kèm minh chứng, giải trình
                 --peers                   mỗi đơn vị một phiếu để chấm các đơn vị khác
                 --level CẤP               phiếu cho cấp điểm khác Tự chấm
                 --replace                 ghi đè phiếu cũ trong DIR
  thidua collect FILE PATH… [--level CẤP] [--overwrite | --keep] [--cells] [--dry-run] [--json]
                 [-o OUT] [--note NOTE.json] [--peers --level CẤP [--trim] [--incomplete]]
                                           thu phiếu vào sổ (tệp hoặc thư mục): ai đã gửi, còn thiếu ai, tệp nào sai;
                                           ô của sổ có giá trị khác thì nêu ra, chưa ghi gì
                 --overwrite               thay ô khác bằng phiếu; --keep: giữ ô của sổ, ghi phần còn lại
                 --peers                   điểm trung bình của các phiếu chấm chéo, ghi vào cấp --level
                 --trim                    bỏ một điểm cao nhất, một điểm thấp nhất
                 --incomplete              tính cả khi còn thiếu phiếu hoặc ô chưa chấm
  thidua diff OLD NEW                      những gì đã đổi và hệ quả với tổng điểm, hạng, khen thưởng
  thidua explain FILE --unit MÃ [--award MÃ]
                                           lý do của từng kết quả, đến từng ô
  thidua outlook FILE [--json]             diễn biến khi còn thiếu điểm: ai đã chắc chắn, ai còn có thể, ai không
                                           còn khả năng, và còn cần gì
  thidua papers FILE -o DIR [--allow-errors] [--replace]
                                           giấy tờ Word vào thư mục DIR: báo cáo tổng kết, biên bản, phiếu bầu,
                                           biên bản kiểm phiếu, tờ trình, giao ước, phiếu điểm từng đơn vị, tin bài
                 --replace                 ghi đè giấy tờ cũ trong DIR
  thidua check PATH… [--standard FILE|ID] [--format text|json|ndjson|html|xlsx] [-o OUT]
               [--blocs LIST] [--limit MÃ=SỐ] [--shard i/n] [--threads N] [--letters DIR]
                                           thẩm định nhiều sổ: đối chiếu với bộ chuẩn, với danh sách
                                           khối (mỗi dòng "Tên khối | đơn vị; đơn vị"), với giới hạn;
                                           sổ sai đứng trước
                 --letters DIR             ghi vào DIR mỗi sổ sai một phiếu đề nghị chỉnh sửa gửi lại khối
                 --letter-format html|xlsx|txt
                                           dạng của phiếu (mặc định html)
                 --replace                 ghi đè phiếu cũ trong DIR

  --lang vi|en                             ngôn ngữ (mặc định vi)
  --version                                phiên bản

Mã thoát: 0 không có lỗi; 1 có lỗi trong sổ; 2 không chạy được.
`,
  en: `thidua – scores, ranks and award proposals of emulation blocs

  thidua evaluate FILE [--json]            read, validate, rank, allot the awards
  thidua write FILE [-o OUT] [--allow-errors] [--no-totals] [--other-names]
                                           compute and write the result sheets; without -o FILE is
                                           replaced safely, the old one kept as FILE.bak
                 --allow-errors            write in spite of errors; every printed page says so
                 --no-totals               leave the totals out of the report
                 --other-names             other sheet names where the workbook has sheets of ours
  thidua new --regulation ID|FILE [--kind khối|cụm] --units LIST -o OUT.xlsx
                                           a new workbook by a ready regulation (ID), or by that of a standard
                                           workbook (FILE); LIST is a file with one unit per line, or "A; B; C";
                                           --kind cụm: a cluster, whose word every text then uses
  thidua new --regulation                  the regulations that come with it: ID and name
  thidua new --from FILE -o OUT.xlsx       next year's workbook: rules and units stay, grades and proposals become columns
                 --name NAME --year YEAR   name and year of the new workbook
                 --paper A4|A3             what the score sheet is printed on (default A4)
  thidua adopt FILE… [--answer KEY=ANSWER …] [--answers JSON] [--cells] [--json] [-o OUT.xlsx]
                                           an old score table (or a file of each unit) into a standard workbook: without -o a preview,
                                           and what the table cannot answer is asked; --cells adds every score
  thidua change FILE add-unit "Name" | rename-unit "Old" "New" | remove-unit "Name"
                   | add-criterion "Name" --max NUMBER [--under "Group"] [--group] | set-max "Criterion" NUMBER
                   | rename-criterion "Old" "New" | remove-criterion "Criterion"
                   | set-way "Criterion" "WAY" [--parameter "PARAMETER"]
                   | set-places "Award" "PLACES" | add-award "Name" "PLACES" | remove-award "Award"
                   | add-condition "FIELD" "OPERATOR" "VALUE" [--for "Award"] [--effect "EFFECT"]
                   | remove-condition CODE | rebuild-scores | print-setup A4|A3
                   | move-unit "Name" up|down
                   | add-ballot "Award or Trưởng khối" "Unit" --counts "MEMBERS; PRESENT; ISSUED; RETURNED; VALID; FOR"
                   | remove-ballot "Award or Trưởng khối" "Unit"
                   | add-band "Grade" [--from POINTS] [--limit "NUMBER"] | set-band … | remove-band "Grade"
                   [--dry-run] [-o OUT] [--note NOTE.json]
                                           units, criteria, awards, conditions, grades, ballots changed everywhere, by
                                           their names; rebuild-scores: the score table made to fit again;
                                           print-setup: the score table set up for readable print
                 --dry-run                 a preview only: what changes where, and what follows
                 --note                    keep the way back: thidua change FILE undo NOTE.json
  thidua units FILE -o DIR [--level LEVEL] [--peers] [--replace] [--json]
                                           forms: a workbook of each unit for its own scores, evidence, remarks
                 --peers                   a form of each unit for scoring all others
                 --level LEVEL             for another level than Tự chấm
                 --replace                 overwrite older forms in DIR
  thidua collect FILE PATH… [--level LEVEL] [--overwrite | --keep] [--cells] [--dry-run] [--json]
                 [-o OUT] [--note NOTE.json] [--peers --level LEVEL [--trim] [--incomplete]]
                                           forms back into the workbook (files or folders): who came, who is missing,
                                           which file is wrong; where a cell holds something else nothing is written
                 --overwrite               take the forms' cells; --keep: leave the workbook's, write the rest
                 --peers                   the means of the peers' scores, written to the level --level
                 --trim                    without one highest and one lowest score
                 --incomplete              also while forms or scores are missing
  thidua diff OLD NEW                      what changed, and what it changed in totals, ranks and awards
  thidua explain FILE --unit CODE [--award CODE]
                                           the reasons of every outcome, down to the cells
  thidua outlook FILE [--json]             how things stand while scores are missing: certain, possible, out,
                                           and what is needed
  thidua papers FILE -o DIR [--allow-errors] [--replace]
                                           Word papers into the folder DIR: final report, minutes, ballot papers,
                                           record of the count, proposal letter, covenant, each unit's sheet, news text
                 --replace                 overwrite older papers in DIR
  thidua check PATH… [--standard FILE|ID] [--format text|json|ndjson|html|xlsx] [-o OUT]
               [--blocs LIST] [--limit CODE=NUMBER] [--shard i/n] [--threads N] [--letters DIR]
                                           check many workbooks: against the standard, the list of blocs
                                           ("Bloc | unit; unit" per line), and limits; the wrong ones first
                 --letters DIR             a letter back to the bloc of each wrong workbook, into DIR
                 --letter-format html|xlsx|txt
                                           what the letters are written as (default html)
                 --replace                 overwrite older letters in DIR

  --lang vi|en                             language (default vi)
  --version                                the version

Exit codes: 0 no errors; 1 errors in a workbook; 2 could not run.
`,
};
