/**
 * Work that is not saved yet, kept by the browser on this machine alone (IndexedDB, which file:// has too): what
 * survives a crash. Nothing of it is sent, and it is wiped on request, when the file is saved, and after a while.
 */
import type { Fix } from '../../rules';

export interface Draft {
  /** Of the workbook as it was opened in one tab. */
  readonly id: string;
  readonly file: string;
  /** Milliseconds since 1970. */
  readonly kept: number;
  readonly bytes: Uint8Array;
  /** What was typed and is not in the bytes yet. */
  readonly typed: readonly Fix[];
  readonly handle: FileSystemFileHandle | null;
  /** The file on disk when it was opened. */
  readonly modified: number;
}

const NAME = 'thidua';
const STORE = 'drafts';
/** Two weeks: then a draft is no help any more. */
const EXPIRES = 14 * 24 * 3_600_000;

/** False, or nothing, where the browser forbids storage or has no room. */
export interface DraftStore {
  put: (draft: Draft) => Promise<boolean>;
  remove: (id: string) => Promise<void>;
  /** Newest first; expired ones are removed on the way. */
  list: (now: number) => Promise<readonly Draft[]>;
  clear: () => Promise<void>;
}

export function draftStore(indexed: IDBFactory | undefined): DraftStore {
  let database: Promise<IDBDatabase> | null = null;
  const opened = (): Promise<IDBDatabase> =>
    (database ??= new Promise<IDBDatabase>((resolve, reject) => {
      if (indexed === undefined) throw new DOMException('no storage', 'NotSupportedError');
      const request = indexed.open(NAME, 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(STORE, { keyPath: 'id' });
      };
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(request.error ?? new DOMException('storage'));
      };
    }).catch((error: unknown) => {
      database = null;
      throw error;
    }));
  const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    const transaction = (await opened()).transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => {
        resolve(request.result);
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new DOMException('storage'));
      };
    });
  };
  const attempt = <T>(work: Promise<T>, otherwise: T): Promise<T> => work.catch(() => otherwise);
  const keep = (draft: Draft): Promise<unknown> => run('readwrite', (store) => store.put(draft));
  const remove = (id: string): Promise<void> =>
    attempt(
      run('readwrite', (store) => store.delete(id)),
      undefined,
    );
  return {
    // A handle that the browser cannot keep is given up before the work is.
    put: (draft) =>
      attempt(
        keep(draft)
          .catch(() => keep({ ...draft, handle: null }))
          .then(() => true),
        false,
      ),
    remove,
    list: async (now) => {
      const all = await attempt(
        run<Draft[]>('readonly', (store) => store.getAll() as IDBRequest<Draft[]>),
        [],
      );
      const isOver = ({ kept }: Draft): boolean => now - kept > EXPIRES;
      await Promise.all(all.filter(isOver).map(({ id }) => remove(id)));
      return all.filter((draft) => !isOver(draft)).sort((a, b) => b.kept - a.kept);
    },
    clear: () =>
      attempt(
        run('readwrite', (store) => store.clear()),
        undefined,
      ),
  };
}
