import { unzipSync, zipSync } from 'fflate';

/** The workbook without the protection of its sheets. */
export function unprotected(bytes: Uint8Array): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        /worksheets\/[^/]+\.xml$/.test(name)
          ? new TextEncoder().encode(new TextDecoder().decode(part).replace(/<sheetProtection[^>]*\/>/, ''))
          : part,
      ]),
    ),
  );
}
