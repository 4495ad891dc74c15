/** A workbook that is no standard one: its old score table is offered to be adopted, instead of every missing sheet. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { hasStandardSheet } from '../../workbook/adopt';
import type { WorkbookCells } from '../../sheets/cells';
import { useCreator, useSession } from '../App';
import { AdoptView } from './AdoptView';
import { storeOf } from './adopt-store';
import { useAdoptWords } from './adopt-words';

interface Props {
  readonly cells: WorkbookCells;
  /** The findings. */
  readonly children: ReactNode;
}

export default function OldTableGate({ cells, children }: Props) {
  return hasStandardSheet(cells) ? children : <Gate cells={cells}>{children}</Gate>;
}

function Gate({ cells, children }: Props) {
  const store = storeOf(useSession());
  const { into, file } = useCreator();
  const state = useSyncExternalStore(store.subscribe, store.state);
  const { a } = useAdoptWords();
  const [findings, setFindings] = useState(false);
  useEffect(() => {
    void store.look(cells, file ?? '', into === 'open');
  }, [store, cells, file, into]);
  if (state.stage === 'looking') return <p className="is-quiet">{a('looking')}</p>;
  if (state.stage === 'found' && state.begun) return <AdoptView store={store} state={state} />;
  return (
    <>
      {state.stage === 'failed' && <p className="trouble">{a('failed')}</p>}
      {state.stage === 'found' && (
        <section className="adopt-offer">
          <h2>{a('offer')}</h2>
          <p>{a(into === 'open' ? 'whatExcel' : 'what')}</p>
          <div className="buttons">
            <Button
              appearance="primary"
              onClick={() => {
                store.begin();
              }}
            >
              {a('begin')}
            </Button>
            <Button
              aria-expanded={findings}
              onClick={() => {
                setFindings(!findings);
              }}
            >
              {a('issues')}
            </Button>
          </div>
        </section>
      )}
      {(state.stage !== 'found' || findings) && children}
    </>
  );
}
