/** Everything that the product writes, against the schemas of ECMA-376. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REGULATIONS } from '../../src/regulations';
import { proposeChange, type Wish } from '../../src/workbook/change';
import { judge, planResults } from '../../src/workbook/job';
import { createPackage, editCells, readWorkbook, writeSheets } from '../../src/xlsx';
import { editParts } from '../print/office';
import { featureRichWorkbook, savedByLibreOffice } from './support/feature-rich';
import { minimalWorkbook } from './support/minimal';
import { plainPlan, resultPlan } from './support/plans';
import { notValidated, validate } from './support/schema';

const SAMPLES = ['A', 'B', 'C', 'D', 'E', 'co-loi', 'co-loi-da-sua'];
const sample = (name: string): Uint8Array => readFileSync(`assets/samples/${name}.xlsx`);

function value<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function withResults(file: Uint8Array): Uint8Array {
  return value(
    writeSheets(
      file,
      planResults(judge(value(readWorkbook(file))), { now: new Date(2026, 0, 30, 14, 5), allowErrors: true }),
    ),
  );
}

const edited = (file: Uint8Array): Uint8Array =>
  value(
    editCells(file, [
      { place: { sheet: 'Chấm điểm', row: 5, column: 4 }, value: 8.25, format: '0.000', overLocked: true },
      { place: { sheet: 'Chấm điểm', row: 90, column: 30 }, value: 'ghi <chú>', overLocked: true },
    ]),
  ).bytes;

const reason = notValidated();
const validated = reason === null ? test : test.skip;
const why = reason === null ? '' : ` – not run: ${reason}`;

validated(`samples whose units and criteria changed${why}`, () => {
  const wishes: Wish[] = [
    { kind: 'addUnit', name: 'Sở Chuyển đổi số' },
    { kind: 'removeUnit', unit: 'Sở Tư pháp' },
    { kind: 'addCriterion', name: 'Chuyển đổi số', max: 2.5, under: 'I', isGroup: false },
    { kind: 'changeMaximum', criterion: 'I.1', max: 40 },
  ];
  const before = withResults(sample('B'));
  const files = wishes.map((wish) => {
    const { changes } = value(proposeChange(value(readWorkbook(before)), wish));
    return { what: wish.kind, before, after: value(editCells(before, changes)).bytes };
  });
  const { complaints, validated: count } = validate(files);
  expect(complaints).toEqual([]);
  expect(count).toBeGreaterThan(10);
});

validated(`the samples, with results, written again, edited${why}`, () => {
  const files = SAMPLES.flatMap((name) => {
    const file = sample(name);
    const once = withResults(file);
    return [
      { what: name, before: null, after: file },
      { what: `${name} with results`, before: file, after: once },
      { what: `${name} edited and written`, before: file, after: withResults(edited(once)) },
    ];
  });
  const { complaints, validated: count } = validate(files);
  expect(complaints).toEqual([]);
  expect(count).toBeGreaterThan(100);
});

validated(`what other programs saved, with our sheets and edits in it${why}`, () => {
  const rich = featureRichWorkbook();
  const saved = savedByLibreOffice();
  const write = (file: Uint8Array): Uint8Array =>
    value(writeSheets(file, [resultPlan('thidua 1'), plainPlan('Kiểm tra', 'thidua 1')]));
  const { complaints, validated: count } = validate([
    { what: 'feature-rich', before: rich, after: write(rich) },
    { what: 'LibreOffice', before: saved, after: write(saved) },
    { what: 'everything a plan can say', before: null, after: createPackage([resultPlan('thidua 1')]) },
    { what: 'minimal', before: minimalWorkbook(''), after: write(minimalWorkbook('')) },
  ]);
  expect(complaints).toEqual([]);
  expect(count).toBeGreaterThan(12);
});

validated(`what \`new\`, \`write\` and \`check --format xlsx\` put on the disk${why}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'thidua-schema-cli-'));
  const run = (...args: string[]): void => {
    // Findings end with 1: the file is written all the same.
    try {
      execFileSync(process.execPath, ['src/cli/thidua.mjs', ...args], { stdio: 'ignore' });
    } catch (error) {
      expect(error).toMatchObject({ status: 1 });
    }
  };
  try {
    const [made, results, overview] = ['new.xlsx', 'write.xlsx', 'check.xlsx'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(join(folder, 'units.txt'), 'Sở Nội vụ\nSở Tư pháp\nVăn phòng UBND\n');
    run('new', '--regulation', REGULATIONS[0].id, '-o', made, '--units', join(folder, 'units.txt'));
    run('write', 'assets/samples/B.xlsx', '-o', results);
    run('check', ...SAMPLES.map((name) => `assets/samples/${name}.xlsx`), '--format', 'xlsx', '-o', overview);
    const { complaints, validated: count } = validate(
      [made, results, overview].map((path) => ({ what: path, before: null, after: readFileSync(path) })),
    );
    expect(complaints).toEqual([]);
    expect(count).toBeGreaterThan(30);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

validated(`a fault is seen${why}`, () => {
  const file = createPackage([resultPlan('thidua 1')]);
  const disorder = editParts(file, /workbook\.xml$/, (xml) =>
    xml.replace(/(<definedNames>.*<\/definedNames>)(<calcPr[^>]*>)/, '$2$1'),
  );
  expect(validate([{ what: 'file', before: file, after: disorder }]).complaints[0]).toContain('file: xl/workbook.xml');
  const attribute = editParts(file, /drawing1\.xml$/, (xml) =>
    xml.replace('<xdr:col>', '<xdr:column>').replace('</xdr:col>', '</xdr:column>'),
  );
  expect(validate([{ what: 'file', before: file, after: attribute }]).complaints[0]).toContain(
    'file: xl/drawings/drawing1.xml',
  );
});
