/** Opening one file at a time: a later one ends an earlier one, and the user can. */
import { useCallback, useRef, useState } from 'react';
import type { DoorProblem, Result } from '../sheets/door';
import type { PageNotice } from './Banner';
import type { ChosenFile } from './files';
import type { Opening, OpenWorkbook } from './open-workbook';

/** `leaves`: the user has said that the changes of the workbook before may go. */
export type OpenFile = (file: ChosenFile, leaves?: boolean) => void;

/** `opened` hears of each file that was not overtaken by another. `isLeaving`: what stands there is about to go. */
export function useOpening(
  begin: (file: ChosenFile) => Opening,
  opened: (workbook: OpenWorkbook, leaves: boolean) => void,
  say: (notice: PageNotice | null) => void,
): { readonly openNow: OpenFile; readonly stop: () => void; readonly isLeaving: boolean } {
  const running = useRef<Opening | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const openNow = useCallback<OpenFile>(
    (file, leaves = false) => {
      running.current?.cancel();
      const opening = (running.current = begin(file));
      setLeaving(leaves);
      say({ kind: 'reading', file: file.name, cancel: opening.cancel });
      const finish = (result: Result<OpenWorkbook, DoorProblem>): void => {
        if (running.current !== opening) return;
        running.current = null;
        setLeaving(false);
        say(result.ok ? null : { kind: 'problem', problem: result.error });
        if (result.ok) opened(result.value, leaves);
      };
      void opening.done.then(finish);
    },
    [begin, opened, say],
  );
  const stop = useCallback(() => {
    running.current?.cancel();
  }, []);
  return { openNow, stop, isLeaving };
}
