/** Phiếu điểm: one unit's scores, level beside level, how the total came about, the reasons per award, the margin. */
import { unmark } from '../base/folding';
import { DOTS } from '../workbook/office-lines';
import {
  compareNumerals,
  levelsOf,
  subtractNumerals,
  trace,
  type Level,
  type Margin,
  type Numeral,
  type TraceNode,
  type TraceStep,
  type UnitId,
  type UnitTrace,
} from '../rules';
import { buildTree } from '../rules/score/tree';
import { formatScore, gradeText } from '../text';
import { stepText } from '../text/steps';
import { uiText } from '../text/ui';
import { verdictOf } from '../workbook/standings';
import { STANDING_TEXTS } from '../text/sheets';
import { levelHeader } from '../workbook/layout';
import { evenDecimals } from '../workbook/results-table';
import { cleanLine, cleanText } from './clean';
import { draftNotes } from './final-report';
import { leaderSignature, letterhead } from './office';
import { bold, heading, paragraph, type Block, type Column, type Paper, type Row } from './paper';
import { NOTHING, type Subject } from './subject';
import { rankText, reasonLines } from './tables';

/** `margins`: of the whole bloc, made once for all sheets. */
export function unitSheet(subject: Subject, unit: UnitId, margins: readonly Margin[]): Paper {
  const { info, names, book } = subject;
  const index = book.units.findIndex(({ id }) => id === unit);
  const result = subject.evaluation.units[index];
  const levels = levelsOfUnit(subject, unit);
  const traces = new Map(levels.map((level) => [level, trace(book, unit, level)]));
  const ranking = traces.get(book.settings.rankingLevel) ?? null;
  return {
    kind: 'unit',
    file: unitFile(index, unit),
    title: `Phiếu điểm ${names.unit(unit)} năm ${info.year}`,
    stamp: subject.stamp,
    warning: null,
    sections: [
      {
        orientation: 'portrait',
        blocks: [
          letterhead(subject, null),
          { kind: 'title', type: 'PHIẾU ĐIỂM THI ĐUA', subject: `${names.unit(unit)}, năm ${info.year || '………'}` },
          ...draftNotes(subject),
          paragraph(
            'Tổng điểm: ',
            bold(subject.total(result)),
            '; xếp hạng: ',
            bold(result === undefined ? NOTHING : rankText(result)),
            ...(book.bands.length > 0
              ? ['; xếp loại: ', bold((result && gradeText(result, 'vi')) ?? 'chưa xác định')]
              : []),
            '.',
          ),
          heading('1. Điểm theo tiêu chí'),
          pointsTable(subject, unit, levels, traces),
          heading('2. Cách tính'),
          ...steps(ranking).map((line) => paragraph(`- ${line}`)),
          heading('3. Lý do theo từng hình thức khen thưởng'),
          reasonsTable(subject, unit),
          ...marginLines(subject, unit, margins),
          {
            kind: 'signatures',
            receivers: [],
            left: {
              authority: [`ĐẠI DIỆN ${names.unit(unit).toLocaleUpperCase('vi')}`],
              hint: '(Chữ ký, dấu)',
              below: [DOTS],
            },
            right: leaderSignature(subject),
          },
        ],
      },
    ],
  };
}

/** Where a unit's sheet lies, by its place in the sheet `Đơn vị`. */
export const unitFile = (index: number, unit: UnitId): string =>
  `phieu-diem/${String(index + 1).padStart(2, '0')}${slug(unit)}`;

/** "-sytnb" of a code: for finding a sheet among many; never more than letters and digits. */
function slug(code: string): string {
  const plain = unmark(code)
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')
    .slice(0, 24);
  return plain === '' ? '' : `-${plain}`;
}

function levelsOfUnit({ book }: Subject, unit: UnitId): Level[] {
  const there = new Set(book.scores.filter((column) => column.unit === unit).map(({ level }) => level));
  return levelsOf(book).filter((level) => there.has(level));
}

/** The number of every node of a trace by its code. */
function numbers(root: UnitTrace | null): Map<string, Numeral | null> {
  const found = new Map<string, Numeral | null>();
  const visit = (node: TraceNode): void => {
    if (node.code !== '') found.set(node.code, node.value);
    node.children.forEach(visit);
  };
  if (root !== null) [root.base, root.bonus, root.deduction].forEach(visit);
  return found;
}

function pointsTable(
  subject: Subject,
  unit: UnitId,
  levels: readonly Level[],
  traces: ReadonlyMap<Level, UnitTrace | null>,
): Block {
  const { book, word } = subject;
  const values = new Map(levels.map((level) => [level, numbers(traces.get(level) ?? null)]));
  const entries = new Map(
    book.scores.filter((column) => column.unit === unit).map((column) => [column.level, column.entries]),
  );
  const remarkOf = new Map(
    book.data
      .filter((row) => row.unit === unit && (row.remark ?? '').trim() !== '')
      .map((row) => [row.criterion, cleanText(row.remark ?? '')]),
  );
  const decimals = new Map(levels.map((level) => [level, evenDecimals([...(values.get(level)?.values() ?? [])])]));
  const comparable =
    levels.includes('self') && book.settings.rankingLevel !== 'self' && levels.includes(book.settings.rankingLevel);
  const show = (level: Level, code: string): string => {
    const entry = entries.get(level)?.get(code);
    if (entry?.kind === 'na') return 'KAD';
    if (entry?.kind === 'text' || entry?.kind === 'error')
      return cleanLine(entry.kind === 'text' ? entry.text : entry.error);
    const value = values.get(level)?.get(code) ?? null;
    return value === null ? NOTHING : formatScore(value, decimals.get(level) ?? null, 'vi');
  };
  const difference = (one: Numeral | null | undefined, other: Numeral | null | undefined): string =>
    one == null || other == null || compareNumerals(one, other) === 0
      ? ''
      : formatScore(subtractNumerals(other, one), null, 'vi');
  const own = values.get(book.settings.rankingLevel);
  const compared =
    comparable && book.criteria.some(({ code }) => difference(values.get('self')?.get(code), own?.get(code)) !== '');
  const columns: Column[] = [
    { header: 'Mã', width: 8, align: 'center' },
    { header: 'Tiêu chí', width: 42 },
    { header: 'Điểm tối đa', width: 9, align: 'center' },
    ...levels.map((level): Column => ({ header: levelHeader(level, word.kind), width: 10, align: 'center' })),
    ...(compared ? [{ header: 'Chênh lệch', width: 10, align: 'center' } as const] : []),
    ...(remarkOf.size > 0 ? [{ header: 'Giải trình', width: 24 } as const] : []),
  ];
  const tree = buildTree(book.criteria);
  const rows = book.criteria.map((criterion): Row => {
    const text = cleanText(criterion.name);
    const isGroup = tree.byCode.get(criterion.code)?.isLeaf === false;
    return [
      criterion.code,
      isGroup ? bold(text) : text,
      criterion.max === null ? '' : formatScore(criterion.max, null, 'vi'),
      ...levels.map((level) => show(level, criterion.code)),
      ...(compared ? [difference(values.get('self')?.get(criterion.code), own?.get(criterion.code))] : []),
      ...(remarkOf.size > 0 ? [remarkOf.get(criterion.code) ?? ''] : []),
    ];
  });
  const totals = levels.map((level) => traces.get(level)?.total ?? null);
  const total: Row = [
    '',
    bold('Tổng điểm'),
    '',
    ...totals.map((total) => subject.total({ total, possibleTotals: [] })),
    ...(compared ? [difference(traces.get('self')?.total, traces.get(book.settings.rankingLevel)?.total)] : []),
    ...(remarkOf.size > 0 ? [''] : []),
  ];
  return { kind: 'table', name: 'points', columns, rows: [...rows, total] };
}

/** Steps that say nothing beyond the table. */
const PLAIN: ReadonlySet<TraceStep['rule']> = new Set(['typed', 'blank-is-zero', 'sum', 'none']);

/** How computed points, caps, rescaling and rounding made the total; from the parts to the whole. */
function steps(root: UnitTrace | null): string[] {
  if (root === null) return ['Chưa có điểm ở cấp xếp hạng.'];
  const lines: string[] = [];
  const say = (name: string, made: readonly TraceStep[]): void => {
    const told = made.filter(({ rule }) => !PLAIN.has(rule));
    if (told.length > 0) lines.push(`${name}: ${told.map((step) => stepText(step, 'vi')).join('; ')}.`);
  };
  const visit = (node: TraceNode): void => {
    node.children.forEach(visit);
    if (node.code !== '') say(`${node.code}. ${cleanLine(node.name)}`, node.steps);
  };
  for (const [name, node] of [
    ['Tổng các nhóm', root.base],
    ['Điểm thưởng', root.bonus],
    ['Điểm trừ', root.deduction],
  ] as const) {
    visit(node);
    if (node === root.base)
      lines.push(
        `${name}: ${node.value === null ? NOTHING : formatScore(node.value, null, 'vi')} điểm${suffix(node.steps)}.`,
      );
    else say(name, node.steps);
  }
  say('Tổng điểm', root.steps);
  return lines;
}

const suffix = (made: readonly TraceStep[]): string => {
  const told = made.filter(({ rule }) => !PLAIN.has(rule)).map((step) => stepText(step, 'vi'));
  return told.length === 0 ? '' : ` (${told.join('; ')})`;
};

function reasonsTable(subject: Subject, unit: UnitId): Block {
  const { evaluation, names } = subject;
  return {
    kind: 'table',
    name: 'reasons',
    columns: [
      { header: 'Hình thức', width: 27 },
      { header: 'Kết luận', width: 16, align: 'center' },
      { header: 'Lý do', width: 57 },
    ],
    rows: evaluation.awards.map((award): Row => [
      names.award(award.id),
      STANDING_TEXTS[verdictOf(award, unit, award.why.get(unit) ?? [])],
      reasonLines(subject, award, unit).join('\n'),
    ]),
  };
}

function marginLines({ names }: Subject, unit: UnitId, margins: readonly Margin[]): Block[] {
  const own = margins.filter(({ holder, outside }) => holder === unit || outside === unit);
  if (own.length === 0) return [];
  const line = ({ award, holder, outside, gap, needed, more }: Margin): string => {
    const isOutside = outside === unit;
    const about = { award: names.award(award), unit: names.unit(isOutside ? holder : outside) };
    if (compareNumerals(gap, '0') === 0)
      return uiText('vi', isOutside ? 'margin.outsideTied' : 'margin.holderTied', about);
    const points = formatScore(isOutside ? needed : gap, null, 'vi');
    return uiText('vi', isOutside ? (more ? 'margin.outsideMore' : 'margin.outside') : 'margin.holder', {
      ...about,
      points,
    });
  };
  return [heading('4. Khoảng cách ở suất cuối'), ...own.map((margin) => paragraph(`- ${line(margin)}`))];
}
