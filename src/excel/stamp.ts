/** The hidden name that says a sheet is ours, and for which inputs it was written. */

/** Scoped to its sheet, so that it goes where the sheet goes. */
const STAMP_NAME = 'thidua_stamp';

/** A text inside a formula has at most 255 characters. */
const PIECE = 250;

export function loadStamp(sheet: Excel.Worksheet): Excel.NamedItem {
  const item = sheet.names.getItemOrNullObject(STAMP_NAME);
  item.load('formula');
  return item;
}

/** After the round trip: the text, or null where the sheet has no stamp. */
export function stampText(item: Excel.NamedItem): string | null {
  if (item.isNullObject) return null;
  const pieces = [...String(item.formula).matchAll(/"((?:[^"]|"")*)"/g)];
  return pieces.map(([, piece = '']) => piece.replaceAll('""', '"')).join('');
}

export function addStamp(sheet: Excel.Worksheet, text: string): void {
  const pieces = text.match(new RegExp(`[^]{1,${String(PIECE)}}`, 'g')) ?? [''];
  const item = sheet.names.add(STAMP_NAME, `=${pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&')}`);
  item.visible = false;
}

export function removeStamp(sheet: Excel.Worksheet): void {
  sheet.names.getItem(STAMP_NAME).delete();
}
