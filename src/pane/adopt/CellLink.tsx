/** A cell of the old table: a way to it where it stands in the open workbook. */
import type { Place } from '../../rules';
import { usePart, useSession } from '../App';
import { useWords } from '../words';

export function CellLink({ place }: { readonly place: Place }) {
  const session = useSession();
  const cells = usePart('cells');
  const { place: name } = useWords();
  if (cells?.sheets.some((sheet) => sheet.name === place.sheet) !== true)
    return <span className="is-quiet">{name(place)}</span>;
  return (
    <button
      type="button"
      className="link"
      onClick={() => {
        void session.show(place);
      }}
    >
      {name(place)}
    </button>
  );
}
