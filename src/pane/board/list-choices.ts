/** What was chosen in the list: kept while other views, or a workbook opened from it, are in front. */
import { useCallback, useState } from 'react';
import { WRONG_FIRST, type RowVerdict, type Sort } from './rows';

interface ListChoices {
  readonly search: string;
  /** Null: all of them. */
  readonly verdict: RowVerdict | null;
  readonly sort: Sort;
  /** The key of the chosen row. */
  readonly chosen: string | null;
}

let kept: ListChoices = { search: '', verdict: null, sort: WRONG_FIRST, chosen: null };

export function useListChoices(): [ListChoices, (change: Partial<ListChoices>) => void] {
  const [choices, setChoices] = useState(kept);
  const change = useCallback((next: Partial<ListChoices>) => {
    kept = { ...kept, ...next };
    setChoices(kept);
  }, []);
  return [choices, change];
}
