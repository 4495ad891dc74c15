/** The stand-in itself: it must refuse what Excel refuses, with Microsoft's own library in front of it. */
import { ExcelHost } from '../excel-host/host';
import { connect } from '../excel-host/node';

jest.setTimeout(60_000);

function open(version?: number): ExcelHost {
  const host = new ExcelHost(undefined, version === undefined ? {} : { version });
  host.book.addSheet('Đơn vị');
  connect(host);
  return host;
}

type Job = (context: Excel.RequestContext) => Promise<unknown>;
const codeOf = (job: Job): Promise<string> =>
  Excel.run(job).then(
    () => 'none',
    (error: { code: string }) => error.code,
  );
const sheetOf = (context: Excel.RequestContext) => context.workbook.worksheets.getItem('Đơn vị');

describe('what Excel refuses', () => {
  const refused: readonly (readonly [string, string, Job])[] = [
    [
      'an array of the wrong size',
      'InvalidArgument',
      async (context) => {
        sheetOf(context).getRange('A1:B2').values = [[1, 2]];
      },
    ],
    [
      'a large array of the wrong size',
      'InvalidArgument',
      async (context) => {
        sheetOf(context).getRange('A1:B2000').values = Array.from({ length: 1999 }, () => [1, 2]);
      },
    ],
    [
      'a sheet that is not there',
      'ItemNotFound',
      async (context) => {
        context.workbook.worksheets.getItem('Không có').activate();
      },
    ],
    [
      'a second sheet of one name',
      'ItemAlreadyExists',
      async (context) => {
        context.workbook.worksheets.add('đơn vị');
      },
    ],
    [
      'a sheet name with a slash',
      'InvalidArgument',
      async (context) => {
        context.workbook.worksheets.add('a/b');
      },
    ],
    [
      'an address that is none',
      'InvalidArgument',
      async (context) => {
        sheetOf(context).getRange('A0').values = [[1]];
      },
    ],
    [
      'selecting on another sheet',
      'InvalidSelection',
      async (context) => {
        context.workbook.worksheets.add('Khác').getRange('A1').select();
      },
    ],
    [
      'a load that names nothing',
      'EmptyLoad',
      async (context) => {
        sheetOf(context).getRange('A1').load();
      },
    ],
    [
      'a property never loaded',
      'PropertyNotLoaded',
      async (context) => {
        const range = sheetOf(context).getRange('A1');
        await context.sync();
        return range.values;
      },
    ],
    [
      'a member the stand-in does not know',
      'ApiNotFound',
      async (context) => {
        context.workbook.pivotTables.load('items/name');
      },
    ],
  ];
  test.each(refused)('%s: %s', async (_, code, job) => {
    const host = open();
    host.book.active = 0;
    expect(await codeOf(job)).toBe(code);
  });

  test('a member that is too new for this Excel', async () => {
    open(8);
    expect(
      await codeOf(async (context) => {
        context.workbook.application.suspendScreenUpdatingUntilNextSync();
      }),
    ).toBe('ApiNotFound');
  });
});

test('what came before a failing action stays done, nothing after it is', async () => {
  const host = open();
  host.faults.push({ kind: 'error', code: 'GeneralException', when: ({ member }) => member === 'Range.values=' });
  const code = await codeOf(async (context) => {
    context.workbook.worksheets.add('Trước');
    sheetOf(context).getRange('A1').values = [[1]];
    context.workbook.worksheets.add('Sau');
  });
  expect([code, host.book.sheets.map((sheet) => sheet.name)]).toEqual(['GeneralException', ['Đơn vị', 'Trước']]);
});

test('a long write arrives whole, in bands, in one round trip', async () => {
  const host = open();
  await Excel.run(async (context) => {
    sheetOf(context).getRange('A1:B2000').values = Array.from({ length: 2000 }, (_, row) => [row, 'chữ']);
  });
  expect(host.book.sheets[0]?.cell(1999, 0)?.value).toBe(1999);
  expect(host.syncs).toBe(1);
  expect(host.trips[0]?.actions.filter((action) => action === 'Range.values=').length).toBeGreaterThan(1);
});

test.each([
  ["'01", '01', undefined],
  ['01', 1, undefined],
  ['1,5', '1,5', undefined],
  ['=A2', 0, '=A2'],
  ['+1+1', 0, '=+1+1'],
  ['@x', 0, '=@x'],
  ['5/12', 45000, undefined],
  ['85%', 0.85, undefined],
  ['TRUE', true, undefined],
  ["'=A1", '=A1', undefined],
  ['Sở Nội vụ', 'Sở Nội vụ', undefined],
])('%s written into a cell becomes %s', async (input, value, formula) => {
  const host = open();
  await Excel.run(async (context) => {
    sheetOf(context).getRange('A1').values = [[input]];
  });
  expect([host.book.sheets[0]?.cell(0, 0)?.value, host.book.sheets[0]?.cell(0, 0)?.formula]).toEqual([value, formula]);
});

test('handles of a run are given back, and dead afterwards', async () => {
  const host = open();
  const range = await Excel.run(async (context) => {
    const one = sheetOf(context).getRange('A1');
    one.load('values');
    await context.sync();
    expect(host.references.size).toBe(1);
    return one;
  });
  await new Promise((resolve) => {
    setTimeout(resolve, 5);
  });
  expect([host.references.size, host.syncs, host.trips.length]).toEqual([0, 1, 2]);
  expect(() => {
    range.load('values');
  }).toThrow(expect.objectContaining({ code: 'InvalidObjectPath' }));
});

test('a batch may wait for the end of a cell edit, or is refused', async () => {
  const host = open();
  host.editing = true;
  const job: Job = async (context) => {
    sheetOf(context).load('name');
  };
  expect(await codeOf(job)).toBe('InvalidOperationInCellEditMode');
  const waiting = Excel.run({ delayForCellEdit: true }, job);
  setTimeout(() => {
    host.editing = false;
  }, 10);
  await expect(waiting).resolves.toBeUndefined();
});

test('changes are reported, whoever makes them', async () => {
  const host = open();
  const seen: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => {
      seen.push(`${event.address} ${event.source}`);
    });
  });
  host.type('Đơn vị', 1, 2, 9);
  host.type('Đơn vị', 1, 3, 9, 'Remote');
  await Promise.resolve();
  await new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
  expect(seen).toEqual(['C2 Local', 'D2 Remote']);
});
