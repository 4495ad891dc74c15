/** `Nhận bảng điểm cũ`: what was read, what is asked, what differs, and the book. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { openQuestions, type Proposal, type Question } from '../../workbook/adopt';
import { useCreator } from '../App';
import { WORKBOOKS, workbooksOf } from '../board/chosen-files';
import { useWords } from '../words';
import { AdoptCheck } from './AdoptCheck';
import { AdoptPreview } from './AdoptPreview';
import { AdoptQuestions } from './AdoptQuestions';
import { proposalOf, questionsOf, type AdoptState, type AdoptStore } from './adopt-store';
import { useAdoptWords } from './adopt-words';

interface Props {
  readonly store: AdoptStore;
  readonly state: AdoptState;
}

export function AdoptView({ store, state }: Props) {
  const { run, runApart } = useCreator();
  const { place, problem } = useWords();
  const { a, line } = useAdoptWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const { old, answers, made, isMaking } = state;
  const proposal = proposalOf(state);
  const questions = questionsOf(state);
  const needed = questions.filter((question) => question.needed);
  const optional = questions.filter((question) => !question.needed);
  const answer = (key: string, value: string): void => {
    store.answer(key, value);
  };
  const nameOfTable = (table: Proposal): string =>
    line('found', {
      place: place(table.place),
      units: table.units.length,
      criteria: table.criteria.filter(({ leaf }) => leaf).length,
      scores: table.scores.length,
      direction: line(table.direction),
    });
  const tableOf = ({ about }: Question, choice: string): string | undefined => {
    const table = about === 'table' ? old?.tables[Number(choice) - 1] : undefined;
    return table && nameOfTable(table);
  };
  const make = (): void => {
    if (made === null || proposal === null) return;
    const { check, plans, isApart } = made;
    const name = answers.get('name') ?? proposal.about.name?.value ?? '';
    if (isApart) runApart(plans, name);
    else run(plans, name, { check, kind: proposal.about.kind });
  };
  return (
    <section className="adopt" aria-labelledby="adopt-title">
      <Button
        size="small"
        appearance="subtle"
        className="back"
        onClick={() => {
          store.begin(false);
        }}
      >
        ‹ {a('issues')}
      </Button>
      <h2 id="adopt-title" tabIndex={-1} ref={heading}>
        {a('title')}
      </h2>
      {proposal !== null && <AdoptPreview proposal={proposal} otherSheets={old?.otherSheets ?? []} />}
      {proposal?.units.length === 1 && <OtherFiles store={store} />}
      {state.more.length > 0 && (
        <p className="is-quiet">{a('added', { files: state.more.map(({ name }) => name).join(', ') })}</p>
      )}
      {state.unreadable.map(({ name, problem: why }) => (
        <p key={name} className="trouble">
          {a('unreadable', { file: name, why: problem(why).what })}
        </p>
      ))}
      <section>
        <h3>{a('questions')}</h3>
        {needed.length === 0 && <p>{a('noQuestions')}</p>}
        <AdoptQuestions questions={needed} answers={answers} onAnswer={answer} choiceOf={tableOf} />
        {optional.length > 0 && (
          <details>
            <summary>{a('optional', { n: optional.length })}</summary>
            <AdoptQuestions questions={optional} answers={answers} onAnswer={answer} />
          </details>
        )}
      </section>
      <section>
        <h3>{a('check')}</h3>
        <div role="status">
          {made !== null ? (
            <AdoptCheck check={made.check} kind={proposal?.about.kind ?? null} />
          ) : (
            <p className="is-quiet">
              {a(isMaking && openQuestions(questions, answers).length === 0 ? 'checking' : 'afterwards')}
            </p>
          )}
        </div>
      </section>
      {made?.isApart === true && <p className="is-quiet">{a('taken')}</p>}
      <div className="buttons">
        <Button appearance="primary" disabledFocusable={made === null} onClick={make}>
          {a('make')}
        </Button>
      </div>
    </section>
  );
}

/** Units that send in a file each. */
function OtherFiles({ store }: { readonly store: AdoptStore }) {
  const { a } = useAdoptWords();
  const input = useRef<HTMLInputElement>(null);
  const add = async (files: FileList | null): Promise<void> => {
    const read = workbooksOf(files ?? []).map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }));
    await store.add(await Promise.all(read));
  };
  return (
    <div>
      <p className="is-quiet">{a('others')}</p>
      <Button
        size="small"
        onClick={() => {
          input.current?.click();
        }}
      >
        {a('add')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        accept={WORKBOOKS}
        hidden
        aria-label={a('add')}
        onChange={(event) => {
          void add(event.target.files);
        }}
      />
    </div>
  );
}
