/** The settings about levels: `Cấp điểm xếp hạng` and `Thứ tự cấp` may name a further level by its header in `Chấm điểm`. */
import { furtherLevel, type Level, type Settings } from '../../rules';
import { inKind } from '../../text';
import type { SheetCells } from '../../sheets/cells';
import type { SHEETS } from '../layout';
import { LEVEL_HEADERS, LEVELS, LIST_SEPARATOR } from '../layout';
import { levelOf } from './level-words';
import type { Fault, Reader } from './reader';
import type { TableRow } from './table-row';
import { fold, nearest, normal } from '../../base/folding';

type Row = TableRow<keyof typeof SHEETS.settings.columns>;

const INVALID: Fault = { code: 'setting-invalid', touches: 'totals' };
/** Levels stand at the top of the matrix. */
const DEEPEST_HEADER = 60;

/** A row of levels names a usual one, or the same one over several units. */
function levelHeaders(rows: SheetCells['rows']): Map<string, string> {
  const headers = new Map<string, string>();
  for (const row of rows) {
    const texts = (row ?? []).flatMap((cell) =>
      typeof cell?.value === 'string' && cell.value.trim() !== '' ? [cell.value] : [],
    );
    const folded = texts.map(fold);
    const isLevelRow = texts.some((text) => levelOf(text) !== null);
    texts.forEach((text, at) => {
      const own = folded[at] ?? '';
      if (isLevelRow || folded.indexOf(own) !== folded.lastIndexOf(own))
        headers.set(own, normal(text).replace(/\s+/gu, ' '));
    });
  }
  return headers;
}

export class LevelSettings {
  /** Texts at the top of `Chấm điểm` that may be levels, by their folded form. */
  private headers: ReadonlyMap<string, string> | null = null;

  constructor(private readonly reader: Reader) {}

  private header(text: string): string | undefined {
    this.headers ??= levelHeaders(this.reader.sheets.found.get('scores')?.rows.slice(0, DEEPEST_HEADER) ?? []);
    return this.headers.get(fold(text));
  }

  /** The level that a word names; null for one that neither the workbook nor this program knows. */
  private levelNamed(text: string): Level | null {
    const usual = levelOf(text);
    if (usual !== null) return usual;
    const header = this.header(text);
    return header === undefined ? null : furtherLevel(header);
  }

  private fail(row: Row, written: string): null {
    const suggestion = nearest(
      written,
      Object.values<readonly string[]>(LEVELS).map(([first = '']) => inKind(first, this.reader.kind)),
    );
    this.reader.say(
      {
        ...INVALID,
        expected: `${inKind(Object.values(LEVEL_HEADERS).join('; '), this.reader.kind)}; hoặc tên một cấp có ở trang tính Chấm điểm`,
      },
      row.place('value'),
      written,
      suggestion,
    );
    return null;
  }

  /** The level that ranks; null for a blank or unreadable one. */
  ranking(row: Row | undefined): Level | null {
    const written = row === undefined ? null : this.reader.text(row, 'value');
    if (row === undefined || written === null) return null;
    return this.levelNamed(written) ?? this.fail(row, written);
  }

  /** The levels in the order in which they come to be, each once. */
  order(row: Row | undefined): Pick<Settings, 'levelOrder'> {
    const written = row === undefined ? null : this.reader.text(row, 'value');
    if (row === undefined || written === null) return {};
    const levels: Level[] = [];
    for (const part of written
      .split(LIST_SEPARATOR)
      .map((text) => text.trim())
      .filter((text) => text !== '')) {
      const level = this.levelNamed(part);
      if (level === null || levels.includes(level)) {
        this.fail(row, part);
        return {};
      }
      levels.push(level);
    }
    return { levelOrder: levels };
  }
}
