/** `Tạo sổ mẫu`: a ready regulation, or the open workbook's, and a pasted list of units become a workbook; or next year's of the open one. */
import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { REGULATIONS } from '../../regulations';
import type { BlocKind } from '../../rules';
import { inKind } from '../../text';
import { uiTextFor } from '../../text/ui';
import { createWorkbook } from '../../workbook/create';
import { isStandard } from '../../workbook/judgement';
import { BLOC_KINDS } from '../../workbook/layout';
import type { SheetPlan } from '../../sheets/plan';
import { parseUnitList, repeatedUnit } from '../../workbook/unit-list';
import { useCreator, useJudgement } from '../App';
import { askWorker } from '../ask-worker';
import { useKind, type Translate } from '../lang';
import { Choice } from '../parts/Choice';
import { Modal } from '../parts/Modal';
import type { BookTask } from '../regulation/change-worker';
import { startChange } from '../regulation/start-change';
import { useWords } from '../words';

const KINDS = ['bloc', 'cluster'] as const;
const SOURCES = ['ready', 'next', 'same'] as const;
type Source = (typeof SOURCES)[number];

interface Props {
  readonly onClose: () => void;
  readonly from?: Source;
}

export default function CreateForm({ onClose, from = 'ready' }: Props) {
  const creator = useCreator();
  const judgement = useJudgement();
  const { t, lang } = useWords();
  const info = judgement?.book.info;
  const [source, setSource] = useState<Source>(from);
  const [kind, setKind] = useState<BlocKind>(useKind());
  const [regulation, setRegulation] = useState<string>(REGULATIONS[0].id);
  const [bloc, setBloc] = useState(from === 'next' ? (info?.name ?? '') : '');
  const [year, setYear] = useState(yearOf(from, info?.year));
  const [units, setUnits] = useState('');
  const [trouble, setTrouble] = useState<{
    readonly at: 'bloc' | 'year' | 'units';
    readonly say: (words: Translate) => string;
  } | null>(null);
  const [asked, setAsked] = useState<'nothing' | 'waiting' | 'unanswered'>('nothing');
  /** Of a form that was closed meanwhile nothing is made. */
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
    };
  }, []);
  const chosen = REGULATIONS.find(({ id }) => id === regulation) ?? REGULATIONS[0];
  const isFromOpen = source !== 'ready';
  const chooseSource = (next: Source) => {
    setSource(next);
    setTrouble(null);
    setBloc(next === 'next' ? (info?.name ?? '') : '');
    setYear(yearOf(next, info?.year));
  };
  // A regulation that is for clusters only is offered for one.
  const choose = (id: string) => {
    setRegulation(id);
    const own = REGULATIONS.find((one) => one.id === id)?.kind;
    if (own !== undefined) setKind(own === BLOC_KINDS.cluster[0] ? 'cluster' : 'bloc');
  };
  const listed = parseUnitList(units);
  const found = (): typeof trouble => {
    if (bloc.trim() === '') return { at: 'bloc', say: (words) => words('create.noName') };
    if (!/^20\d\d$/u.test(year.trim())) return { at: 'year', say: (words) => words('create.noYear') };
    if (source === 'next') return null;
    const repeated = repeatedUnit(listed);
    if (listed.length === 0) return { at: 'units', say: (words) => words('create.noUnits') };
    return repeated === null ? null : { at: 'units', say: (words) => words('create.repeated', { name: repeated }) };
  };
  const plansOfReady = (): readonly SheetPlan[] =>
    createWorkbook(chosen, listed, {
      content: {
        info: {
          kind: BLOC_KINDS[kind][0],
          regulation: inKind(`${chosen.name} (${chosen.source})`, kind),
          name: bloc.trim(),
          year: Number(year),
        },
      },
    });
  const make = async (): Promise<void> => {
    const wrong = found();
    setTrouble(wrong);
    if (wrong !== null || asked === 'waiting') return;
    if (!isFromOpen || !judgement) {
      const plans = plansOfReady();
      onClose();
      creator.run(plans, bloc.trim());
      return;
    }
    setAsked('waiting');
    const plans = await plansOfOpen({
      cells: judgement.cells,
      given: { name: bloc.trim(), year: year.trim() },
      units: source === 'next' ? null : listed,
    });
    if (isClosed.current) return;
    setAsked(plans === null ? 'unanswered' : 'nothing');
    if (plans === null) return;
    onClose();
    creator.runApart(plans, bloc.trim());
  };
  const changed =
    (set: (text: string) => void) =>
    (event: { readonly target: { readonly value: string } }): void => {
      set(event.target.value);
      setTrouble(null);
    };
  const troubleAt = (at: NonNullable<typeof trouble>['at']) => (
    <p role="alert" className="trouble" id={`create-${at}`}>
      {trouble?.at === at ? trouble.say(t) : ''}
    </p>
  );
  return (
    <Modal title={t('create.title')} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        {isStandard(judgement) && (
          <Choice
            label={t('create.source')}
            value={source}
            options={SOURCES.map((value) => ({ value, label: t(`create.source.${value}`) }))}
            onChange={chooseSource}
          />
        )}
        {isFromOpen ? (
          <p className="is-quiet">{t(source === 'next' ? 'create.nextWhat' : 'create.sameWhat')}</p>
        ) : (
          <>
            <Choice
              label={t('create.regulation')}
              value={regulation}
              options={REGULATIONS.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={choose}
            />
            <p className="is-quiet">{chosen.source}</p>
            <Choice
              label={t('create.kind')}
              value={kind}
              options={KINDS.map((value) => ({ value, label: uiTextFor('bloc', lang, `kind.${value}`) }))}
              onChange={setKind}
            />
          </>
        )}
        <label>
          {uiTextFor(kind, lang, 'create.bloc')}
          <input
            type="text"
            value={bloc}
            aria-invalid={trouble?.at === 'bloc'}
            aria-describedby="create-bloc"
            onChange={changed(setBloc)}
          />
        </label>
        {troubleAt('bloc')}
        <label>
          {t('create.year')}
          <input
            type="text"
            inputMode="numeric"
            value={year}
            aria-invalid={trouble?.at === 'year'}
            aria-describedby="create-year"
            onChange={changed(setYear)}
          />
        </label>
        {troubleAt('year')}
        {source !== 'next' && (
          <>
            <label>
              {t('create.units')}
              <textarea
                rows={6}
                value={units}
                aria-invalid={trouble?.at === 'units'}
                aria-describedby="create-units"
                placeholder={t('create.unitsExample')}
                onChange={changed(setUnits)}
              />
            </label>
            {troubleAt('units')}
          </>
        )}
        <p className="is-quiet">
          {t(isFromOpen ? 'create.apart' : creator.into === 'open' ? 'create.hereExcel' : 'create.hereFile')}
        </p>
        <p role="alert" className="trouble">
          {asked === 'unanswered' ? t('create.noAnswer') : ''}
        </p>
        <p role="status">{asked === 'waiting' && t('create.making')}</p>
        <div className="buttons">
          <Button type="submit" appearance="primary" disabledFocusable={asked === 'waiting'}>
            {source === 'next' ? t('create.next') : t('create.make', { n: listed.length })}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** It judges the open workbook anew: too long for the thread that draws. */
const plansOfOpen = (task: BookTask): Promise<readonly SheetPlan[] | null> =>
  askWorker<BookTask, readonly SheetPlan[]>(task, startChange, async (own) =>
    (await import('../regulation/change-worker')).bookPlans(own),
  );

/** This year for a new book, the one behind the open book's for the next. */
function yearOf(source: Source, open: string | undefined): string {
  if (source === 'next' && /^\d+$/u.test(open ?? '')) return String(Number(open) + 1);
  return String(new Date().getFullYear());
}
