/** Single cells: scores, counts, dates, attributes. */
import type { Pair } from './pair';

const S = 'Chấm điểm';

/** A third in a cell of u2, totals not rounded. */
const THIRD = { 'Quy tắc!B5': 'không làm tròn', [`${S}!G6`]: '=16+1/3 -> 16.333333333333332', [`${S}!G4`]: '', [`${S}!G16`]: '' } as const;

export const CELL_PAIRS: readonly Pair[] = [
  {
    code: 'cell-error', what: 'an error in a score; the sums above it are not checked',
    fires: { set: { [`${S}!E5`]: '#REF!', [`${S}!E4`]: '=SUM(E5:E7) -> #REF!', [`${S}!E16`]: '=E4+E8 -> #REF!' } }, issues: [`cell-error ${S}!E5`],
    nearly: { set: { [`${S}!J5`]: '#REF!' } }, instead: [`column-unread ${S}!J5`],
  },
  {
    code: 'cell-error', what: 'an error in a setting',
    fires: { set: { 'Quy tắc!B5': '#NAME?' } }, issues: ['cell-error Quy tắc!B5'],
    nearly: { set: { 'Quy tắc!B5': '' } },
  },
  {
    code: 'cell-error', what: 'an error in a unit’s code',
    fires: { set: { 'Đơn vị!A4': '=X1 -> #N/A' } }, issues: ['cell-error Đơn vị!A4'],
    nearly: { set: { 'Đơn vị!A4': '="u"&3 -> u3' } },
  },
  {
    code: 'formula-not-calculated', what: 'a score whose formula has no stored value; one with a value counts',
    fires: { set: { [`${S}!E5`]: '=14*2 ->' } }, issues: [`formula-not-calculated ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '=14*2 -> 28' } },
  },
  {
    code: 'formula-not-calculated', what: 'a score whose formula gives another value than the stored one; one that gives the same counts',
    fires: { set: { [`${S}!E5`]: '=K1+K2 -> 28', [`${S}!K1`]: '14', [`${S}!K2`]: '13.5' } }, issues: [`formula-not-calculated ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '=K1+K2 -> 28', [`${S}!K1`]: '14', [`${S}!K2`]: '14.0000000001' } },
  },
  {
    code: 'formula-unsteady', what: 'a volatile function behind a formula behind a score; none behind a cell that does not count',
    fires: { set: { [`${S}!E5`]: '=K1*1 -> 28', [`${S}!K1`]: '=INDIRECT("E9") -> 28' } }, issues: [`formula-unsteady ${S}!E5`],
    nearly: { set: { [`${S}!K5`]: '=K1*1 -> 28', [`${S}!K1`]: '=INDIRECT("E9") -> 28' } }, instead: [`column-unread ${S}!K5`],
  },
  {
    code: 'level-taken', what: 'a blank deduction at the level that ranks takes the points of the level before',
    fires: { set: { 'Quy tắc!A8': 'Ô trống ở cấp xếp hạng', 'Quy tắc!B8': 'lấy cấp trước', [`${S}!G15`]: '' } }, issues: ['level-taken Đơn vị!A3'],
    nearly: { set: { 'Quy tắc!A8': 'Ô trống ở cấp xếp hạng', 'Quy tắc!B8': 'lấy cấp trước' } },
  },
  {
    code: 'formula-not-calculated', what: 'sums without stored values are only checked: an info, once for the sheet',
    fires: { set: { [`${S}!E4`]: '=SUM(E5:E7) ->', [`${S}!C4`]: '=SUM(C5:C7) ->' } },
    issues: [`formula-not-calculated ${S}!C4`],
    nearly: { set: { [`${S}!E4`]: '' } },
  },
  {
    code: 'shown-differs', what: 'a score that shows nothing; a sub-total that shows nothing counts for nothing',
    fires: { set: { [`${S}!E5`]: '28 @ ;;;' } }, issues: [`shown-differs ${S}!E5`],
    nearly: { set: { [`${S}!B5`]: 'Kế hoạch năm @ ;;;' } },
  },
  {
    code: 'shown-differs', what: 'a score of 28 that shows 28.5; one of 28 that shows 28.00',
    fires: { set: { [`${S}!E5`]: '28 @ 0".5"' } }, issues: [`shown-differs ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '28 @ 0.00_);(0.00)' } },
  },
  {
    code: 'score-missing', what: 'a blank is no 0; at another level than the ranking one it may be blank',
    fires: { set: { [`${S}!E5`]: '' } }, issues: [`score-missing ${S}!E5`],
    nearly: { set: { [`${S}!D5`]: '' } },
  },
  {
    code: 'score-missing', what: 'only spaces; a 0 is a score',
    fires: { set: { [`${S}!I7`]: '"  "', [`${S}!I4`]: '=SUM(I5:I7) -> 43', [`${S}!I16`]: '=I4 -> 66' } }, issues: [`score-missing ${S}!I7`],
    nearly: { set: { [`${S}!I7`]: '0', [`${S}!I4`]: '=SUM(I5:I7) -> 43', [`${S}!I16`]: '=I4 -> 66', 'Điều kiện!E8': '40' } },
  },
  {
    code: 'score-not-number', what: '"1.000" could be one or a thousand',
    fires: { set: { [`${S}!E5`]: '"1.000"' } }, issues: [`score-not-number ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '28.000' } },
  },
  {
    code: 'score-not-number', what: 'a day where a score should be',
    fires: { set: { [`${S}!E5`]: '2025-04-05' } }, issues: [`score-not-number ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '28 @ 0.0" đ"' } },
  },
  {
    code: 'score-not-number', what: 'a fraction as text, and full-width digits',
    fires: { set: { [`${S}!E5`]: '4/5', [`${S}!G5`]: '"２５"' } }, issues: [`score-not-number ${S}!E5`, `score-not-number ${S}!G5`],
    nearly: { set: { [`${S}!D5`]: '29' } },
  },
  {
    code: 'score-not-number', what: 'another word than có or không; M and 0 count, and TRUE',
    fires: { set: { [`${S}!E10`]: 'đạt' } }, issues: [`score-not-number ${S}!E10`],
    nearly: { set: { [`${S}!E10`]: 'CÓ', [`${S}!G10`]: '10' } },
  },
  {
    code: 'number-as-text', what: 'a comma',
    fires: { set: { [`${S}!E5`]: '"9,5"' } }, issues: [`number-as-text ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '28' } },
  },
  {
    code: 'number-as-text', what: 'a unit behind the number: "25 đ", "10.5 điểm"',
    fires: { set: { [`${S}!G5`]: '25 đ', [`${S}!I5`]: '10.5 điểm' } }, issues: [`number-as-text ${S}!G5`, `number-as-text ${S}!I5`],
    nearly: { set: { [`${S}!G5`]: '25 @ 0" đ"' } },
  },
  {
    code: 'number-as-text', what: 'a maximum as text',
    fires: { set: { 'Tiêu chí!C3': '"30"' } }, issues: ['number-as-text Tiêu chí!C3'],
    nearly: { set: { 'Tiêu chí!C3': '30 @ 0.0' } },
  },
  {
    code: 'number-as-text', what: 'a grade’s limit as text',
    fires: { set: { 'Xếp loại!B2': '"90 điểm"' } }, issues: ['number-as-text Xếp loại!B2'],
    nearly: { set: { 'Xếp loại!B2': '90.0' } },
  },
  {
    code: 'number-as-text', what: 'a count of votes as text',
    fires: { set: { 'Bỏ phiếu!H4': '"3"' } }, issues: ['number-as-text Bỏ phiếu!H4'],
    nearly: { set: { 'Bỏ phiếu!C4': '' } },
  },
  {
    code: 'score-negative', what: 'points below 0',
    fires: { set: { [`${S}!E6`]: '-1' } }, issues: [`score-negative ${S}!E6`],
    nearly: { set: { [`${S}!D6`]: '0', [`${S}!D4`]: '', [`${S}!D16`]: '' } },
  },
  {
    code: 'score-above-max', what: 'more than the maximum; the maximum itself is allowed',
    fires: { set: { [`${S}!E5`]: '30.5' } }, issues: [`score-above-max ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '30', [`${S}!E4`]: '58', [`${S}!E16`]: '96' } },
    instead: [`formula-overwritten ${S}!E4`, `formula-overwritten ${S}!E16`],
  },
  {
    code: 'score-off-step', what: '28.25 with a step of 0.5',
    fires: { set: { [`${S}!E5`]: '28.25', [`${S}!E4`]: '', [`${S}!E16`]: '' } }, issues: [`score-off-step ${S}!E5`],
    nearly: { set: { [`${S}!E5`]: '28.5', [`${S}!E4`]: '', [`${S}!E16`]: '' } },
  },
  {
    code: 'score-off-ladder', what: '7 on 0; 5; 10',
    fires: { set: { [`${S}!E7`]: '7' } }, issues: [`score-off-ladder ${S}!E7`],
    nearly: { set: { [`${S}!E7`]: '5', [`${S}!E4`]: '', [`${S}!E16`]: '' } },
  },
  {
    code: 'deduction-sign', what: 'a deduction typed with a minus',
    fires: { set: { [`${S}!G15`]: '-1' } }, issues: [`deduction-sign ${S}!G15`],
    nearly: { set: { [`${S}!E15`]: '' } },
  },
  {
    code: 'na-not-allowed', what: 'not applicable where the criterion forbids it',
    fires: { set: { [`${S}!E5`]: 'KAD' } }, issues: [`na-not-allowed ${S}!E5`],
    nearly: { set: { [`${S}!E6`]: 'Không áp dụng', [`${S}!E4`]: '', [`${S}!E16`]: '' } },
  },
  {
    code: 'float-noise', what: 'a computed double; unused cells may hold any',
    fires: { set: { [`${S}!E6`]: '=0.1+0.2 -> 0.30000000000000004', [`${S}!E4`]: '', [`${S}!E16`]: '', 'Điều kiện!E8': '38' } }, issues: [`float-noise ${S}!E6`],
    nearly: { set: { [`${S}!J6`]: '0.30000000000000004' } }, instead: [`column-unread ${S}!J6`],
  },
  {
    code: 'near-equal', what: 'a total with a third against a threshold with the same third; a threshold that people can type is met or missed',
    fires: { set: { ...THIRD, 'Điều kiện!E2': '=85+1/3 -> 85.33333333333333' } }, issues: [`near-equal ${S}!G6`, 'eligibility-unknown Đơn vị!A3'],
    nearly: { set: { ...THIRD, 'Điều kiện!E2': '85.333333' } },
  },
  {
    code: 'score-differs-from-data', what: '18.5 typed where the data give 18',
    fires: { set: { [`${S}!E9`]: '18.5' } }, issues: [`score-differs-from-data ${S}!E9`],
    nearly: { set: { [`${S}!D9`]: '18.5', [`${S}!D8`]: '', [`${S}!D16`]: '' } },
  },
  {
    code: 'data-missing', what: 'no actual; a blank count is no 0',
    fires: { set: { 'Số liệu!D2': '', 'Số liệu!E3': '', 'Số liệu!F3': 'Biên bản' } }, issues: ['data-missing Số liệu!D2', 'data-missing Số liệu!E3'],
    nearly: { set: { 'Số liệu!A4': '', 'Số liệu!B4': '', 'Số liệu!E4': '', [`${S}!E13`]: '0', [`${S}!D16`]: '', [`${S}!E16`]: '' } },
  },
  {
    code: 'data-missing', what: 'no row of data at all',
    fires: { set: { 'Số liệu!A5': 'u2', 'Số liệu!B5': 'T.1', 'Số liệu!C5': '', 'Số liệu!D5': '', 'Số liệu!E5': '0' } }, issues: [`data-missing ${S}!G9`],
    nearly: { set: { 'Số liệu!A9': '', 'Số liệu!B9': '', 'Số liệu!E9': '', [`${S}!H16`]: '', [`${S}!I16`]: '' } },
  },
  {
    code: 'count-invalid', what: 'a negative count, and a text',
    fires: { set: { 'Số liệu!E3': '-1', 'Số liệu!E8': 'hai' } }, issues: ['count-invalid Số liệu!E3', 'count-invalid Số liệu!E8'],
    nearly: { set: { 'Số liệu!E8': '2.0' } },
  },
  {
    code: 'percent-scale', what: 'a score typed as 90 %',
    fires: { set: { [`${S}!E6`]: '0.9 @ 0%', [`${S}!E4`]: '', [`${S}!E16`]: '', 'Điều kiện!E8': '38' } }, issues: [`percent-scale ${S}!E6`],
    nearly: { set: { [`${S}!E6`]: '0.9 @ 0.0', [`${S}!E4`]: '', [`${S}!E16`]: '', 'Điều kiện!E8': '38' } },
  },
  {
    code: 'percent-scale', what: 'an actual of 90 % against a target of 100: 90 of 100; two percentages mix nothing up',
    fires: { set: { 'Số liệu!C2': '100', 'Số liệu!D2': '0.9 @ 0%' } }, issues: ['percent-scale Số liệu!D2'],
    nearly: { set: { 'Số liệu!C2': '1 @ 0%', 'Số liệu!D2': '0.9 @ 0%' } },
  },
  {
    code: 'percent-scale', what: 'a percentage beside a plain share: no scale is certain',
    fires: { set: { 'Số liệu!C2': '1', 'Số liệu!D2': '0.9 @ 0%' } }, issues: ['percent-scale Số liệu!D2'],
    nearly: { set: { 'Số liệu!C2': '1', 'Số liệu!D2': '0.9' } },
  },
  {
    code: 'percent-scale', what: 'a share of about a hundredth of its target',
    fires: { set: { 'Số liệu!C2': '90', 'Số liệu!D2': '0.81', [`${S}!E9`]: '0.18', [`${S}!E8`]: '', [`${S}!E16`]: '' } }, issues: ['percent-scale Số liệu!D2'],
    nearly: { set: { 'Số liệu!C2': '90', 'Số liệu!D2': '9', [`${S}!E9`]: '2', [`${S}!E8`]: '', [`${S}!E16`]: '' } },
  },
  {
    code: 'count-invalid', what: 'a count typed as a percentage',
    fires: { set: { 'Số liệu!E3': '1 @ 0%' } }, issues: ['count-invalid Số liệu!E3'],
    nearly: { set: { 'Số liệu!E3': '1 @ 0' } },
  },
  {
    code: 'number-as-text', what: 'counts and places with what they count; another word proposes nothing',
    fires: { set: { 'Số liệu!E3': '1 lần', 'Khen thưởng!E2': '1 suất', 'Xếp loại!B2': '90 điểm' } }, issues: ['number-as-text Số liệu!E3', 'number-as-text Khen thưởng!E2', 'number-as-text Xếp loại!B2'],
    nearly: { set: { 'Số liệu!E3': '1 lần rưỡi' } }, instead: ['count-invalid Số liệu!E3'],
  },
  {
    code: 'score-not-number', what: 'a time of day, and a day, are no points',
    fires: { set: { [`${S}!E5`]: '0.5 @ h:mm', [`${S}!G5`]: '2025-11-05' } }, issues: [`score-not-number ${S}!E5`, `score-not-number ${S}!G5`],
    nearly: { set: { [`${S}!E5`]: '28 @ 0.00' } },
  },
  {
    code: 'date-as-text', what: 'a day with "ngày" before it, or in words; a threshold is read either way',
    fires: { set: { 'Đơn vị!E4': '"ngày 12/12/2025"', 'Thông tin!B8': 'Ngày 20 tháng 12 năm 2025' } }, issues: ['date-as-text Đơn vị!E4', 'date-as-text Thông tin!B8'],
    nearly: { set: { 'Điều kiện!E7': '"ngày 15/12/2025"' } },
  },
  {
    code: 'score-decimals', what: 'points pasted with the noise of a computer; nine decimals can be typed',
    fires: { set: { [`${S}!E6`]: '18.000000000000004', 'Quy tắc!B5': '2' } }, issues: [`score-decimals ${S}!E6`],
    nearly: { set: { [`${S}!E6`]: '18.123456789', [`${S}!E4`]: '', [`${S}!E16`]: '' } },
  },
  {
    code: 'date-as-text', what: 'the day of the meeting as text; a real day is none',
    fires: { set: { 'Thông tin!B8': '20/12/2025' } }, issues: ['date-as-text Thông tin!B8'],
    nearly: { set: { 'Thông tin!B8': '46011 @ [$-42A]d mmmm yyyy' } },
  },
  {
    code: 'date-as-text', what: 'a unit’s day as text answers no condition; another text is no day',
    fires: { set: { 'Đơn vị!E4': '"12/12/2025"' } }, issues: ['date-as-text Đơn vị!E4'],
    nearly: { set: { 'Đơn vị!G4': 'nộp tháng 12/2025' } },
  },
  {
    code: 'score-decimals', what: 'more decimals than a criterion may have',
    fires: { set: { 'Quy tắc!A8': 'Số chữ số thập phân của tiêu chí', 'Quy tắc!B8': '1', [`${S}!E6`]: '17.25', [`${S}!E4`]: '', [`${S}!E16`]: '' } }, issues: [`score-decimals ${S}!E6`],
    nearly: { set: { 'Quy tắc!A8': 'Số chữ số thập phân của tiêu chí', 'Quy tắc!B8': '2', [`${S}!E6`]: '17.25', [`${S}!E4`]: '', [`${S}!E16`]: '' } },
  },
  {
    code: 'section-na', what: 'a whole section is not applicable under rescaling by section',
    fires: {
      set: {
        'Quy tắc!B4': 'quy đổi theo nhóm', 'Tiêu chí!H7': 'có', 'Tiêu chí!H8': 'có', 'Tiêu chí!H9': 'có',
        [`${S}!I9`]: 'KAD', [`${S}!I10`]: 'KAD', [`${S}!I11`]: 'N/A', [`${S}!I8`]: '', [`${S}!I16`]: '',
      },
    },
    issues: [`section-na ${S}!I9`],
    nearly: {
      set: {
        'Quy tắc!B4': 'quy đổi theo nhóm', 'Tiêu chí!H7': 'có', 'Tiêu chí!H8': 'có',
        [`${S}!I9`]: 'KAD', [`${S}!I10`]: 'KAD', [`${S}!I8`]: '', [`${S}!I16`]: '',
      },
    },
  },
  {
    code: 'na-all', what: 'nothing applies to a unit',
    fires: {
      set: {
        'Quy tắc!B4': 'quy đổi theo tổng', ...Object.fromEntries([3, 4, 5, 7, 8, 9].map((row) => [`Tiêu chí!H${String(row)}`, 'có'])),
        ...Object.fromEntries([5, 6, 7, 9, 10, 11].map((row) => [`${S}!I${String(row)}`, 'KAD'])), [`${S}!I4`]: '', [`${S}!I8`]: '', [`${S}!I16`]: '',
      },
    },
    issues: ['na-all Đơn vị!A4'],
    nearly: {
      set: {
        'Quy tắc!B4': 'quy đổi theo tổng', ...Object.fromEntries([3, 4, 5, 7, 8, 9].map((row) => [`Tiêu chí!H${String(row)}`, 'có'])),
        ...Object.fromEntries([6, 7, 9, 10, 11].map((row) => [`${S}!I${String(row)}`, 'KAD'])), [`${S}!I4`]: '', [`${S}!I8`]: '', [`${S}!I16`]: '',
      },
    },
  },
  {
    code: 'target-not-positive', what: 'a target of 0',
    fires: { set: { 'Số liệu!C2': '0' } }, issues: ['target-not-positive Số liệu!C2'],
    nearly: { set: { 'Số liệu!C2': '0.5', 'Số liệu!D2': '0.45' } },
  },
  {
    code: 'attribute-invalid', what: 'neither có nor không where a condition asks',
    fires: { set: { 'Đơn vị!D3': 'đang xem xét' } }, issues: ['attribute-invalid Đơn vị!D3', 'eligibility-unknown Đơn vị!D3'],
    nearly: { set: { 'Đơn vị!D3': 'KHÔNG', 'Đơn vị!D4': 'FALSE' } },
  },
  {
    code: 'attribute-invalid', what: 'an impossible day',
    fires: { set: { 'Đơn vị!E4': '31/02/2025' } }, issues: ['attribute-invalid Đơn vị!E4'],
    nearly: { set: { 'Đơn vị!E4': '2025-12-15' } },
  },
  {
    code: 'attribute-invalid', what: 'an unknown task grade',
    fires: { set: { 'Đơn vị!C4': 'HTXS' } }, issues: ['attribute-invalid Đơn vị!C4'],
    nearly: { set: { 'Đơn vị!C4': 'hoàn thành nhiệm vụ' } },
  },
  {
    code: 'evidence-missing', what: 'points above 0 where evidence is asked for',
    fires: { set: { 'Quy tắc!A8': 'Yêu cầu minh chứng', 'Quy tắc!B8': 'có', 'Tiêu chí!I11': 'có', 'Số liệu!F9': 'QĐ 12' } }, issues: [`evidence-missing ${S}!E13`],
    nearly: { set: { 'Quy tắc!A8': 'Yêu cầu minh chứng', 'Quy tắc!B8': 'có', 'Tiêu chí!I11': 'có', 'Số liệu!F9': 'QĐ 12', 'Số liệu!F4': 'QĐ 10' } },
  },
  {
    code: 'remark-missing', what: 'the bloc’s points differ from the unit’s own',
    fires: { set: { 'Quy tắc!A8': 'Yêu cầu giải trình khi lệch điểm', 'Quy tắc!B8': 'có' } }, issues: [`remark-missing ${S}!E5`],
    nearly: { set: { 'Quy tắc!A8': 'Yêu cầu giải trình khi lệch điểm', 'Quy tắc!B8': 'có', 'Số liệu!A10': 'u1', 'Số liệu!B10': 'I.1', 'Số liệu!G10': 'Trừ 1 điểm do chậm' } },
  },
];
