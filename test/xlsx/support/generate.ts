/** Random workbooks from a seed, written as XML by hand: every way a cell can be written. */
import { buildZip } from './zip';
import { MAIN, minimalParts } from './minimal';

/** A small generator of its own (mulberry32), so that a seed means the same everywhere. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const WORDS = [
  'Đơn vị',
  'xã Bá Thước',
  'Tổng cộng',
  'a&amp;b',
  '&lt;b&gt;',
  '&quot;',
  '=1+1',
  '9,5',
  ' đầu',
  'cuối ',
  'hai&#10;dòng',
  '&#x1F600;',
  'I.1',
  '1.10',
  'KAD',
  '_x0041_',
  'TRUE',
];
const NUMBERS = [
  '0',
  '1',
  '-1',
  '9.5',
  '0.1',
  '1E-3',
  '1.5e+20',
  '45992',
  '100',
  '99.999999999999',
  '-0.25',
  '3.3000000000000003',
];
const ERRORS = ['#DIV/0!', '#N/A', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!'];
const FORMULAS = ['A1+1', 'SUM(A1:B9)', 'ROUND(A1*1.5,2)', 'IF(A1&gt;1,"có","không")', '$A$1', "'Trang'!A1"];

export function generateWorkbook(seed: number): Buffer {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
  const prefix = random(5) === 0 ? 'x:' : '';
  const tag = (name: string): string => prefix + name;
  const el = (name: string, inside: string, attributes = ''): string =>
    `<${tag(name)}${attributes}>${inside}</${tag(name)}>`;
  const space = (): string => (random(3) === 0 ? ' xml:space="preserve"' : '');
  const strings = Array.from({ length: 4 + random(30) }, () =>
    random(4) === 0
      ? el(
          'si',
          el('r', el('t', pick(WORDS), space())) +
            el('r', el('rPr', `<${tag('b')}/>`) + el('t', pick(WORDS), space())) +
            (random(2) === 0 ? el('rPh', el('t', 'bỏ'), ' sb="0" eb="1"') : ''),
        )
      : el('si', el('t', pick(WORDS), space())),
  );
  const cell = (reference: string): string => {
    const style = random(3) === 0 ? ` s="${String(random(3))}"` : '';
    const head = (type: string): string => ` r="${reference}"${style}${type}`;
    const f = (): string => el('f', pick(FORMULAS));
    switch (random(12)) {
      case 0:
        return `<${tag('c')}${head('')}/>`;
      case 1:
      case 2:
        return el('c', el('v', String(random(strings.length))), head(' t="s"'));
      case 3:
        return el('c', el('is', el('t', pick(WORDS), space())), head(' t="inlineStr"'));
      case 4:
        return el('c', f() + el('v', pick(WORDS)), head(' t="str"'));
      case 5:
        return el('c', (random(2) === 0 ? f() : '') + el('v', String(random(2))), head(' t="b"'));
      case 6:
        return el('c', f() + el('v', pick(ERRORS)), head(' t="e"'));
      case 7:
        return el('c', f() + el('v', pick(NUMBERS)), head(''));
      default:
        return el('c', el('v', pick(NUMBERS)), head(random(2) === 0 ? ' t="n"' : ''));
    }
  };
  let row = 0;
  const rows = Array.from({ length: 5 + random(25) }, () => {
    row += 1 + (random(4) === 0 ? random(5) : 0);
    let column = -1;
    const cells = Array.from({ length: random(9) }, () => {
      column += 1 + (random(4) === 0 ? random(3) : 0);
      return cell(`${String.fromCharCode(65 + column)}${String(row)}`);
    });
    return el('row', cells.join(''), ` r="${String(row)}"${random(6) === 0 ? ' hidden="1"' : ''}`);
  });
  const declare = ` xmlns${prefix === '' ? '' : ':x'}="${MAIN}"`;
  const stored = random(4) === 0;
  const how = { stored, descriptor: !stored && random(4) === 0 };
  return buildZip(
    Object.entries({
      ...minimalParts(el('worksheet', el('sheetData', rows.join('')), declare)),
      'xl/sharedStrings.xml': el('sst', strings.join(''), declare),
    }).map(([name, data]) => ({ ...how, name, data })),
  );
}
