/** Opening one file at a time: a later one ends an earlier one, and the user can. */
import { useCallback, useRef } from 'react';
import type { DoorProblem, Result } from '../sheets/door';
import type { PageNotice } from './Banner';
import type { ChosenFile } from './files';
import type { Opening, OpenWorkbook } from './open-workbook';

/** `opened` hears of each file that was not overtaken by another. */
export function useOpening(
  begin: (file: ChosenFile) => Opening,
  opened: (workbook: OpenWorkbook) => void,
  say: (notice: PageNotice | null) => void,
): (file: ChosenFile) => void {
  const running = useRef<Opening | null>(null);
  return useCallback(
    (file) => {
      running.current?.cancel();
      const opening = (running.current = begin(file));
      say({ kind: 'reading', file: file.name, cancel: opening.cancel });
      const finish = (result: Result<OpenWorkbook, DoorProblem>): void => {
        if (running.current !== opening) return;
        running.current = null;
        say(
          !result.ok
            ? { kind: 'problem', problem: result.error }
            : file.isNew && !file.adopted
              ? { kind: 'created' }
              : null,
        );
        if (result.ok) opened(result.value);
      };
      void opening.done.then(finish);
    },
    [begin, opened, say],
  );
}
