/** *Quy chế*: the open workbook's own rules as sentences, and the commands that change them in every sheet at once. */
import { Button } from '@fluentui/react-components';
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { buildTree, type TreeNode } from '../../rules/score/tree';
import type { BookNames } from '../../rules';
import { isStandard, namesOf, type Judgement } from '../../workbook/judgement';
import { usePart, useSession } from '../App';
import { UnitForms } from '../unit-forms/UnitForms';
import { useWords } from '../words';
import ChangeForm from './ChangeForm';
import { useRegulationWords } from './regulation-words';
import type { Command } from './wish-fields';

export default function RegulationView({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const judgement = useDeferredValue(usePart('judgement'));
  const { r } = useRegulationWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, []);
  return (
    <section className="panel regulation" aria-labelledby="regulation-title">
      <Button size="small" appearance="subtle" className="back" onClick={onClose}>
        ‹ {r('back')}
      </Button>
      <h2 id="regulation-title" tabIndex={-1} ref={heading}>
        {r('title')}
      </h2>
      {isStandard(judgement) ? (
        <>
          <p className="is-quiet">{r(session.door.kind === 'excel' ? 'inExcel' : 'what')}</p>
          <UnitForms judgement={judgement} />
          <Rules judgement={judgement} />
        </>
      ) : (
        <p>{r('notStandard')}</p>
      )}
    </section>
  );
}

const OF_CRITERIA = ['changeMaximum', 'renameCriterion', 'changeWay', 'removeCriterion'] as const;

function Rules({ judgement }: { readonly judgement: Judgement }) {
  const { r, award, condition, ballot, band } = useRegulationWords();
  const [command, setCommand] = useState<Command | null>(null);
  const { units, criteria, awards, conditions, settings, ballots, bands } = judgement.book;
  const names = useMemo(() => namesOf(judgement), [judgement]);
  const commands = (...all: readonly Command[]): ReactNode => (
    <div className="buttons">
      {all.map((each) => (
        <Button
          key={each}
          size="small"
          onClick={() => {
            setCommand(each);
          }}
        >
          {r(each)}
        </Button>
      ))}
    </div>
  );
  return (
    <>
      <section>
        <h3>{r('units', { n: units.length })}</h3>
        {commands(
          'addUnit',
          ...(units.length > 0 ? (['renameUnit', 'removeUnit'] as const) : []),
          ...(units.length > 1 ? (['moveUnit'] as const) : []),
        )}
        <ol>
          {units.map(({ id }) => (
            <li key={id}>{names.unit(id)}</li>
          ))}
        </ol>
      </section>
      <section>
        <h3>{r('criteria', { n: criteria.length })}</h3>
        {commands('addCriterion', 'addCriteria', ...(criteria.length > 0 ? OF_CRITERIA : []), 'rebuild', 'layPages')}
        <Criteria nodes={buildTree(criteria).roots} names={names} />
      </section>
      <section>
        <h3>{r('awards', { n: awards.length })}</h3>
        {commands(
          ...(awards.length > 0 ? (['changeQuota'] as const) : []),
          'addAward',
          ...(awards.length > 1 ? (['removeAward'] as const) : []),
        )}
        <p>{r(settings.oneAwardPerUnit ? 'oneAward' : 'moreAwards')}</p>
        <ul>
          {awards.map((each) => (
            <li key={each.id}>
              <b>{names.award(each.id)}</b>. {award(each, names).join(' ')}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{r('conditions', { n: conditions.length })}</h3>
        {commands('addCondition', ...(conditions.length > 0 ? (['removeCondition'] as const) : []))}
        {conditions.length === 0 ? (
          <p>{r('noConditions')}</p>
        ) : (
          <ul>
            {conditions.map((each) => (
              <li key={each.id}>{condition(each, names)}</li>
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>{r('bands', { n: bands.length })}</h3>
        {commands('addBand', ...(bands.length > 0 ? (['changeBand', 'removeBand'] as const) : []))}
        <ul>
          {bands.map((each) => (
            <li key={each.name}>{band(each)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{r('ballots', { n: ballots.length })}</h3>
        {commands(
          ...(units.length > 0 ? (['addBallot'] as const) : []),
          ...(ballots.length > 0 ? (['removeBallot'] as const) : []),
        )}
        <ul>
          {ballots.map((each, at) => (
            <li key={at}>{ballot(each, names)}</li>
          ))}
        </ul>
      </section>
      {command !== null && (
        <ChangeForm
          command={command}
          judgement={judgement}
          onClose={() => {
            setCommand(null);
          }}
        />
      )}
    </>
  );
}

interface CriteriaProps {
  readonly nodes: readonly TreeNode[];
  readonly names: BookNames;
}

/** As the regulation prints them: number, text, maximum, one within the other. */
function Criteria({ nodes, names }: CriteriaProps) {
  const { r } = useRegulationWords();
  const { score } = useWords();
  return (
    <ul className="criteria">
      {nodes.map(({ criterion: { code, printed, name, max }, children, kind }) => (
        <li key={code}>
          {printed ?? code} {name || names.criterion(code)}
          <span className="is-quiet">
            {[max === null ? '' : r('maximum', { max: score(max) }), kind === 'main' ? '' : r(kind)]
              .filter(Boolean)
              .map((part) => ` · ${part}`)
              .join('')}
          </span>
          {children.length > 0 && <Criteria nodes={children} names={names} />}
        </li>
      ))}
    </ul>
  );
}
