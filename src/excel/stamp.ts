/** The hidden name that says a sheet is ours, and for which inputs it was written. */

import { BLOCK_NAME } from '../sheets/additions';

/** Scoped to its sheet, so that it goes where the sheet goes. */
const STAMP_NAME = 'thidua_stamp';

/** A text inside a formula has at most 255 characters. */
const PIECE = 250;

export const loadStamp = (sheet: Excel.Worksheet): Excel.NamedItem => loadName(sheet, STAMP_NAME);

/** The record of our block, by which the user's cells are told (`sheets/additions`). */
export const loadBlock = (sheet: Excel.Worksheet): Excel.NamedItem => loadName(sheet, BLOCK_NAME);

function loadName(sheet: Excel.Worksheet, name: string): Excel.NamedItem {
  const item = sheet.names.getItemOrNullObject(name);
  item.load('formula');
  return item;
}

/** After the round trip: the text, or null where the sheet has no stamp. */
export function stampText(item: Excel.NamedItem): string | null {
  if (item.isNullObject) return null;
  const pieces = [...String(item.formula).matchAll(/"((?:[^"]|"")*)"/g)];
  return pieces.map(([, piece = '']) => piece.replaceAll('""', '"')).join('');
}

export const addStamp = (sheet: Excel.Worksheet, text: string): void => {
  addName(sheet, STAMP_NAME, text);
};

export const addBlock = (sheet: Excel.Worksheet, record: string): void => {
  addName(sheet, BLOCK_NAME, record);
};

function addName(sheet: Excel.Worksheet, name: string, text: string): void {
  const pieces = text.match(new RegExp(`[^]{1,${String(PIECE)}}`, 'g')) ?? [''];
  const item = sheet.names.add(name, `=${pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join('&')}`);
  item.visible = false;
}

export function removeStamp(sheet: Excel.Worksheet): void {
  sheet.names.getItem(STAMP_NAME).delete();
}

export function removeBlock(sheet: Excel.Worksheet): void {
  sheet.names.getItem(BLOCK_NAME).delete();
}
