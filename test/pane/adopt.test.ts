/** The state of adopting an old table: what is looked at, answered, made, and added. */
import { AdoptStore, proposalOf, questionsOf } from '../../src/pane/adopt/adopt-store';
import type { AdoptWorker } from '../../src/pane/adopt/adopt-client';
import { readWorkbook } from '../../src/xlsx';
import type { WorkbookCells } from '../../src/sheets/cells';
import { UNITS } from '../workbook/adopt/bloc';
import { cellsOf, fileOf, SHAPES, type Shape } from '../workbook/adopt/shapes';

/** As where a policy forbids workers: all is done here. */
const noWorker = (): never => {
  throw new Error('no workers');
};
const shape = (name: string): Shape => SHAPES.find((one) => one.name === name) as Shape;
const settled = async (store: AdoptStore): Promise<void> => {
  for (let turn = 0; turn < 200 && (store.state().isMaking || store.state().stage === 'looking'); turn++)
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
};

test('nothing is made before every question is answered, and every answer makes it anew', async () => {
  const store = new AdoptStore(noWorker);
  await store.look(cellsOf((SHAPES[0] as Shape).sheets), 'cu.xlsx', false);
  store.begin();
  await settled(store);
  expect(store.state()).toMatchObject({ stage: 'found', made: null });
  store.answer('level', 'khối chấm');
  await settled(store);
  expect(store.state().made?.check).toMatchObject({ compared: 2 * UNITS.length, differences: [] });
  store.answer('quota.BK', 'hai');
  await settled(store);
  expect(store.state().made).toBeNull();
  store.answer('quota.BK', '');
  await settled(store);
  expect(store.state().made).not.toBeNull();
  store.answer('level', '');
  await settled(store);
  expect(store.state().made).toBeNull();
});

test('laid into the open workbook the book says which sheets are no inputs, or stands apart where names are taken', async () => {
  const made = async (sheetName: string) => {
    const [rows] = Object.values((SHAPES[0] as Shape).sheets);
    const store = new AdoptStore(noWorker);
    await store.look(cellsOf({ [sheetName]: rows ?? [] }), '', true);
    store.begin();
    store.answer('level', 'khối chấm');
    await settled(store);
    const { plans = [], isApart } = store.state().made ?? {};
    const info = plans.find(({ name }) => name === 'Thông tin')?.rows.flatMap(({ cells }) => cells) ?? [];
    return { isApart, named: JSON.stringify(info).includes('Trang tính không dùng') };
  };
  expect(await made('Tong hop')).toEqual({ isApart: false, named: true });
  expect(await made('CHẤM ĐIỂM')).toEqual({ isApart: true, named: false });
});

test('files of other units are added to the one that is open; one that cannot be read is named', async () => {
  const form = Object.entries(shape('one sheet for each unit').sheets);
  const files = form.map(([unit, rows]) => ({
    name: `${unit}.xlsx`,
    bytes: fileOf({ sheets: { Sheet1: rows.filter(([first]) => first !== `Đơn vị: ${unit}`) } }),
  }));
  const [first, ...others] = files;
  const cells = readWorkbook(first?.bytes ?? new Uint8Array());
  const store = new AdoptStore(noWorker);
  await store.look((cells.ok ? cells.value : null) as WorkbookCells, first?.name ?? '', false);
  expect(questionsOf(store.state()).map(({ key }) => key)).toContain('unit');
  await store.add([...others, { name: 'hong.xlsx', bytes: new Uint8Array([1, 2, 3]) }]);
  expect(proposalOf(store.state())?.units.map(({ name }) => name)).toEqual(UNITS);
  expect(store.state().unreadable.map(({ name }) => name)).toEqual(['hong.xlsx']);
});

test('a worker that dies says so; an answer that comes too late changes nothing', async () => {
  const workers: AdoptWorker[] = [];
  const store = new AdoptStore(() => {
    const worker: AdoptWorker = {
      postMessage: () => undefined,
      terminate: () => undefined,
      onmessage: null,
      onerror: null,
    };
    workers.push(worker);
    return worker as Worker;
  });
  const none = { kind: 'found', old: { tables: [], question: null, otherSheets: [] }, unreadable: [] } as const;
  const looks = [1, 2].map(() => store.look(cellsOf({ S: [['x']] }), '', false));
  workers[1]?.onmessage?.({ data: none } as never);
  workers[0]?.onerror?.({ preventDefault: () => undefined } as never);
  await Promise.all(looks);
  expect(store.state().stage).toBe('none');
  const last = store.look(cellsOf({ S: [['y']] }), '', false);
  workers[2]?.onerror?.({ preventDefault: () => undefined } as never);
  await last;
  expect(store.state().stage).toBe('failed');
});
