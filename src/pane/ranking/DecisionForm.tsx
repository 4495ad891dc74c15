/** A decision of the meeting: who, when, why. It becomes a row of `Quyết định`, then everything is computed again. */
import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { AwardId, Decision, Evaluation, UnitId } from '../../rules';
import { formatDay } from '../../text';
import { namesOf, type Judgement } from '../../workbook/judgement';
import { useSession } from '../App';
import { Choice } from '../parts/Choice';
import { DownIcon, UpIcon } from '../parts/icons';
import { Modal } from '../parts/Modal';
import { today, typedDay } from '../parts/days';
import { useWords } from '../words';
import { decisionRow } from './decision-row';

interface Props {
  readonly judgement: Judgement;
  /** What it begins with. */
  readonly award: AwardId | null;
  readonly unit: UnitId | null;
  readonly onClose: () => void;
}

/** A set of units that share a rank, or a place at the border of an award. */
interface TiedSet {
  readonly award: AwardId | null;
  readonly units: readonly UnitId[];
}

function tiedSets({ ties, awards }: Evaluation): TiedSet[] {
  return [
    ...awards.filter(({ status }) => status === 'pending:tie').map(({ id, tied }) => ({ award: id, units: tied })),
    ...ties.map((units) => ({ award: null, units })),
  ];
}

const KINDS = ['tie', 'grant', 'deny'] as const satisfies readonly Decision['kind'][];

export default function DecisionForm({ judgement, award, unit, onClose }: Props) {
  const session = useSession();
  const { t } = useWords();
  const { book, evaluation, cells } = judgement;
  const names = namesOf(judgement);
  const sets = tiedSets(evaluation);
  const wanted = sets.findIndex((set) => set.award === award && (unit === null || set.units.includes(unit)));
  const [kind, setKind] = useState<Decision['kind']>(sets.length > 0 ? 'tie' : 'grant');
  const [setAt, setSetAt] = useState(
    Math.max(0, wanted >= 0 ? wanted : sets.findIndex(({ units }) => unit !== null && units.includes(unit))),
  );
  const [order, setOrder] = useState<readonly UnitId[]>(sets[setAt]?.units ?? []);
  const [grantAward, setGrantAward] = useState<AwardId>(award ?? evaluation.awards[0]?.id ?? '');
  const [grantUnit, setGrantUnit] = useState<UnitId>(unit ?? book.units[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const [by, setBy] = useState('');
  const [on, setOn] = useState(formatDay(today()));
  const [trouble, setTrouble] = useState<'reason' | 'day' | 'sheet' | null>(null);
  const troubleId = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [trouble]);

  const chooseSet = (at: number) => {
    setSetAt(at);
    setOrder(sets[at]?.units ?? []);
  };
  const save = async () => {
    const day = typedDay(on);
    if (reason.trim() === '') {
      setTrouble('reason');
      return;
    }
    if (day === null) {
      setTrouble('day');
      return;
    }
    const input =
      kind === 'tie'
        ? { kind, award: sets[setAt]?.award ?? null, units: order, reason, by, on: day }
        : { kind, award: grantAward, units: [grantUnit], reason, by, on: day };
    const fixes = decisionRow(cells, input);
    if (!fixes) {
      setTrouble('sheet');
      return;
    }
    onClose();
    await session.change(fixes, { kind: 'decided' });
  };
  const swap = (at: number) => {
    const next = [...order];
    const [moved] = next.splice(at, 1);
    if (moved !== undefined) next.splice(at - 1, 0, moved);
    setOrder(next);
  };
  return (
    <Modal title={t('decide.title')} onClose={onClose}>
      <form
        ref={form}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Choice
          label={t('decide.kind')}
          value={kind}
          options={KINDS.filter((value) => value !== 'tie' || sets.length > 0).map((value) => ({
            value,
            label: t(`decide.${value}`),
          }))}
          onChange={setKind}
        />
        {kind === 'tie' ? (
          <>
            {sets.length > 1 && (
              <Choice
                label={t('decide.set')}
                value={String(setAt)}
                onChange={(value) => {
                  chooseSet(Number(value));
                }}
                options={sets.map((set, at) => ({
                  value: String(at),
                  label: `${set.award === null ? t('decide.scopeRank') : names.award(set.award)}: ${set.units.map(names.unit).join(', ')}`,
                }))}
              />
            )}
            <fieldset className="order">
              <legend>{t('decide.order')}</legend>
              <ol>
                {order.map((id, at) => (
                  <li key={id}>
                    <span>{names.unit(id)}</span>
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<UpIcon />}
                      aria-label={t('decide.up', { unit: names.unit(id) })}
                      disabledFocusable={at === 0}
                      onClick={() => {
                        swap(at);
                      }}
                    />
                    <Button
                      size="small"
                      appearance="subtle"
                      icon={<DownIcon />}
                      aria-label={t('decide.down', { unit: names.unit(id) })}
                      disabledFocusable={at === order.length - 1}
                      onClick={() => {
                        swap(at + 1);
                      }}
                    />
                  </li>
                ))}
              </ol>
            </fieldset>
          </>
        ) : (
          <>
            <Choice
              label={t('decide.award')}
              value={grantAward}
              options={evaluation.awards.map(({ id, name }) => ({ value: id, label: name || id }))}
              onChange={setGrantAward}
            />
            <Choice
              label={t('decide.unit')}
              value={grantUnit}
              options={book.units.map(({ id, name }) => ({ value: id, label: name || id }))}
              onChange={setGrantUnit}
            />
          </>
        )}
        <label>
          {t('decide.reason')}
          <textarea
            rows={3}
            required
            value={reason}
            aria-invalid={trouble === 'reason'}
            aria-describedby={troubleId}
            onChange={(event) => {
              setReason(event.target.value);
              setTrouble(null);
            }}
          />
        </label>
        <label>
          {t('decide.by')}
          <input
            type="text"
            value={by}
            placeholder={t('decide.byExample')}
            onChange={(event) => {
              setBy(event.target.value);
            }}
          />
        </label>
        <label>
          {t('decide.on')}
          <input
            type="text"
            inputMode="numeric"
            value={on}
            required
            aria-invalid={trouble === 'day'}
            aria-describedby={troubleId}
            onChange={(event) => {
              setOn(event.target.value);
              setTrouble(null);
            }}
          />
        </label>
        <p id={troubleId} role="alert" className="trouble">
          {trouble && t(`decide.missing.${trouble}`)}
        </p>
        <div className="buttons">
          <Button type="submit" appearance="primary">
            {t('decide.save')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
