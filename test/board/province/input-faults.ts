/** Faults of the input sheets: what is wrong in which cell, how it is called, and what may follow from it. */
import type { IssueCode, Place, SettingName } from '../../../src/rules';
import type { BlocCells } from './bloc-cells';
import type { Edit } from './edit-xml';

export interface Planted {
  readonly edits: readonly Edit[];
  /** The cell at which the fault must be named. */
  readonly at: Place;
}

export interface InputFault {
  readonly kind: string;
  readonly code: IssueCode;
  /** Consequences that may be said of other cells. */
  readonly also?: readonly IssueCode[];
  /** So much else follows that it is planted alone. */
  readonly alone?: boolean;
  readonly plant: (bloc: BlocCells) => Planted | null;
}

/** One bloc score of a free unit becomes `value`. */
function score(
  kind: string,
  code: IssueCode,
  criterion: string,
  value: (right: number) => Edit['value'],
  also: readonly IssueCode[] = [],
  as?: Edit['as'],
): InputFault {
  return {
    kind,
    code,
    also,
    plant: (bloc) => {
      const unit = bloc.freeUnit();
      if (unit === null || !bloc.claim(unit)) return null;
      const at = bloc.score(unit, criterion);
      const right = ['I.2', 'I.4', 'III.4', 'II.2'].includes(criterion) ? 0 : bloc.value(unit, criterion);
      return { at, edits: [{ place: at, value: value(right), ...(as === undefined ? {} : { as }) }] };
    },
  };
}

/** The stored sums of our formulas stay as they were, so they no longer agree with a changed leaf. */
const SUMS: readonly IssueCode[] = ['sum-differs'];
const comma = (points: number): string => String(points).replace('.', ',');

const SCORES: readonly InputFault[] = [
  score('above its maximum', 'score-above-max', 'II.1', () => 8.5),
  score('far above its maximum', 'score-above-max', 'III.3', () => 40),
  score('blank', 'score-missing', 'III.2', () => null),
  score('only spaces', 'score-missing', 'III.3', () => '   '),
  score('a number as text with comma', 'number-as-text', 'I.1', comma),
  score('a number with its unit', 'number-as-text', 'III.1', (right) => `${String(right)} điểm`),
  score('a remark instead of points', 'score-not-number', 'III.2', () => 'đang chờ'),
  score('four fifths as text', 'score-not-number', 'III.3', () => '4/5'),
  score('negative', 'score-negative', 'II.1', () => -1),
  score('a broken reference', 'cell-error', 'I.1', () => '#REF!', SUMS, 'error'),
  score('a formula without value', 'formula-not-calculated', 'III.1', () => '1+1', SUMS, 'formula'),
  score('off its step', 'score-off-step', 'I.1', (right) => right - 0.1, SUMS),
  score('off its ladder', 'score-off-ladder', 'I.3', () => 7),
  score('a deduction with its sign', 'deduction-sign', 'TR.2', () => -1),
  score('not applicable where forbidden', 'na-not-allowed', 'III.2', () => 'KAD'),
  score('noise of doubles, pasted', 'score-decimals', 'II.1', (right) => right + 0.0000000000000018, SUMS),
  score('points that differ from the data', 'score-differs-from-data', 'I.4', () => 2.5),
  score('a bonus above its maximum', 'score-above-max', 'T.2', () => 6),
  score('neither yes nor no', 'score-not-number', 'II.2', () => 'khá'),
];

/** A fault of one free unit. */
function ofUnit(
  kind: string,
  code: IssueCode,
  plant: (bloc: BlocCells, unit: string) => Planted,
  also: readonly IssueCode[] = [],
): InputFault {
  return {
    kind,
    code,
    also,
    plant: (bloc) => {
      const unit = bloc.freeUnit();
      return unit === null || !bloc.claim(unit) ? null : plant(bloc, unit);
    },
  };
}

/** One cell of a free unit. */
function unitCell(
  kind: string,
  code: IssueCode,
  place: (bloc: BlocCells, unit: string) => Place,
  value: (bloc: BlocCells, unit: string) => Edit['value'],
  also: readonly IssueCode[] = [],
): InputFault {
  return ofUnit(
    kind,
    code,
    (bloc, unit) => {
      const at = place(bloc, unit);
      return { at, edits: [{ place: at, value: value(bloc, unit) }] };
    },
    also,
  );
}

function attribute(bloc: BlocCells, unit: string, header: string, value: string): Planted {
  const at = bloc.book.units.find(({ id }) => id === unit)?.attributes.get(header)?.place;
  if (at === undefined) throw new Error(`no attribute ${header}`);
  return { at, edits: [{ place: at, value }] };
}

const UNITS: readonly InputFault[] = [
  unitCell(
    'a blank actual',
    'data-missing',
    (bloc, unit) => bloc.cell('data', `${unit} I.2`, 'actual'),
    () => null,
    SUMS,
  ),
  unitCell(
    'a blank count',
    'data-missing',
    (bloc, unit) => bloc.cell('data', `${unit} I.4`, 'count'),
    () => null,
    SUMS,
  ),
  unitCell(
    'a negative count',
    'count-invalid',
    (bloc, unit) => bloc.cell('data', `${unit} III.4`, 'count'),
    () => -2,
    SUMS,
  ),
  unitCell(
    'a target of nothing',
    'target-not-positive',
    (bloc, unit) => bloc.cell('data', `${unit} I.2`, 'target'),
    () => 0,
    SUMS,
  ),
  unitCell(
    'data of an unknown criterion',
    'code-unknown',
    (bloc, unit) => bloc.cell('data', `${unit} III.4`, 'criterion'),
    () => 'III.9',
    [...SUMS, 'data-missing'],
  ),
  ofUnit('points without evidence', 'evidence-missing', (bloc, unit) => ({
    at: bloc.score(unit, 'III.1'),
    edits: [
      { place: bloc.cell('data', `${unit} III.1`, 'evidence'), value: null },
      { place: bloc.cell('data', `${unit} III.1`, 'remark'), value: 'sẽ bổ sung' },
    ],
  })),
  unitCell(
    'a parent that is not its sum',
    'sum-differs',
    (bloc, unit) => bloc.stated(unit, 'II').place,
    (bloc, unit) => bloc.stated(unit, 'II').value + 1,
    ['formula-overwritten', 'sum-differs'],
  ),
  unitCell(
    'a total that is not its sum',
    'sum-differs',
    (bloc, unit) => bloc.stated(unit, '').place,
    (bloc, unit) => bloc.stated(unit, '').value - 2,
    ['formula-overwritten'],
  ),
  unitCell(
    'a formula typed over with its value',
    'formula-overwritten',
    (bloc, unit) => bloc.stated(unit, 'III').place,
    (bloc, unit) => bloc.stated(unit, 'III').value,
  ),
  ofUnit('an answer that is none', 'attribute-invalid', (bloc, unit) => attribute(bloc, unit, 'Kỷ luật', 'chưa rõ')),
  ofUnit('a day as text', 'date-as-text', (bloc, unit) => attribute(bloc, unit, 'Ngày nộp hồ sơ', '31-12-2025')),
  unitCell(
    'a name with a typing error',
    'unit-list-differs',
    (bloc, unit) => bloc.cell('units', unit, 'name'),
    (bloc, unit) => (bloc.book.units.find(({ id }) => id === unit)?.name ?? '').replace('khối', 'khồi'),
    ['code-unknown', 'unit-column-missing', 'score-missing'],
  ),
  unitCell(
    'a unit without code',
    'code-missing',
    (bloc, unit) => bloc.cell('units', unit, 'code'),
    () => null,
    ['code-unknown', 'unit-list-differs'],
  ),
  unitCell(
    'more votes than ballots',
    'ballot-impossible',
    (bloc, unit) => bloc.cell('ballots', `BK ${unit}`, 'favour'),
    () => 25,
  ),
  unitCell(
    'votes of an unknown unit',
    'code-unknown',
    (bloc, unit) => bloc.cell('ballots', `UBND ${unit}`, 'unit'),
    () => 'DV99',
  ),
];

/** A cell of the rules; `claims` keeps two faults from the same row. */
function rule(
  kind: string,
  code: IssueCode,
  claims: string,
  place: (bloc: BlocCells) => Place,
  value: Edit['value'],
  also: readonly IssueCode[] = [],
): InputFault {
  return {
    kind,
    code,
    also,
    plant: (bloc) => {
      if (!bloc.claim(claims)) return null;
      const at = place(bloc);
      return { at, edits: [{ place: at, value }] };
    },
  };
}

const setting = (bloc: BlocCells, name: SettingName): Place => {
  const place = bloc.book.settings.sources[name]?.place;
  if (place === undefined) throw new Error(`no setting ${name}`);
  return place;
};

const RULES: readonly InputFault[] = [
  rule('a raised maximum', 'max-changed', 'criterion III.3', (bloc) => bloc.cell('criteria', 'III.3', 'max'), 6, [
    'max-differs',
    'max-sum-differs',
  ]),
  rule(
    'another text of a criterion',
    'criterion-changed',
    'criterion II.3',
    (bloc) => bloc.cell('criteria', 'II.3', 'name'),
    'Tiếp công dân',
  ),
  rule('another step', 'criterion-changed', 'criterion I.1', (bloc) => bloc.cell('criteria', 'I.1', 'step'), 0.05),
  rule(
    'another ladder',
    'criterion-changed',
    'criterion I.3',
    (bloc) => bloc.cell('criteria', 'I.3', 'parameter'),
    '0; 4; 5; 8; 10',
  ),
  rule(
    'another way of scoring',
    'criterion-changed',
    'criterion III.2',
    (bloc) => bloc.cell('criteria', 'III.2', 'counts'),
    'thưởng',
    ['max-sum-differs', 'sum-differs', 'setting-invalid'],
  ),
  rule(
    'not applicable allowed',
    'criterion-changed',
    'criterion III.2',
    (bloc) => bloc.cell('criteria', 'III.2', 'na'),
    'có',
  ),
  rule('a higher quota', 'rule-changed', 'award BK', (bloc) => bloc.cell('awards', 'BK', 'quota'), 3),
  rule('a quota in words', 'quota-invalid', 'award UBND', (bloc) => bloc.cell('awards', 'UBND', 'quota'), 'ba'),
  rule(
    'another name of an award',
    'rule-changed',
    'award BK',
    (bloc) => bloc.cell('awards', 'BK', 'name'),
    'Giấy khen',
  ),
  rule(
    'another policy at the last place',
    'rule-changed',
    'award BK',
    (bloc) => bloc.cell('awards', 'BK', 'cutoff'),
    'lấy hết',
  ),
  rule('a lower threshold', 'rule-changed', 'condition ĐK3', (bloc) => bloc.cell('conditions', 'ĐK3', 'value'), 40),
  rule(
    'a condition for fewer awards',
    'rule-changed',
    'condition ĐK3',
    (bloc) => bloc.cell('conditions', 'ĐK3', 'scope'),
    'UBND',
  ),
  rule(
    'a bar that became a demand',
    'rule-changed',
    'condition ĐK4',
    (bloc) => bloc.cell('conditions', 'ĐK4', 'op'),
    '>',
  ),
  rule(
    'an operator in words',
    'condition-invalid',
    'condition ĐK5',
    (bloc) => bloc.cell('conditions', 'ĐK5', 'op'),
    'lớn hơn',
  ),
  rule(
    'a condition on an unknown field',
    'condition-invalid',
    'condition ĐK7',
    (bloc) => bloc.cell('conditions', 'ĐK7', 'field'),
    'điểm rèn luyện',
  ),
  rule('a higher cap of the bonus', 'rule-changed', 'setting bonusCap', (bloc) => setting(bloc, 'bonusCap'), 15),
  rule('other tie keys', 'rule-changed', 'setting tieKeys', (bloc) => setting(bloc, 'tieKeys'), 'nhóm II'),
  rule('an unknown tie key', 'tie-key-unknown', 'setting tieKeys', (bloc) => setting(bloc, 'tieKeys'), 'nhóm IX', [
    'rule-changed',
  ]),
  rule(
    'several awards per unit',
    'rule-changed',
    'setting oneAwardPerUnit',
    (bloc) => setting(bloc, 'oneAwardPerUnit'),
    'không',
  ),
  rule(
    'a setting that is no word',
    'setting-invalid',
    'setting unusedPlaces',
    (bloc) => setting(bloc, 'unusedPlaces'),
    'để dành',
  ),
  rule('bands out of order', 'band-order', 'bands', (bloc) => bloc.cell('bands', 'Khá', 'from'), 85, ['rule-changed']),
  rule('a lower band', 'rule-changed', 'bands', (bloc) => bloc.cell('bands', 'Xuất sắc', 'from'), 88),
  rule('another regulation', 'rule-changed', 'info regulation', (bloc) => bloc.info('regulation'), 'Quy chế năm 2019'),
  rule('another year', 'rule-changed', 'info year', (bloc) => bloc.info('year'), 2024),
  rule('no template', 'template-missing', 'info template', (bloc) => bloc.info('template'), 'mẫu cũ'),
  {
    ...rule('a newer template', 'template-newer', 'info template', (bloc) => bloc.info('template'), 'thidua/3'),
    alone: true,
  },
  rule(
    'another maximum beside the scores',
    'max-differs',
    'matrix maximum',
    (bloc) => ({ ...bloc.score('DV01', 'III.2'), column: 2 }),
    7,
  ),
  {
    kind: 'a criterion under another code',
    code: 'criterion-added',
    also: ['criterion-missing', 'max-sum-differs'],
    plant: (bloc) => {
      if (!bloc.claim('criterion II.1')) return null;
      const at = bloc.cell('criteria', 'II.1', 'code');
      return {
        at,
        edits: [
          { place: at, value: 'II.8' },
          { place: { ...bloc.score('DV01', 'II.1'), column: 0 }, value: 'II.8' },
        ],
      };
    },
  },
  {
    kind: 'a criterion taken out',
    code: 'criterion-missing',
    also: ['code-unknown', 'max-sum-differs', 'sum-differs', 'criterion-row-missing'],
    plant: (bloc) => {
      if (!bloc.claim('criterion T.2', 'bonus')) return null;
      const key = bloc.cell('criteria', 'T.2', 'code');
      const matrix = bloc.score('DV01', 'T.2');
      const at = bloc.where.header('criteria');
      if (at === null) return null;
      return {
        at,
        edits: ['code', 'name', 'max', 'step']
          .map((column): Edit => ({ place: bloc.cell('criteria', 'T.2', column), value: null }))
          .concat([0, 1, 2].map((column) => ({ place: { ...matrix, column }, value: null })))
          .concat(
            bloc.book.scores.flatMap(({ entries }) =>
              entries.get('T.2')?.place ? [{ place: entries.get('T.2')?.place ?? key, value: null }] : [],
            ),
          ),
      };
    },
  },
  {
    kind: 'a decision without reason',
    code: 'decision-without-reason',
    also: ['decision-incomplete'],
    plant: (bloc) => {
      if (!bloc.claim('decisions')) return null;
      const header = bloc.where.header('decisions');
      if (header === null) return null;
      const row = { ...header, row: header.row + 1 };
      return {
        at: { ...row, column: 0 },
        edits: [['bỏ'], ['BK'], ['DV01']].map(([value = ''], column) => ({ place: { ...row, column }, value })),
      };
    },
  },
  {
    kind: 'votes that are all the same',
    code: 'ballots-identical',
    plant: (bloc) => {
      if (!bloc.claim('ballot UBND')) return null;
      const rows = bloc.book.ballots.filter(({ ballot }) => ballot === 'UBND').map(({ favour }) => favour.place);
      const [at] = rows;
      return at === undefined ? null : { at, edits: rows.map((place) => ({ place, value: 18 })) };
    },
  },
  {
    kind: 'bloc scores copied from the self scores',
    code: 'levels-identical',
    plant: (bloc) => {
      // A unit that is wrong in its bloc score alone would differ again.
      if (!bloc.claim(...bloc.book.units.map(({ id }) => id))) return null;
      const self = bloc.book.scores.filter(({ level }) => level === 'self');
      const at = bloc.score('DV01', 'I.1');
      return {
        at,
        edits: self.flatMap(({ unit, entries }) => {
          const place = entries.get('I.1')?.place;
          return place === undefined ? [] : [{ place, value: bloc.value(unit, 'I.1') }];
        }),
      };
    },
    also: ['sum-differs'],
  },
  {
    kind: 'a unit twice',
    code: 'code-duplicate',
    also: ['code-unknown', 'unit-column-missing', 'unit-list-differs'],
    plant: (bloc) => {
      const unit = bloc.freeUnit();
      if (unit === null || unit === 'DV01' || !bloc.claim(unit, 'DV01')) return null;
      const at = bloc.cell('units', unit, 'code');
      return { at, edits: [{ place: at, value: 'DV01' }] };
    },
  },
];

export const INPUT_FAULTS: readonly InputFault[] = [...SCORES, ...UNITS, ...RULES];
