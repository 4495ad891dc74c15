/**
 * @jest-environment jsdom
 *
 * What was read of a workbook, folded under `Kiểm tra`: counted here from the cells, by another reader than ours.
 */
import { readFileSync } from 'node:fs';
import { TextDecoder, TextEncoder } from 'node:util';
import ExcelJS from 'exceljs';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { ReadView } from '../../src/pane/check/ReadView';
import { LangProvider } from '../../src/pane/lang';
import { judge } from '../../src/workbook/judgement';
import { readWorkbook } from '../../src/xlsx';

Object.assign(globalThis, { TextDecoder, TextEncoder, IS_REACT_ACT_ENVIRONMENT: true });

async function accountOf(bytes: Buffer): Promise<string> {
  const cells = readWorkbook(bytes);
  if (!cells.ok) throw new Error(cells.error.code);
  const host = document.createElement('div');
  const root = createRoot(host);
  await act(async () => {
    root.render(
      <LangProvider lang="vi">
        <ReadView judgement={judge(cells.value)} />
      </LangProvider>,
    );
    await Promise.resolve();
  });
  const said = [...host.querySelectorAll('summary, p')].map(({ textContent }) => textContent).join('\n');
  act(() => {
    root.unmount();
  });
  return said;
}

test('units, criteria, conditions, awards and ballots are counted, sheet by sheet; what is not read is named', async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync('assets/samples/B.xlsx') as unknown as ArrayBuffer);
  // Rows of a sheet below its header, as another program reads them: those with a code.
  const codes = (name: string): string[] => {
    const sheet = workbook.getWorksheet(name);
    const first = (sheet?.getColumn(1).values ?? []).map((value) => (typeof value === 'string' ? value : ''));
    return first.slice(first.findIndex((text) => text === 'Mã' || text === 'Mã phiếu') + 1);
  };
  const rows = (name: string): number => codes(name).length;
  expect([rows('Đơn vị'), rows('Điều kiện'), rows('Bỏ phiếu')]).toEqual([10, 9, 18]);
  workbook.addWorksheet('Việc của văn phòng').getCell('A1').value = 'Không phải bảng chấm';
  const said = await accountOf(Buffer.from(await workbook.xlsx.writeBuffer()));
  expect(said).toContain(
    `${String(rows('Đơn vị'))} đơn vị, ${String(rows('Tiêu chí'))} tiêu chí và nhóm, ${String(rows('Điều kiện'))} điều kiện, ${String(rows('Khen thưởng'))} hình thức khen thưởng, ${String(new Set(codes('Bỏ phiếu')).size)} cuộc bỏ phiếu, 0 quyết định.`,
  );
  for (const name of ['Tiêu chí', 'Đơn vị', 'Khen thưởng', 'Điều kiện', 'Bỏ phiếu'])
    expect(said).toContain(`${name} (${String(rows(name))} dòng)`);
  expect(said).toMatch(/Không đọc: Hướng dẫn.*Việc của văn phòng/);
});
