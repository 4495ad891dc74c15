/** A plain text table for terminals. */
import { visible } from '../text/visible';

export interface Column {
  readonly header: string;
  readonly align: 'left' | 'right';
}

/** Lines of columns padded to their widest cell; letters with composed marks count as one. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const clean = [columns.map(({ header }) => header), ...rows].map((row) =>
    row.map((cell) => visible(cell.normalize('NFC').replace(/\s+/g, ' '))),
  );
  const widths = columns.map((_, index) => Math.max(...clean.map((row) => [...(row[index] ?? '')].length)));
  const lines = clean.map((row) =>
    columns
      .map(({ align }, index) => {
        const cell = row[index] ?? '';
        const gap = ' '.repeat((widths[index] ?? 0) - [...cell].length);
        return align === 'left' ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines;
}
