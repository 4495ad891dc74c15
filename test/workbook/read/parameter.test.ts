/** `Tham số` as people write it: understood where it can mean one thing only, else refused. */
import { bandsWritten, eachWritten, ladderWritten, ratioWritten } from '../../../src/workbook/read/parameter';

const rungs = (text: string) => {
  const way = ladderWritten(text);
  return way?.kind === 'ladder' ? way.rungs : null;
};
const bands = (text: string) => {
  const way = bandsWritten(text);
  return way?.kind === 'bands' ? way.bands.map(({ from, points }) => `${from}: ${points}`) : null;
};
const ratio = (text: string) => {
  const way = ratioWritten(text);
  return way?.kind === 'ratio' ? [way.cap, way.floor, way.cutoff, way.lowerIsBetter] : null;
};

test.each([
  ['0; 1,5; 3', ['0', '1.5', '3']],
  ['10/5/0', ['10', '5', '0']],
  ['10, 5, 0', ['10', '5', '0']],
  ['10 điểm; 5 điểm; 0 điểm', ['10', '5', '0']],
  ['0,5', ['0.5']],
  ['0,5, 1', ['0.5', '1']],
  ['', null],
  ['tốt; khá', null],
  ['5; -1', null],
  ['1.5.2', null],
])('ladder "%s"', (written, expected) => {
  expect(rungs(written)).toEqual(expected);
});

test.each([
  ['0,5', '0.5'],
  ['2', '2'],
  ['mỗi lần 0,5 điểm', '0.5'],
  ['mỗi nội dung trừ 1 điểm', '1'],
  ['trừ 0.25 điểm/lần', '0.25'],
  ['1 đ', '1'],
  ['', null],
  ['mỗi lần', null],
  ['0,5 hoặc 1', null],
  ['-1', null],
  ['mỗi 2 lần 1 điểm', null],
])('per item "%s"', (written, expected) => {
  expect(eachWritten(written)).toBe(expected);
});

test.each([
  ['', ['1', null, null, false]],
  ['trần 100%', ['1', null, null, false]],
  ['tối đa 120%', ['1.2', null, null, false]],
  ['sàn 50%; dưới 50% không điểm', ['1', '0.5', '0.5', false]],
  ['tối thiểu 50%, thấp hơn là tốt', ['1', '0.5', null, true]],
  ['Dưới 80% không tính điểm', ['1', null, '0.8', false]],
  ['trần 100', null],
  ['trần 100%; tối đa 120%', null],
  ['sàn 120%', null],
  ['100%', null],
])('ratio "%s"', (written, expected) => {
  expect(ratio(written)).toEqual(expected);
});

test.each([
  ['88%: 2; 90%: 3; 95%: 4; 100%: 5', ['88: 2', '90: 3', '95: 4', '100: 5']],
  ['100%: 5; 95%: 4; 90%: 3', ['90: 3', '95: 4', '100: 5']],
  ['từ 88% đến dưới 90%: 2 điểm; từ 90% đến dưới 95%: 3 điểm; 95% trở lên: 4 điểm', ['88: 2', '90: 3', '95: 4']],
  ['dưới 88%: 0 điểm\n88%: 2 điểm\n≥ 90%: 3 điểm', ['88: 2', '90: 3']],
  ['62,5%: 0,5', ['62.5: 0.5']],
  ['88%: 2; 88%: 3', null],
  ['90%: 3; 88%: 2; 95%: 4', null],
  ['từ 88% đến dưới 92%: 2; 90%: 3', null],
  ['dưới 80%: 0; 88%: 2', null],
  ['dưới 88%: 1; 88%: 2', null],
  ['88: 2', null],
  ['', null],
  ['từ 88% đến dưới 90%: 2', null],
])('bands "%s"', (written, expected) => {
  expect(bands(written)).toEqual(expected);
});
