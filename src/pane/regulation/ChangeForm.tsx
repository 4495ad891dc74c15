/** One command on the rules: a small form, what it would do in words, and then the deed. */
import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { BookNames } from '../../rules';
import type { Judgement } from '../../workbook/judgement';
import { namesOf } from '../../workbook/judgement';
import { useSession } from '../App';
import { askWorker } from '../ask-worker';
import { Modal } from '../parts/Modal';
import type { ChangeAnswer } from './change-worker';
import { ChangeFields } from './ChangeFields';
import { useRegulationWords, type RegulationWords } from './regulation-words';
import { startChange } from './start-change';
import { firstFields, wishOf, type Command, type WishFields } from './wish-fields';

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
  const [fields, setFields] = useState(() => firstFields(command, book, spoken, judgement.cells));
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
    const task = { cells: judgement.cells, wish: wishOf(command, fields), lang: spoken };
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
        command === 'rebuild' ? r(command) : r('done', { command: r(command), what: about(command, fields, names, r) }),
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
        <ChangeFields
          {...{ command, fields, book, names, change, troubleId }}
          cells={judgement.cells}
          isWrong={why !== ''}
        />
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
function about(
  command: Command,
  { name, unit, criterion, award, list, field, condition, paper, counted, band }: WishFields,
  names: BookNames,
  r: RegulationWords['r'],
): string {
  switch (command) {
    case 'renameUnit':
      return `${names.unit(unit)} → ${name.trim()}`;
    case 'removeUnit':
    case 'moveUnit':
    case 'addBallot':
      return names.unit(unit);
    case 'removeBallot':
      return names.unit(counted.split('\n')[1] ?? '');
    case 'changeBand':
    case 'removeBand':
      return band;
    case 'changeMaximum':
    case 'changeWay':
    case 'removeCriterion':
      return names.criterion(criterion);
    case 'renameCriterion':
      return `${names.criterion(criterion)} → ${name.trim()}`;
    case 'addCriteria':
      return r('listed', { n: list.split('\n').filter((line) => line.trim() !== '').length });
    case 'changeQuota':
    case 'removeAward':
      return names.award(award);
    case 'layPages':
      return paper;
    case 'addCondition':
      return field;
    case 'removeCondition':
      return names.condition(condition)?.field ?? condition;
    default:
      return name.trim();
  }
}

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
  const { lines, follows } = answer;
  return (
    <div className="change-preview">
      <h3 tabIndex={-1} ref={heading}>
        {r('changes')}
      </h3>
      <Lines lines={lines.map(mark)} />
      <h3>{r('follows')}</h3>
      {follows.length === 0 ? <p>{r('nothingFollows')}</p> : <Lines lines={follows.map(mark)} />}
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
