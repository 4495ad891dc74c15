/**
 * Makes `values.json` anew: what LibreOffice gives for every form, once with Vietnamese and once with American signs of
 * decimals. Where the two differ nothing may be shown.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Cell } from '../../../../src/sheets/cells';
import { openWorkshop } from '../../../print/office';
import { FORMS } from './forms';
import { cellsOf, formsPackage } from './package';

type OfficeValue = Cell['value'];

function calculatedBy(locale: 'vi-VN' | 'en-US', bytes: Uint8Array): readonly OfficeValue[] {
  const workshop = openWorkshop(locale);
  try {
    const saved = cellsOf(readFileSync(workshop.convert(new Map([['forms', bytes]]), 'xlsx').get('forms') ?? ''));
    return FORMS.map((_, row) => saved.sheets[0]?.rows[row]?.[0]?.value ?? null);
  } finally {
    workshop.close();
  }
}

const bytes = formsPackage();
const [vietnamese, american] = [calculatedBy('vi-VN', bytes), calculatedBy('en-US', bytes)];
writeFileSync(
  fileURLToPath(new URL('values.json', import.meta.url)),
  `${JSON.stringify(
    Object.fromEntries(FORMS.map((form, at) => [form, [vietnamese[at] ?? null, american[at] ?? null]])),
    null,
    2,
  )}\n`,
);
