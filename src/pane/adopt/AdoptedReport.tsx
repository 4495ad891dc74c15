/** Beside a book that was just made from an old table: how it compares with that table. */
import type { Adopted } from '../App';
import { AdoptCheck } from './AdoptCheck';
import { useAdoptWords } from './adopt-words';

export default function AdoptedReport({ check, kind }: Adopted) {
  const { a } = useAdoptWords();
  return (
    <section className="adopt-offer" aria-labelledby="adopted-title">
      <h2 id="adopted-title">{a('check')}</h2>
      <p>{a('made')}</p>
      <AdoptCheck check={{ ...check, errors: [] }} kind={kind} />
    </section>
  );
}
