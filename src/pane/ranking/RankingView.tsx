/** `Xếp hạng`: the table, what changed, the awards, the chart, or how things stand meanwhile; a unit opens to everything about it. */
import { Button } from '@fluentui/react-components';
import { useDeferredValue, useState, useTransition } from 'react';
import type { UnitId } from '../../rules';
import type { Judgement } from '../../workbook/judgement';
import { isStillOpen } from '../../workbook/standing';
import { usePart, useSession } from '../App';
import { NotRead } from '../parts/NotRead';
import type { RankingViewName } from '../session';
import { useWords } from '../words';
import { AwardList } from './AwardList';
import { BarChart } from './BarChart';
import { ChangeList } from './ChangeList';
import DecisionForm from './DecisionForm';
import { LevelDifferences } from './LevelDifferences';
import { RankingTable } from './RankingTable';
import { SeasonView } from './SeasonView';
import { useSeasonWords } from './season-words';
import { UnitView } from './UnitView';
import { WhatIf } from './WhatIf';

type Sub = { readonly kind: 'all' } | { readonly kind: 'whatIf' } | { readonly kind: 'unit'; readonly unit: UnitId };

export default function RankingView() {
  const { t } = useWords();
  const { s } = useSeasonWords();
  const judgement = useDeferredValue(usePart('judgement'));
  const chosen = usePart('rankingView');
  const [sub, setSub] = useState<Sub>({ kind: 'all' });
  const [isOpening, startOpening] = useTransition();
  if (!judgement) return <NotRead />;
  // While scores come in, how things stand says more than a table of ranks that nobody has yet.
  const view = chosen ?? (isStillOpen(judgement.evaluation) ? 'season' : 'ranking');
  const back = () => {
    setSub({ kind: 'all' });
  };
  if (sub.kind === 'whatIf') return <WhatIf judgement={judgement} onBack={back} />;
  const onUnit = (unit: UnitId) => {
    // In slices: of a large bloc the list that goes has a thousand lines.
    startOpening(() => {
      setSub({ kind: 'unit', unit });
    });
  };
  if (sub.kind === 'unit' && judgement.book.units.some(({ id }) => id === sub.unit)) {
    return (
      <UnitView
        judgement={judgement}
        unit={sub.unit}
        backTo={view === 'season' ? s('back') : t('unit.back')}
        onBack={back}
      />
    );
  }
  if (judgement.evaluation.units.length === 0) return <p className="is-quiet">{t('ranking.noUnits')}</p>;
  return (
    <div aria-busy={isOpening}>
      <ViewChoice view={view} />
      {view === 'season' ? (
        <SeasonView judgement={judgement} onUnit={onUnit} />
      ) : (
        <Overview
          judgement={judgement}
          onUnit={onUnit}
          onWhatIf={() => {
            setSub({ kind: 'whatIf' });
          }}
        />
      )}
    </div>
  );
}

const VIEWS = ['ranking', 'season'] as const satisfies readonly RankingViewName[];

function ViewChoice({ view }: { readonly view: RankingViewName }) {
  const session = useSession();
  const { s } = useSeasonWords();
  return (
    <div className="chips views" role="group" aria-label={s('views')}>
      {VIEWS.map((each) => (
        <button
          key={each}
          type="button"
          className="chip"
          aria-pressed={each === view}
          onClick={() => {
            session.chooseRankingView(each);
          }}
        >
          {s(each)}
        </button>
      ))}
    </div>
  );
}

interface Props {
  readonly judgement: Judgement;
  readonly onUnit: (unit: UnitId) => void;
  readonly onWhatIf: () => void;
}

function Overview({ judgement, onUnit, onWhatIf }: Props) {
  const changes = usePart('changes');
  const { t } = useWords();
  const [deciding, setDeciding] = useState<{ readonly award: string | null; readonly unit: UnitId | null } | null>(
    null,
  );
  const { units } = judgement.evaluation;
  const provisional = units.some((unit) => unit.provisional);
  return (
    <>
      {provisional && <p className="caution">{t('ranking.provisional')}</p>}
      {changes && <ChangeList title={t('changes.title')} changes={changes} judgement={judgement} />}
      <RankingTable judgement={judgement} onUnit={onUnit} />
      <div className="buttons">
        <Button size="small" onClick={onWhatIf}>
          {t('whatIf.open')}
        </Button>
        <Button
          size="small"
          onClick={() => {
            setDeciding({ award: null, unit: null });
          }}
        >
          {t('decide.open')}
        </Button>
      </div>
      <AwardList
        judgement={judgement}
        onUnit={onUnit}
        onDecide={(award) => {
          setDeciding({ award, unit: null });
        }}
      />
      <BarChart judgement={judgement} />
      <LevelDifferences judgement={judgement} onUnit={onUnit} />
      {deciding && (
        <DecisionForm
          judgement={judgement}
          award={deciding.award}
          unit={deciding.unit}
          onClose={() => {
            setDeciding(null);
          }}
        />
      )}
    </>
  );
}
