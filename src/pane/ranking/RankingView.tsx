/** `Xếp hạng`: the table, what changed, the awards, the chart; a unit opens to everything about it. */
import { Button } from '@fluentui/react-components';
import { useDeferredValue, useState } from 'react';
import type { UnitId } from '../../rules';
import type { Judgement } from '../../workbook/judgement';
import { usePart } from '../App';
import { useWords } from '../words';
import { AwardList } from './AwardList';
import { BarChart } from './BarChart';
import { ChangeList } from './ChangeList';
import DecisionForm from './DecisionForm';
import { RankingTable } from './RankingTable';
import { UnitView } from './UnitView';
import { WhatIf } from './WhatIf';

type Sub = { readonly kind: 'all' } | { readonly kind: 'whatIf' } | { readonly kind: 'unit'; readonly unit: UnitId };

export default function RankingView() {
  const { t } = useWords();
  const judgement = useDeferredValue(usePart('judgement'));
  const [sub, setSub] = useState<Sub>({ kind: 'all' });
  if (!judgement) return <p className="is-quiet">{t('check.waiting')}</p>;
  const back = () => { setSub({ kind: 'all' }); };
  if (sub.kind === 'whatIf') return <WhatIf judgement={judgement} onBack={back} />;
  if (sub.kind === 'unit' && judgement.book.units.some(({ id }) => id === sub.unit)) return <UnitView judgement={judgement} unit={sub.unit} onBack={back} />;
  return <Overview judgement={judgement} onUnit={(unit) => { setSub({ kind: 'unit', unit }); }} onWhatIf={() => { setSub({ kind: 'whatIf' }); }} />;
}

interface Props {
  readonly judgement: Judgement;
  readonly onUnit: (unit: UnitId) => void;
  readonly onWhatIf: () => void;
}

function Overview({ judgement, onUnit, onWhatIf }: Props) {
  const changes = usePart('changes');
  const { t } = useWords();
  const [deciding, setDeciding] = useState<{ readonly award: string | null; readonly unit: UnitId | null } | null>(null);
  const { units } = judgement.evaluation;
  const provisional = units.some((unit) => unit.provisional);
  if (units.length === 0) return <p className="is-quiet">{t('ranking.noUnits')}</p>;
  return (
    <>
      {provisional && <p className="caution">{t('ranking.provisional')}</p>}
      {changes && <ChangeList title={t('changes.title')} changes={changes} judgement={judgement} />}
      <RankingTable judgement={judgement} onUnit={onUnit} />
      <div className="buttons">
        <Button size="small" onClick={onWhatIf}>{t('whatIf.open')}</Button>
        <Button size="small" onClick={() => { setDeciding({ award: null, unit: null }); }}>{t('decide.open')}</Button>
      </div>
      <AwardList judgement={judgement} onUnit={onUnit} onDecide={(award) => { setDeciding({ award, unit: null }); }} />
      <BarChart judgement={judgement} />
      {deciding && <DecisionForm judgement={judgement} award={deciding.award} unit={deciding.unit} onClose={() => { setDeciding(null); }} />}
    </>
  );
}
