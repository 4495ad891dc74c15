/** `Tạo sổ mẫu`: a regulation and a pasted list of units become a workbook ready to be typed in. */
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { REGULATIONS } from '../../regulations';
import { createWorkbook } from '../../workbook/create';
import { useCreator } from '../App';
import { Choice } from '../parts/Choice';
import { Modal } from '../parts/Modal';
import { useWords } from '../words';

export default function CreateForm({ onClose }: { readonly onClose: () => void }) {
  const creator = useCreator();
  const { t } = useWords();
  const [regulation, setRegulation] = useState<string>(REGULATIONS[0].id);
  const [bloc, setBloc] = useState('');
  const [year, setYear] = useState(String(new Date().getFullYear()));
  const [units, setUnits] = useState('');
  const [trouble, setTrouble] = useState(false);
  const chosen = REGULATIONS.find(({ id }) => id === regulation) ?? REGULATIONS[0];
  const names = unitNames(units);
  const make = () => {
    setTrouble(names.length === 0);
    if (names.length === 0) return;
    const plans = createWorkbook(chosen, names.map((name) => ({ name })), { content: { info: { regulation: `${chosen.name} (${chosen.source})`, name: bloc.trim(), year: Number(year) || year } } });
    onClose();
    creator.run(plans, bloc.trim());
  };
  return (
    <Modal title={t('create.title')} onClose={onClose}>
      <form className="form" noValidate onSubmit={(event) => { event.preventDefault(); make(); }}>
        <Choice label={t('create.regulation')} value={regulation} options={REGULATIONS.map(({ id, name }) => ({ value: id, label: name }))} onChange={setRegulation} />
        <p className="is-quiet">{chosen.source}</p>
        <label>{t('create.bloc')}<input type="text" value={bloc} onChange={(event) => { setBloc(event.target.value); }} /></label>
        <label>{t('create.year')}<input type="text" inputMode="numeric" value={year} onChange={(event) => { setYear(event.target.value); }} /></label>
        <label>{t('create.units')}<textarea rows={6} value={units} aria-invalid={trouble} placeholder={t('create.unitsExample')} onChange={(event) => { setUnits(event.target.value); setTrouble(false); }} /></label>
        <p role="alert" className="trouble">{trouble && t('create.noUnits')}</p>
        <p className="is-quiet">{t(creator.into === 'open' ? 'create.hereExcel' : 'create.hereFile')}</p>
        <div className="buttons">
          <Button type="submit" appearance="primary">{t('create.make', { n: names.length })}</Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Modal>
  );
}

/** One name per line; numbering and list signs in front, as pasted from documents, are dropped. */
export function unitNames(pasted: string): string[] {
  return pasted.split(/\r?\n/).map((line) => line.replace(/\t/g, ' ').replace(/^\s*(\d+\s*[-.)]|[-–•*+])\s*/, '').trim()).filter(Boolean);
}
