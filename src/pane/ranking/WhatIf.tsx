/** "Nếu … thì sao": try other scores or votes, see what they would change; then discard, or write them. */
import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { UnitId } from '../../rules';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { useSession } from '../App';
import { Choice } from '../parts/Choice';
import { BackIcon, CloseIcon, WarningIcon } from '../parts/icons';
import { Unanswered } from '../parts/Unanswered';
import { entryText, shownValue } from '../parts/values';
import type { Supposed } from '../judged-handle';
import { useAnswer } from '../use-answer';
import { useWords } from '../words';
import { issueKey } from '../check/IssueList';
import { ChangeList } from './ChangeList';
import { RankingTable } from './RankingTable';
import {
  addSupposition,
  entryOf,
  keyOf,
  supposedBook,
  suppositionFixes,
  typedNumeral,
  type Supposition,
} from './suppose';

export function WhatIf({ judgement, onBack }: { readonly judgement: Judgement; readonly onBack: () => void }) {
  const session = useSession();
  const words = useWords();
  const { t, score, lang } = words;
  const [list, setList] = useState<readonly Supposition[]>([]);
  const names = namesOf(judgement);
  const { book } = judgement;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  const question = useMemo(() => (list.length === 0 ? null : ({ about: 'suppositions', list } as const)), [list]);
  const { got, isBehind } = useAnswer(judgement, question);
  const apply = async () => {
    if (await session.change(suppositionFixes(book, list), { kind: 'applied' })) onBack();
  };
  return (
    <article className="what-if" aria-busy={isBehind}>
      <Button className="back" size="small" appearance="transparent" icon={<BackIcon />} onClick={onBack}>
        {t('unit.back')}
      </Button>
      <h2 ref={heading} tabIndex={-1}>
        {t('whatIf.title')}
      </h2>
      <p className="is-quiet">{t('whatIf.text')}</p>
      <SuppositionForm
        judgement={judgement}
        list={list}
        onAdd={(added) => {
          setList(addSupposition(list, added));
        }}
      />
      {list.length > 0 && (
        <ul className="suppositions">
          {list.map((each) => (
            <li key={keyOf(each)}>
              <span>
                {names.unit(each.unit)} ·{' '}
                {each.kind === 'score' ? each.criterion : t('whatIf.ballot', { ballot: names.award(each.ballot) })}:{' '}
                <s>{entryText(entryOf(book, each), lang)}</s> → <b>{score(each.value)}</b>
              </span>
              <Button
                size="small"
                appearance="subtle"
                icon={<CloseIcon />}
                aria-label={t('whatIf.remove')}
                onClick={() => {
                  setList(list.filter((other) => other !== each));
                }}
              />
            </li>
          ))}
        </ul>
      )}
      {got && !got.answer.ok && <Unanswered problem={got.answer.error} />}
      {got?.answer.ok && (
        <>
          <Outcome judgement={got.judgement} list={list} supposed={got.answer.value} />
          <div className="buttons">
            <Button
              appearance="primary"
              onClick={() => {
                void apply();
              }}
            >
              {t('whatIf.apply', { n: list.length })}
            </Button>
            <Button onClick={onBack}>{t('whatIf.discard')}</Button>
          </div>
        </>
      )}
    </article>
  );
}

interface OutcomeProps {
  readonly judgement: Judgement;
  readonly list: readonly Supposition[];
  readonly supposed: Supposed;
}

function Outcome({ judgement, list, supposed: { evaluation, changes } }: OutcomeProps) {
  const words = useWords();
  const known = new Set(judgement.evaluation.issues.map(issueKey));
  const caused = evaluation.issues.filter((found) => found.severity === 'error' && !known.has(issueKey(found)));
  return (
    <>
      {caused.map((found) => (
        <p key={issueKey(found)} className="caution">
          <WarningIcon /> {words.issue(found).what}
        </p>
      ))}
      <ChangeList title={words.t('whatIf.changes')} changes={{ ...changes, inputs: [] }} judgement={judgement} />
      <RankingTable judgement={{ book: supposedBook(judgement.book, list), evaluation }} />
    </>
  );
}

interface FormProps {
  readonly judgement: Judgement;
  readonly list: readonly Supposition[];
  readonly onAdd: (added: Supposition) => void;
}

function SuppositionForm({ judgement, list, onAdd }: FormProps) {
  const { t, lang } = useWords();
  const names = namesOf(judgement);
  const { book } = judgement;
  const [unit, setUnit] = useState<UnitId>(book.units[0]?.id ?? '');
  const targets = [
    ...book.criteria
      .filter(({ code, way }) => way.kind !== 'group' && entryOf(book, { kind: 'score', unit, criterion: code }))
      .map(({ code, name }) => ({ value: `score|${code}`, label: `${code} ${name}` })),
    ...book.ballots
      .filter((row) => row.unit === unit)
      .map(({ ballot }) => ({ value: `ballot|${ballot}`, label: t('whatIf.ballot', { ballot: names.award(ballot) }) })),
  ];
  const [target, setTarget] = useState(targets[0]?.value ?? '');
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  const [kind, code = ''] = target.split('|');
  const about =
    kind === 'ballot'
      ? { kind: 'ballot' as const, unit, ballot: code }
      : { kind: 'score' as const, unit, criterion: code };
  const now = list.find((each) => keyOf(each) === keyOf({ ...about, value: '0' }))?.value;
  const add = () => {
    const value = typedNumeral(text);
    setWrong(value === null);
    if (value === null) return;
    onAdd({ ...about, value });
    setText('');
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <Choice
        label={t('decide.unit')}
        value={unit}
        options={book.units.map(({ id, name }) => ({ value: id, label: name || id }))}
        onChange={setUnit}
      />
      <Choice label={t('whatIf.what')} value={target} options={targets} onChange={setTarget} />
      <div className="value-row">
        <label>
          {t('whatIf.value', {
            now: now === undefined ? entryText(entryOf(book, about), lang) : shownValue(now, lang),
          })}
          <input
            type="text"
            inputMode="decimal"
            value={text}
            aria-invalid={wrong}
            onChange={(event) => {
              setText(event.target.value);
              setWrong(false);
            }}
          />
        </label>
        <Button type="submit">{t('whatIf.add')}</Button>
      </div>
      <p role="alert" className="trouble">
        {wrong && t('whatIf.notNumber')}
      </p>
    </form>
  );
}
