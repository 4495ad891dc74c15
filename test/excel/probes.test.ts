/** The questions for a real Excel, asked of the stand-in; recorded answers of a real one must agree. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BookModel } from '../excel-host/model';
import { openHost } from './support';

const RECORDED = join(__dirname, '../../docs/excel-that');

async function askStandIn(): Promise<Record<string, unknown>> {
  const book = new BookModel();
  book.addSheet('Trang tính1');
  openHost(book);
  const log = jest.spyOn(console, 'log').mockImplementation(() => {});
  (0, eval)(readFileSync(join(__dirname, '../excel-host/probes.js'), 'utf8'));
  const record = await (globalThis as unknown as { recordExcel(): Promise<string> }).recordExcel();
  log.mockRestore();
  return (JSON.parse(record) as { answers: Record<string, unknown> }).answers;
}

test('every question has an answer, and the scratch sheet is gone', async () => {
  expect(await askStandIn()).toEqual({
    'an apostrophe marks a text': [[['=1+1']], [['=1+1']]],
    'a text that begins with @': [['=@x']],
    'a number put into a text cell': [['9.5']],
    'an apostrophe in a text cell': [['01']],
    'a text that looks like a number': [[1]],
    'clearing takes merged cells apart': [[1, 2]],
    'a value under a merged cell': [[1, '']],
    'an array of the wrong size': 'error: InvalidArgument',
    'rows that differ in being hidden': null,
    'which rows are hidden, in one answer': [false, true, false],
    'the text of a day': [['15/01/2026']],
    'a chart found by its name, and deleted': [false, true],
    'clearing a whole sheet leaves its charts': 1,
    'the used range of an empty sheet': 'nothing',
    'formats alone are not used': 'nothing',
    'the name of a text': ['="một ""hai"""', 'một "hai"'],
    'the name of a long text in two pieces': 257,
    'a name that is not there': true,
    'what hangs on a sheet that is not there': true,
    'a link and its text': [['C7']],
    'selecting on a sheet that is not active': 'error: InvalidSelection',
    'merging inside a table': 'error: GeneralException',
    'unprotecting what is not protected': 'error: AccessDenied',
    'a second sheet of one name': 'error: ItemAlreadyExists',
  });
});

const files = existsSync(RECORDED) ? readdirSync(RECORDED).filter((file) => file.endsWith('.json')) : [];

test('the answers recorded in a real Excel, where there are some, are those of the stand-in', async () => {
  const own = await askStandIn();
  for (const file of files)
    expect((JSON.parse(readFileSync(join(RECORDED, file), 'utf8')) as { answers: object }).answers).toEqual(own);
  expect(Object.keys(own).length).toBeGreaterThan(0);
});
