/** How the way to a workbook, and judging, behave in states of waiting and failing. */
import type { Session } from '../pane/session';
import { fail, ok, type Door, type DoorProblem } from '../sheets/door';

export const never = <Value>(): Promise<Value> => new Promise(() => undefined);

/** Its workbook is never read. */
export const silentDoor = (door: Door): Door => ({ ...door, read: never });

/** Every request says why it cannot be done. */
export const closedDoor =
  (problem: DoorProblem) =>
  (door: Door): Door => {
    const refuse = () => Promise.resolve(fail(problem));
    return { ...door, read: refuse, write: refuse, show: refuse, fix: refuse };
  };

/** It is read once, and no second time. */
export const readOnce = (door: Door): Door => {
  let isRead = false;
  return {
    ...door,
    read: () => {
      if (isRead) return never();
      isRead = true;
      return door.read();
    },
  };
};

/** As if the sheet of scores printed in this share of its size. */
export const printedIn =
  (printScale: number) =>
  (door: Door): Door => ({
    ...door,
    read: async () => {
      const cells = await door.read();
      if (!cells.ok) return cells;
      const sheets = cells.value.sheets.map((sheet) => (sheet.name === 'Chấm điểm' ? { ...sheet, printScale } : sheet));
      return ok({ ...cells.value, sheets });
    },
  });

/** Nothing that is asked of a judged workbook is answered. */
export const unanswered = { ask: () => Promise.resolve(fail({ code: 'file-too-slow' } satisfies DoorProblem)) };

export const begin = (session: Session): Promise<void> => {
  void session.check();
  return Promise.resolve();
};

export const readAndWritten = async (session: Session): Promise<void> => {
  await session.check();
  await session.compute();
};
