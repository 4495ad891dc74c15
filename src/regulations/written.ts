/**
 * Rows of the standard workbook as people write them, in the words of its sheets: a regulation is
 * stored this way, so that the creator only writes it down and the reader alone gives it meaning.
 */
import type { Level, SettingName } from '../rules';

/** What stands in a cell; `day` is an ISO date ("2024-01-30"), null a blank cell. */
export type WrittenValue = string | number | boolean | { readonly day: string } | null;

/** A row of `Quy tắc`. */
export interface WrittenSetting {
  readonly setting: SettingName;
  readonly value: string | number;
  readonly basis?: string;
}

/** A row of `Tiêu chí`; what is absent is a blank cell. */
export interface WrittenCriterion {
  readonly code: string;
  readonly name: string;
  readonly max: number | null;
  readonly counts?: 'chính' | 'thưởng' | 'trừ';
  readonly way?:
    | 'điểm'
    | 'bậc'
    | 'có/không'
    | 'tỷ lệ'
    | 'trừ dần'
    | 'theo lần'
    | 'so sánh'
    | 'trung bình'
    | 'bậc theo tỷ lệ'
    | 'nhóm'
    | 'nhóm lấy mức cao nhất';
  readonly parameter?: string;
  readonly step?: number;
  readonly na?: 'có' | 'đủ điểm' | 'quy đổi theo nhóm' | 'quy đổi theo tổng';
  readonly evidence?: 'có';
  readonly basis?: string;
}

/** A row of `Khen thưởng`. */
export interface WrittenAward {
  readonly code: string;
  readonly name: string;
  readonly quota: string | number;
  readonly rounding?: 'xuống' | 'nửa lên' | 'lên';
  readonly min?: number;
  readonly max?: number;
  readonly cutoff?: 'quyết định' | 'lấy hết' | 'lấy hết trừ xuống' | 'bỏ hết';
  readonly unused?: 'bỏ' | 'chuyển xuống';
  /** The code of a lower award that its holders keep where this one is not granted. */
  readonly fallback?: string;
  /** Codes by `;` of the awards that no holder of this one gets, or `không có`. */
  readonly excludes?: string;
  readonly basis?: string;
}

/** A row of `Điều kiện`. */
export interface WrittenCondition {
  readonly code: string;
  readonly scope?: string;
  readonly field: string;
  readonly op: '>=' | '>' | '<=' | '<' | '=' | '<>' | 'thuộc' | 'không thuộc' | 'trước hoặc vào' | 'vào hoặc sau';
  readonly value: WrittenValue;
  readonly orGroup?: string;
  readonly effect?: string;
  readonly basis?: string;
}

/** A row of `Xếp loại`, highest first. */
export interface WrittenBand {
  readonly name: string;
  readonly from: number | null;
  readonly limit?: string | number;
  readonly rounding?: NonNullable<WrittenAward['rounding']>;
  readonly cutoff?: NonNullable<WrittenAward['cutoff']>;
}

/** An attribute column of `Đơn vị`; `choices` become a drop-down list. */
export interface WrittenAttribute {
  readonly header: string;
  readonly choices?: readonly string[];
}

/** A ready-made regulation: a starting point to be replaced by the one in force ("tham khảo"). */
export interface Regulation {
  readonly id: string;
  /** What it is for, where it is for one of the two only: its texts are written for blocs, and reworded. */
  readonly kind?: 'khối' | 'cụm';
  /** Goes to `Quy chế` in `Thông tin`, marked as "tham khảo". */
  readonly name: string;
  /** Where it comes from and how far it may be trusted. */
  readonly source: string;
  /** Go to `Căn cứ` in `Thông tin`. */
  readonly legalBases?: readonly string[];
  /** Score levels that get a column per unit. */
  readonly levels: readonly Level[];
  readonly settings: readonly WrittenSetting[];
  readonly criteria: readonly WrittenCriterion[];
  readonly attributes: readonly WrittenAttribute[];
  readonly awards: readonly WrittenAward[];
  readonly conditions: readonly WrittenCondition[];
  readonly bands: readonly WrittenBand[];
}
