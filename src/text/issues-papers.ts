/** Issue texts: the Word papers. */
import type { IssueTexts } from './issue-sentences';

export const PAPER_TEXTS = {
  'paper-blank': {
    vi: {
      what: 'Giấy tờ còn chỗ trống: chưa ghi “{expected}” ở trang tính Thông tin.',
      why: 'Chỗ đó in dấu chấm để điền tay.',
      how: 'Điền vào trang tính Thông tin rồi lập lại, hoặc điền tay.',
    },
    en: {
      what: 'The papers have a blank: “{expected}” is not filled in on Thông tin.',
      why: 'Dots are printed there, to be filled in by hand.',
      how: 'Fill it in on Thông tin and make the papers again, or write it by hand.',
    },
  },
} as const satisfies Record<string, IssueTexts>;
