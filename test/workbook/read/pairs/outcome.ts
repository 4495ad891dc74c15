/** Ties, awards, decisions, ballots. */
import type { Pair } from './pair';

const S = 'Chấm điểm';

type Cells = Readonly<Record<string, string>>;

/** u2 and u3 together at 86: the section, the bonus and everything else alike. */
const TIED: Cells = {
  'Quy tắc!B6': '',
  [`${S}!I5`]: '25',
  [`${S}!I6`]: '17',
  [`${S}!I7`]: '5',
  [`${S}!I9`]: '',
  [`${S}!I10`]: 'có',
  [`${S}!I15`]: '1',
  'Số liệu!D7': '10',
  'Số liệu!E8': '0',
  'Số liệu!E9': '0',
  [`${S}!I4`]: '',
  [`${S}!I8`]: '',
  [`${S}!I16`]: '',
  [`${S}!H16`]: '',
  [`${S}!H8`]: '',
};
/** The same with the Bằng khen out of reach of both. */
const TIED_OUTSIDE: Cells = { ...TIED, 'Khen thưởng!C3': '0' };

const decision = (kind: string, scope: string, units: string, more: Cells = {}): Cells => ({
  'Quyết định!A2': kind,
  'Quyết định!B2': scope,
  'Quyết định!C2': units,
  'Quyết định!D2': 'Hội nghị thống nhất',
  'Quyết định!E2': 'Hội nghị',
  'Quyết định!F2': '2025-12-20',
  ...more,
});

/** As many people of u1 at the meeting. */
const attended = (people: number): { 'Dự họp': string } => ({
  'Dự họp': [
    'Đơn vị | Họ tên | Chức vụ | Tham dự',
    ...Array.from({ length: people }, () => 'u1 | | | có mặt'),
    'u2 | | | vắng',
    'u3 | | |',
  ].join('\n'),
});

export const OUTCOME_PAIRS: readonly Pair[] = [
  {
    code: 'attendance-differs',
    what: 'fewer at the meeting than the ballot says',
    fires: { sheets: attended(14) },
    issues: ['attendance-differs Bỏ phiếu!D2'],
    nearly: { sheets: attended(15) },
  },
  {
    code: 'tie-unresolved',
    what: 'two units share a rank and no key parts them',
    fires: { set: TIED_OUTSIDE },
    issues: ['tie-unresolved Đơn vị!A3'],
    nearly: { set: { ...TIED_OUTSIDE, 'Quy tắc!B6': 'Ngày nộp hồ sơ (thấp hơn)' } },
  },
  {
    code: 'tie-key-missing',
    what: 'a key that is blank for one of the tied',
    fires: {
      set: {
        ...TIED_OUTSIDE,
        'Quy tắc!B6': 'Điểm năm trước',
        'Đơn vị!H1': 'Điểm năm trước',
        'Đơn vị!H2': '80',
        'Đơn vị!H3': '81',
      },
    },
    issues: ['tie-key-missing Đơn vị!A4', 'tie-unresolved Đơn vị!A3'],
    nearly: {
      set: {
        ...TIED_OUTSIDE,
        'Quy tắc!B6': 'Điểm năm trước',
        'Đơn vị!H1': 'Điểm năm trước',
        'Đơn vị!H3': '81',
        'Đơn vị!H4': '79',
      },
    },
  },
  {
    code: 'tie-at-cutoff',
    what: 'two units for the last place: the meeting decides',
    fires: { set: TIED },
    issues: ['tie-at-cutoff Khen thưởng!A3', 'tie-unresolved Đơn vị!A3'],
    nearly: { set: { ...TIED, ...decision('phân hạng', 'BK', 'u3; u2') } },
    instead: ['tie-unresolved Đơn vị!A3'],
  },
  {
    code: 'award-grows',
    what: 'all of the tied get it',
    fires: { set: { ...TIED, 'Khen thưởng!G3': 'lấy hết' } },
    issues: ['award-grows Khen thưởng!A3', 'tie-unresolved Đơn vị!A3'],
    nearly: { set: { ...TIED, 'Khen thưởng!G3': 'lấy hết', 'Khen thưởng!C3': '2' } },
    instead: ['tie-unresolved Đơn vị!A3'],
  },
  {
    code: 'quota-unfilled',
    what: 'a place nobody takes',
    fires: { set: { 'Khen thưởng!C3': '3' } },
    issues: ['quota-unfilled Khen thưởng!A3'],
    nearly: { set: { 'Khen thưởng!C3': '2' } },
  },
  {
    code: 'tie-by-rounding',
    what: 'rounding makes equal what was not',
    fires: { set: { ...TIED_OUTSIDE, 'Quy tắc!B5': '0', 'Tiêu chí!G3': '', [`${S}!I6`]: '17.25' } },
    issues: ['tie-by-rounding Đơn vị!A3', 'tie-unresolved Đơn vị!A3'],
    nearly: { set: { ...TIED_OUTSIDE, 'Quy tắc!B5': '1', 'Tiêu chí!G3': '', [`${S}!I6`]: '17.25' } },
  },
  {
    code: 'eligibility-unknown',
    what: 'no row in a ballot that has rows, where it matters',
    fires: {
      set: {
        'Bỏ phiếu!A2': '',
        'Bỏ phiếu!B2': '',
        ...Object.fromEntries([...'CDEFGH'].map((column) => [`Bỏ phiếu!${column}2`, ''])),
      },
    },
    issues: ['eligibility-unknown Đơn vị!A2'],
    nearly: {
      set: {
        'Bỏ phiếu!A4': '',
        'Bỏ phiếu!B4': '',
        ...Object.fromEntries([...'CDEFGH'].map((column) => [`Bỏ phiếu!${column}4`, ''])),
      },
    },
  },
  {
    code: 'decision-incomplete',
    what: 'nobody says who decided',
    fires: { set: decision('bỏ', 'BK', 'u3', { 'Quyết định!E2': '' }) },
    issues: ['decision-incomplete Quyết định!A2'],
    nearly: { set: decision('bỏ', 'BK', 'u3') },
  },
  {
    code: 'decision-without-reason',
    what: 'nobody says why',
    fires: { set: decision('bỏ', 'BK', 'u3', { 'Quyết định!D2': '' }) },
    issues: ['decision-without-reason Quyết định!A2'],
    nearly: { set: decision('bỏ', 'BK', 'u3', { 'Quyết định!D2': '.' }) },
  },
  {
    code: 'decision-stale',
    what: 'the units are no longer tied',
    fires: { set: decision('phân hạng', 'hạng', 'u2; u3') },
    issues: ['decision-stale Quyết định!A2'],
    nearly: { set: { ...TIED, ...decision('phân hạng', 'hạng', 'u3; u2') } },
  },
  {
    code: 'ballot-impossible',
    what: 'more in favour than valid',
    fires: { set: { 'Bỏ phiếu!H3': '15' } },
    issues: ['ballot-impossible Bỏ phiếu!H3'],
    nearly: { set: { 'Bỏ phiếu!H3': '14' } },
  },
  {
    code: 'ballot-missing',
    what: 'a ballot that one condition asks about, nothing else means and nobody cast',
    fires: { set: { 'Điều kiện!C6': 'phiếu KX' } },
    issues: ['ballot-missing Điều kiện!C6'],
    nearly: { set: { 'Điều kiện!C6': 'PHIẾU co' } },
  },
  {
    code: 'ballot-needed',
    what: 'the ballot of an award, not cast yet, for which the award waits',
    fires: { set: { 'Điều kiện!C6': 'phiếu BK' } },
    issues: ['ballot-needed Điều kiện!C6'],
    nearly: { set: { 'Điều kiện!C6': 'PHIẾU co' } },
  },
  {
    code: 'ballot-needed',
    what: 'a tie that a ballot not cast yet would part',
    fires: { set: { ...TIED_OUTSIDE, 'Quy tắc!B6': 'phiếu BANG_DIEM' } },
    issues: ['ballot-needed Quy tắc!B6', 'tie-unresolved Đơn vị!A3'],
    nearly: { set: { 'Quy tắc!B6': 'phiếu BANG_DIEM' } },
  },
  {
    code: 'unit-not-ranked',
    what: 'a recorded reason: its broken scores are no errors',
    fires: { set: { 'Đơn vị!F4': 'mới thành lập', [`${S}!I5`]: '' } },
    issues: ['unit-not-ranked Đơn vị!A4'],
    nearly: { set: { 'Đơn vị!G4': 'mới thành lập' } },
  },
];
