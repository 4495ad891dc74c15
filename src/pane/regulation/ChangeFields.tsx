/** What is typed and chosen for each command on the rules. */
import type { Book, BookNames } from '../../rules';
import { ballotText } from '../../text/reasons';
import { BALLOT_COUNTS } from '../../workbook/change/ballot-rules';
import type { WorkbookCells } from '../../sheets/cells';
import { isGroupWord, WAY_WORDS, type WayWord } from '../../workbook/layout';
import { wayChoice, wayHint } from '../../text/ways';
import { useSession } from '../App';
import { useLang } from '../lang';
import { Choice } from '../parts/Choice';
import { effectChoices, fieldChoices, operatorsOf, scopeChoices, type Choosable } from './condition-choices';
import { useRegulationWords } from './regulation-words';
import {
  ballotChoices,
  countedKey,
  DIRECTIONS,
  hasParameter,
  PAPERS,
  QUOTA_KINDS,
  withAward,
  withBallot,
  withBand,
  withCriterion,
  withUnit,
  type Command,
  type WishFields,
} from './wish-fields';

/** What a list has for nothing, since it takes '' for "not chosen": no cell's text has a line break at its end. */
const TOP = '\n';
const filled = ({ value, label }: Choosable): Choosable => ({ value: value === '' ? TOP : value, label });

const CHOICES = Object.keys(WAY_WORDS) as readonly WayWord[];

interface FieldsProps {
  readonly command: Command;
  readonly fields: WishFields;
  readonly book: Book;
  readonly names: BookNames;
  readonly cells: WorkbookCells;
  readonly change: (part: Partial<WishFields>) => void;
  readonly troubleId: string;
  readonly isWrong: boolean;
}

export function ChangeFields({ command, fields, book, names, cells, change, troubleId, isWrong }: FieldsProps) {
  const isExcel = useSession().door.kind === 'excel';
  const lang = useLang();
  const { r, spoken, condition: sentence } = useRegulationWords();
  const typed = (key: 'name' | 'max' | 'quota' | 'parameter' | 'value' | 'from', label: string) => (
    <label>
      {label}
      <input
        type="text"
        inputMode={key === 'max' || key === 'quota' || key === 'from' ? 'decimal' : 'text'}
        value={fields[key]}
        aria-invalid={isWrong}
        aria-describedby={troubleId}
        onChange={(event) => {
          change({ [key]: event.target.value });
        }}
      />
    </label>
  );
  const unit = (
    <Choice
      label={r('unit')}
      value={fields.unit}
      options={book.units.map(({ id }) => ({ value: id, label: names.unit(id) }))}
      onChange={(value) => {
        change(withUnit(command, book, value));
      }}
    />
  );
  const under = (
    <Choice
      label={r('under')}
      value={fields.under === '' ? TOP : fields.under}
      options={[
        ...book.criteria
          .filter(({ way }) => way.kind === 'group')
          .map(({ code }) => ({ value: code, label: names.criterion(code) })),
        { value: TOP, label: r('top') },
      ]}
      onChange={(value) => {
        change({ under: value === TOP ? '' : value });
      }}
    />
  );
  const criterion = (
    <Choice
      label={r('criterion')}
      value={fields.criterion}
      options={book.criteria.map(({ code }) => ({ value: code, label: names.criterion(code) }))}
      onChange={(value) => {
        change(withCriterion(command, book, value, spoken, cells));
      }}
    />
  );
  const award = (
    <Choice
      label={r('award')}
      value={fields.award}
      options={book.awards.map(({ id }) => ({ value: id, label: names.award(id) }))}
      onChange={(value) => {
        change(withAward(book, value, spoken));
      }}
    />
  );
  const band = (
    <Choice
      label={r('band')}
      value={fields.band}
      options={book.bands.map(({ name }) => ({ value: name, label: name }))}
      onChange={(value) => {
        change(withBand(book, value, spoken));
      }}
    />
  );
  const quotaFor = (words: 'quota' | 'limit') => (
    <>
      <Choice
        label={r('quotaOf')}
        value={fields.quotaOf}
        options={QUOTA_KINDS.map((value) => ({ value, label: r(`of.${value}`) }))}
        onChange={(quotaOf) => {
          change({ quotaOf });
        }}
      />
      {typed('quota', r(fields.quotaOf === 'number' ? words : 'percent'))}
    </>
  );
  const quota = quotaFor('quota');
  const limit = quotaFor('limit');
  switch (command) {
    case 'addUnit':
      return typed('name', r('unitName'));
    case 'renameUnit':
      return (
        <>
          {unit}
          {typed('name', r('newName'))}
        </>
      );
    case 'removeUnit':
      return unit;
    case 'moveUnit':
      return (
        <>
          {unit}
          <Choice
            label={r('direction')}
            value={fields.direction}
            options={DIRECTIONS.map((value) => ({ value, label: r(`direction.${value}`) }))}
            onChange={(direction) => {
              change({ direction });
            }}
          />
        </>
      );
    case 'addBallot': {
      const { posts, awards } = ballotChoices(book);
      return (
        <>
          <Choice
            label={r('ballot')}
            value={fields.ballot}
            options={[...awards, ...posts].map((value) => ({ value, label: ballotText(value, names, spoken) }))}
            onChange={(value) => {
              change(withBallot(book, value));
            }}
          />
          {unit}
          {BALLOT_COUNTS.map((key) => (
            <label key={key}>
              {r(`count.${key}`)}
              <input
                type="text"
                inputMode="numeric"
                value={fields.counts[key]}
                aria-invalid={isWrong}
                aria-describedby={troubleId}
                onChange={(event) => {
                  change({ counts: { ...fields.counts, [key]: event.target.value } });
                }}
              />
            </label>
          ))}
        </>
      );
    }
    case 'removeBallot':
      return (
        <Choice
          label={r('ballot')}
          value={fields.counted}
          options={book.ballots.map((row) => ({
            value: countedKey(row),
            label: `${ballotText(row.ballot, names, spoken)}: ${names.unit(row.unit)}`,
          }))}
          onChange={(counted) => {
            change({ counted });
          }}
        />
      );
    case 'addBand':
      return (
        <>
          {typed('name', r('bandName'))}
          {typed('from', r('from'))}
          {limit}
        </>
      );
    case 'changeBand':
      return (
        <>
          {band}
          {typed('from', r('from'))}
          {limit}
        </>
      );
    case 'removeBand':
      return band;
    case 'addCriterion':
      return (
        <>
          {typed('name', r('criterionName'))}
          {under}
          <Choice
            label={r('kind')}
            value={fields.isGroup ? 'isGroup' : 'isScored'}
            options={(['isScored', 'isGroup'] as const).map((value) => ({ value, label: r(value) }))}
            onChange={(value) => {
              change({ isGroup: value === 'isGroup' });
            }}
          />
          {typed('max', r(fields.isGroup ? 'maxOfGroup' : 'max'))}
        </>
      );
    case 'addCriteria':
      return (
        <>
          <label>
            {r('list')}
            <textarea
              rows={8}
              value={fields.list}
              aria-invalid={isWrong}
              aria-describedby={troubleId}
              onChange={(event) => {
                change({ list: event.target.value });
              }}
            />
          </label>
          {under}
        </>
      );
    case 'changeMaximum':
      return (
        <>
          {criterion}
          {typed('max', r('max'))}
        </>
      );
    case 'renameCriterion':
      return (
        <>
          {criterion}
          {typed('name', r('newText'))}
        </>
      );
    case 'removeCriterion':
      return criterion;
    case 'changeWay': {
      const isGroup = book.criteria.some(({ parent }) => parent === fields.criterion);
      const ways = CHOICES.filter((way) => isGroupWord(way) === isGroup);
      return (
        <>
          {criterion}
          <Choice
            label={r('way')}
            value={fields.way}
            options={ways.map((value) => ({ value, label: wayChoice(lang, value) }))}
            onChange={(way) => {
              change({ way });
            }}
          />
          {hasParameter(fields.way) && (
            <>
              {typed('parameter', r('parameter'))}
              <p className="is-quiet">{wayHint(lang, fields.way)}</p>
            </>
          )}
        </>
      );
    }
    case 'changeQuota':
      return (
        <>
          {award}
          {quota}
        </>
      );
    case 'addAward':
      return (
        <>
          {typed('name', r('awardName'))}
          {quota}
        </>
      );
    case 'removeAward':
      return award;
    case 'addCondition':
      return (
        <>
          <Choice
            label={r('field')}
            value={fields.field}
            options={fieldChoices(book, names, r)}
            onChange={(field) => {
              const [first = '>='] = operatorsOf(field);
              change({ field, op: operatorsOf(field).includes(fields.op) ? fields.op : first });
            }}
          />
          <Choice
            label={r('op')}
            value={fields.op}
            options={operatorsOf(fields.field).map((value) => ({ value, label: r(`op.${value}`) }))}
            onChange={(op) => {
              change({ op });
            }}
          />
          {typed('value', r('value'))}
          <Choice
            label={r('scope')}
            value={fields.scope === '' ? TOP : fields.scope}
            options={scopeChoices(book, names, r).map(filled)}
            onChange={(scope) => {
              change({ scope: scope === TOP ? '' : scope });
            }}
          />
          <Choice
            label={r('effect')}
            value={fields.effect === '' ? TOP : fields.effect}
            options={effectChoices(book, names, r).map(filled)}
            onChange={(effect) => {
              change({ effect: effect === TOP ? '' : effect });
            }}
          />
        </>
      );
    case 'removeCondition':
      return (
        <Choice
          label={r('condition')}
          value={fields.condition}
          options={book.conditions.map((each) => ({ value: each.id, label: sentence(each, names) }))}
          onChange={(condition) => {
            change({ condition });
          }}
        />
      );
    case 'rebuild':
      return <p>{r('rebuildWhat')}</p>;
    case 'layPages':
      return (
        <>
          <p>{r('layPagesWhat')}</p>
          {isExcel && <p className="is-quiet">{r('layPagesInExcel')}</p>}
          <Choice
            label={r('paper')}
            value={fields.paper}
            options={PAPERS.map((value) => ({ value, label: r(`paper.${value}`) }))}
            onChange={(paper) => {
              change({ paper });
            }}
          />
        </>
      );
  }
}
