/** Forms collected into a workbook that is open in Excel: values through its door, no lines moved, taken back. */
import { createExcelDoor } from '../../src/excel';
import { judge, type Judgement } from '../../src/workbook/judgement';
import { collectForms, type CollectWanted } from '../../src/workbook/unit-forms';
import { loadBook } from '../excel-host/file';
import { emptyBook, filled, returned, sent, type FormFile } from '../workbook/unit-forms/support';
import { openHost } from './support';

const READ = async (door: ReturnType<typeof createExcelDoor>): Promise<Judgement> => {
  const read = await door.read();
  if (!read.ok) throw new Error(read.error.code);
  return judge(read.value);
};
const scoreOf = ({ book }: Judgement, unit: string, level: string): unknown => {
  const entry = book.scores.find((one) => one.unit === unit && one.level === level)?.entries.get('I.1');
  return entry?.kind === 'number' ? entry.value : entry?.kind;
};

async function collectInto(judged: Judgement, files: readonly FormFile[], wanted: Partial<CollectWanted>) {
  const result = collectForms(judged, returned(judged, files, wanted), {
    kind: 'own',
    differing: 'ask',
    door: 'excel',
    peers: { withoutExtremes: false, withoutMissing: false },
    ...wanted,
  });
  if (!result.ok || result.value.proposal === null) throw new Error('nothing proposed');
  return result.value.proposal.changes;
}

test('own forms and means of peers, then undone', async () => {
  const bytes = emptyBook(['Sở A', 'Sở B', 'Sở C']);
  const model = loadBook(bytes);
  for (const sheet of model.sheets) sheet.isProtected = false;
  openHost(model);
  const door = createExcelDoor();
  const before = await READ(door);
  const own = await Promise.all(
    sent(bytes).map(async (form, index) => ({
      ...form,
      bytes: await filled(form.bytes, [
        ['I.1', 'Tự chấm', 20 + index],
        ['I.1', 'Minh chứng', `Báo cáo ${String(index)}`],
      ]),
    })),
  );
  const made = await door.fix(await collectInto(before, own, {}));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const after = await READ(door);
  expect(['SA', 'SB', 'SC'].map((unit) => scoreOf(after, unit, 'self'))).toEqual(['20', '21', '22']);
  expect(after.book.data.map(({ unit, criterion, evidence }) => [unit, criterion, evidence])).toEqual([
    ['SA', 'I.1', 'Báo cáo 0'],
    ['SB', 'I.1', 'Báo cáo 1'],
    ['SC', 'I.1', 'Báo cáo 2'],
  ]);
  const peers = await Promise.all(
    sent(bytes, 'peer').map(async (form, scorer) => ({
      ...form,
      bytes: await filled(
        form.bytes,
        ['SA', 'SB', 'SC'].filter((unit) => unit !== form.unit).map((unit) => ['I.1', unit, 10 + scorer] as const),
      ),
    })),
  );
  const means = await collectInto(after, peers, { kind: 'peer', level: 'Khối chấm' });
  const formulas = means.flatMap((change) =>
    'place' in change && change.formula !== undefined ? [change.formula] : [],
  );
  expect(formulas).toEqual(['ROUND(AVERAGE(11,12),12)', 'ROUND(AVERAGE(10,12),12)', 'ROUND(AVERAGE(10,11),12)']);
  const again = await door.fix(means);
  expect(again.ok).toBe(true);
  if (again.ok) expect((await door.fix(again.value)).ok).toBe(true);
  expect((await door.fix(made.value)).ok).toBe(true);
  expect((await READ(door)).fingerprint).toBe(before.fingerprint);
});
