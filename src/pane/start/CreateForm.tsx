/** `Tạo sổ mẫu`: a regulation and a pasted list of units become a workbook ready to be typed in. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { REGULATIONS } from '../../regulations';
import type { BlocKind } from '../../rules';
import { inKind } from '../../text';
import { uiTextFor } from '../../text/ui';
import { createWorkbook } from '../../workbook/create';
import { BLOC_KINDS } from '../../workbook/layout';
import { parseUnitList, repeatedUnit } from '../../workbook/unit-list';
import { useCreator } from '../App';
import { useKind } from '../lang';
import { Choice } from '../parts/Choice';
import { Modal } from '../parts/Modal';
import { useWords } from '../words';

const KINDS = ['bloc', 'cluster'] as const;

export default function CreateForm({ onClose }: { readonly onClose: () => void }) {
  const creator = useCreator();
  const { t, lang } = useWords();
  const [kind, setKind] = useState<BlocKind>(useKind());
  const [regulation, setRegulation] = useState<string>(REGULATIONS[0].id);
  const [bloc, setBloc] = useState('');
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const [units, setUnits] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const chosen = REGULATIONS.find(({ id }) => id === regulation) ?? REGULATIONS[0];
  // A regulation that is for clusters only is offered for one.
  const choose = (id: string) => {
    setRegulation(id);
    const own = REGULATIONS.find((one) => one.id === id)?.kind;
    if (own !== undefined) setKind(own === BLOC_KINDS.cluster[0] ? 'cluster' : 'bloc');
  };
  const listed = parseUnitList(units);
  const make = () => {
    const repeated = repeatedUnit(listed);
    const found =
      listed.length === 0 ? t('create.noUnits') : repeated === null ? null : t('create.repeated', { name: repeated });
    setTrouble(found);
    if (found !== null) return;
    const plans = createWorkbook(chosen, listed, {
      content: {
        info: {
          kind: BLOC_KINDS[kind][0],
          regulation: inKind(`${chosen.name} (${chosen.source})`, kind),
          name: bloc.trim(),
          year: Number(year) || year,
        },
      },
    });
    onClose();
    creator.run(plans, bloc.trim());
  };
  return (
    <Modal title={t('create.title')} onClose={onClose}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make();
        }}
      >
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
        <label>
          {uiTextFor(kind, lang, 'create.bloc')}
          <input
            type="text"
            value={bloc}
            onChange={(event) => {
              setBloc(event.target.value);
            }}
          />
        </label>
        <label>
          {t('create.year')}
          <input
            type="text"
            inputMode="numeric"
            value={year}
            onChange={(event) => {
              setYear(event.target.value);
            }}
          />
        </label>
        <label>
          {t('create.units')}
          <textarea
            rows={6}
            value={units}
            aria-invalid={trouble !== null}
            placeholder={t('create.unitsExample')}
            onChange={(event) => {
              setUnits(event.target.value);
              setTrouble(null);
            }}
          />
        </label>
        <p role="alert" className="trouble">
          {trouble}
        </p>
        <p className="is-quiet">{t(creator.into === 'open' ? 'create.hereExcel' : 'create.hereFile')}</p>
        <div className="buttons">
          <Button type="submit" appearance="primary">
            {t('create.make', { n: listed.length })}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}
