import { fail, type Door } from '../workbook/door';

/** What to do when Excel does not answer. */
export interface Patience {
  /** Milliseconds without an answer before `onSlow` is called; 20 000 unless said otherwise. */
  readonly ms?: number;
  /** `cancel` ends the waiting with `cancelled`; Excel may still finish what it was asked. */
  readonly onSlow?: (cancel: () => void) => void;
}

/** The workbook that is open in Excel. */
export function createExcelDoor(patience: Patience = {}): Door {
  void patience;
  const later = async () => fail({ code: 'excel-failed' as const });
  return { kind: 'excel', read: later, write: later, show: later, fix: later, onChange: () => () => {} };
}
