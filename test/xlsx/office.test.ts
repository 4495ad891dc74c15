/** LibreOffice opens what we write, and finds in it what was there and what we added. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { editCells, readWorkbook, writeSheets } from '../../src/xlsx';
import { openWorkshop } from '../print/office';
import { featureRichWorkbook } from './support/feature-rich';
import { oddPackages, ODDITIES } from './support/odd';
import { plainPlan, resultPlan } from './support/plans';

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const write = (file: Uint8Array): Uint8Array =>
  value(writeSheets(file, [resultPlan('thidua 1'), plainPlan('Kiểm tra', 'thidua 1', [['lỗi']])]));
const edit = (file: Uint8Array): Uint8Array =>
  value(editCells(file, [{ place: { sheet: 'Trang', row: 3, column: 1 }, value: 'ghi' }])).bytes;

const isThere = spawnSync('soffice', ['--version']).error === undefined;

(isThere ? test : test.skip)(
  `LibreOffice opens every output${isThere ? '' : ' – not run: soffice is not installed'}`,
  () => {
    const odd = oddPackages(Object.keys(ODDITIES).length);
    const files = new Map<string, Uint8Array>(
      odd.flatMap(({ file }, i) => [
        [`odd-${String(i)}`, write(file)],
        [`edited-${String(i)}`, write(edit(file))],
      ]),
    );
    files.set('features', write(featureRichWorkbook()));
    const workshop = openWorkshop();
    try {
      const opened = workshop.convert(files, 'xlsx');
      const seen = [...opened].map(([name, path]) => {
        const { sheets } = value(readWorkbook(readFileSync(path)));
        const results = sheets.find((sheet) => sheet.name === 'Kết quả');
        const first = sheets[0]?.rows;
        return [
          name,
          sheets.find((sheet) => sheet.name === 'Kiểm tra')?.rows[0]?.[0]?.value,
          results?.rows[4]?.[2]?.formula !== undefined,
          name === 'features' ? 'Đơn vị' : first?.[0]?.[1]?.value,
          name.startsWith('edited') ? first?.[3]?.[1]?.value : 'ghi',
        ];
      });
      expect(seen).toEqual([...files.keys()].map((name) => [name, 'lỗi', true, 'Đơn vị', 'ghi']));
    } finally {
      workshop.close();
    }
  },
  600_000,
);
