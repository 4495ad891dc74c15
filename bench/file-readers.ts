/** The readers that are compared, each reading all sheets of a workbook with formulas and dates. */
import ExcelJS from 'exceljs';
import { readXlsx } from 'hucre';
import readExcelFile from 'read-excel-file/node';
import * as SheetJS from 'xlsx';
import { readWorkbook } from '../src/xlsx';
import { crc32, inflate } from '../src/xlsx/inflate';
import { readDirectory } from '../src/xlsx/zip-directory';

/** Parts that hold cells or say what they mean. */
const NEEDED = /workbook\.xml|\.rels$|Content_Types|sharedStrings|styles|worksheets\/sheet/;

export const READERS: Readonly<Record<string, (bytes: Uint8Array) => unknown>> = {
  'floor: inflate the needed parts': (bytes) => {
    for (const entry of readDirectory(bytes)) {
      if (!NEEDED.test(entry.name)) continue;
      const stored = bytes.subarray(entry.start, entry.start + entry.compressedSize);
      crc32(entry.method === 0 ? stored : inflate(stored, entry.size));
    }
  },
  'src/xlsx': (bytes) => {
    const read = readWorkbook(bytes);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    return read.value;
  },
  'SheetJS (dense)': (bytes) => SheetJS.read(bytes, { dense: true }),
  hucre: (bytes) => readXlsx(bytes),
  'read-excel-file': (bytes) => readExcelFile(Buffer.from(bytes)),
  exceljs: (bytes) => new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer),
};
