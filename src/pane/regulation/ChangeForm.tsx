/** One command on the rules: a small form, what it would do in words, and then the deed. */
import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { BookNames, Book } from '../../rules';
import type { Judgement } from '../../workbook/judgement';
import { namesOf } from '../../workbook/judgement';
import { useSession } from '../App';
import { askWorker } from '../ask-worker';
import { Choice } from '../parts/Choice';
import { Modal } from '../parts/Modal';
import type { ChangeAnswer } from './change-worker';
import { useRegulationWords } from './regulation-words';
import { startChange } from './start-change';
import {
  firstFields,
  PAPERS,
  QUOTA_KINDS,
  wishOf,
  withAward,
  withCriterion,
  withUnit,
  type Command,
  type WishFields,
} from './wish-fields';

interface Props {
  readonly command: Command;
  readonly judgement: Judgement;
  readonly onClose: () => void;
}

export default function ChangeForm({ command, judgement, onClose }: Props) {
  const session = useSession();
  const { r, mark, spoken } = useRegulationWords();
  const { book } = judgement;
  const names = namesOf(judgement);
  const [fields, setFields] = useState(() => firstFields(command, book, spoken));
  const [asked, setAsked] = useState<'nothing' | 'waiting' | 'unanswered' | ChangeAnswer>('nothing');
  /** What was typed since makes an answer that is on its way an answer to something else. */
  const turn = useRef(0);
  const troubleId = useId();
  const answer = typeof asked === 'string' ? null : asked;
  const change = (part: Partial<WishFields>): void => {
    turn.current += 1;
    setFields({ ...fields, ...part });
    setAsked('nothing');
  };
  const preview = async (): Promise<void> => {
    const mine = (turn.current += 1);
    setAsked('waiting');
    const task = { cells: judgement.cells, wish: wishOf(command, fields), lang: spoken, door: session.door.kind };
    const given = await askWorker(task, startChange, async (own) =>
      (await import('./change-worker')).changeAnswer(own),
    );
    if (mine === turn.current) setAsked(given ?? 'unanswered');
  };
  const carryOut = async ({ changes }: Extract<ChangeAnswer, { kind: 'proposed' }>): Promise<void> => {
    onClose();
    await session.change(changes, {
      kind: 'regulated',
      what:
        command === 'rebuild' ? r(command) : r('done', { command: r(command), what: about(command, fields, names) }),
    });
  };
  const why = asked === 'unanswered' ? r('noAnswer') : answer?.kind === 'refused' ? mark(answer.why) : '';
  return (
    <Modal title={r(command)} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void preview();
        }}
      >
        <Fields {...{ command, fields, book, names, change, troubleId }} isWrong={why !== ''} />
        <p id={troubleId} role="alert" className="trouble">
          {why}
        </p>
        {answer?.kind !== 'proposed' && (
          <div className="buttons">
            <Button type="submit" appearance="primary" disabledFocusable={asked === 'waiting'}>
              {r(asked === 'waiting' ? 'previewing' : 'preview')}
            </Button>
            <Button onClick={onClose}>{r('cancel')}</Button>
          </div>
        )}
      </form>
      {answer?.kind === 'proposed' && (
        <Preview
          answer={answer}
          onConfirm={() => {
            void carryOut(answer);
          }}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

/** Whom or what the command was about, for the line that stays. */
function about(command: Command, { name, unit, criterion, award, paper }: WishFields, names: BookNames): string {
  switch (command) {
    case 'renameUnit':
      return `${names.unit(unit)} → ${name.trim()}`;
    case 'removeUnit':
      return names.unit(unit);
    case 'changeMaximum':
      return names.criterion(criterion);
    case 'changeQuota':
      return names.award(award);
    case 'layPages':
      return paper;
    default:
      return name.trim();
  }
}

interface FieldsProps {
  readonly command: Command;
  readonly fields: WishFields;
  readonly book: Book;
  readonly names: BookNames;
  readonly change: (part: Partial<WishFields>) => void;
  readonly troubleId: string;
  readonly isWrong: boolean;
}

function Fields({ command, fields, book, names, change, troubleId, isWrong }: FieldsProps) {
  const isExcel = useSession().door.kind === 'excel';
  const { r, spoken } = useRegulationWords();
  const typed = (key: 'name' | 'max' | 'quota', label: string) => (
    <label>
      {label}
      <input
        type="text"
        inputMode={key === 'name' ? 'text' : 'decimal'}
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
    case 'addCriterion': {
      const groups = book.criteria.filter(({ way }) => way.kind === 'group');
      return (
        <>
          {typed('name', r('criterionName'))}
          <Choice
            label={r('under')}
            value={fields.under === '' ? TOP : fields.under}
            options={[
              ...groups.map(({ code }) => ({ value: code, label: names.criterion(code) })),
              { value: TOP, label: r('top') },
            ]}
            onChange={(value) => {
              change({ under: value === TOP ? '' : value });
            }}
          />
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
    }
    case 'changeMaximum':
      return (
        <>
          <Choice
            label={r('criterion')}
            value={fields.criterion}
            options={book.criteria.map(({ code }) => ({ value: code, label: names.criterion(code) }))}
            onChange={(value) => {
              change(withCriterion(command, book, value, spoken));
            }}
          />
          {typed('max', r('max'))}
        </>
      );
    case 'changeQuota':
      return (
        <>
          <Choice
            label={r('award')}
            value={fields.award}
            options={book.awards.map(({ id }) => ({ value: id, label: names.award(id) }))}
            onChange={(value) => {
              change(withAward(book, value, spoken));
            }}
          />
          <Choice
            label={r('quotaOf')}
            value={fields.quotaOf}
            options={QUOTA_KINDS.map((value) => ({ value, label: r(`of.${value}`) }))}
            onChange={(quotaOf) => {
              change({ quotaOf });
            }}
          />
          {typed('quota', r(fields.quotaOf === 'number' ? 'quota' : 'percent'))}
        </>
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

/** No code of a criterion: a cell's text has no line break at its end. */
const TOP = '\n';

interface PreviewProps {
  readonly answer: Extract<ChangeAnswer, { kind: 'proposed' }>;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

function Preview({ answer, onConfirm, onClose }: PreviewProps) {
  const { r, mark } = useRegulationWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { lines, follows, locked } = answer;
  return (
    <div className="change-preview">
      <h3 tabIndex={-1} ref={heading}>
        {r('changes')}
      </h3>
      <Lines lines={lines.map(mark)} />
      <h3>{r('follows')}</h3>
      {follows.length === 0 ? <p>{r('nothingFollows')}</p> : <Lines lines={follows.map(mark)} />}
      {locked.length > 0 && <p className="caution">{r('locked', { sheets: locked.join(', ') })}</p>}
      <div className="buttons">
        <Button appearance="primary" onClick={onConfirm}>
          {r('confirm')}
        </Button>
        <Button onClick={onClose}>{r('cancel')}</Button>
      </div>
    </div>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={at}>{line}</li>
      ))}
    </ul>
  );
}
