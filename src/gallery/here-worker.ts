/** How workers behave in a state. Nothing in the gallery runs beside its own thread, so that each state comes the same each time. */
import { serveBoard } from '../pane/board/board-worker';

/** `here`: none can be started, what they would do is done here. `silent`: none ever answers. `dying`: each dies at once. */
export type Workers = 'here' | 'silent' | 'dying';

type Heard = ((event: { readonly data: unknown }) => void) | null;

/** As a worker that checks workbooks is asked and answers, without a thread of its own. */
class BoardHere {
  onmessage: Heard = null;
  onerror: ((event: { preventDefault: () => void }) => void) | null = null;
  private readonly scope: Parameters<typeof serveBoard>[0] = {
    onmessage: null,
    postMessage: (data) => setTimeout(() => this.onmessage?.({ data })),
  };

  constructor(address: URL | string) {
    // The check of many workbooks is the one that has no way without workers.
    if (!String(address).includes('board-worker-entry')) throw new Error('no workers here');
    serveBoard(this.scope);
  }

  postMessage(task: Parameters<NonNullable<typeof this.scope.onmessage>>[0]['data']): void {
    setTimeout(() => this.scope.onmessage?.({ data: task }));
  }

  terminate(): void {
    this.onmessage = null;
  }
}

class Silent {
  onmessage: Heard = null;
  onerror: BoardHere['onerror'] = null;
  postMessage(): void {
    // It never answers.
  }
  terminate(): void {
    // There is nothing to end.
  }
}

class Dying extends Silent {
  override postMessage(): void {
    setTimeout(() => this.onerror?.({ preventDefault: () => undefined }));
  }
}

const KINDS = { here: BoardHere, silent: Silent, dying: Dying } as const satisfies Record<Workers, unknown>;

export function setWorkers(workers: Workers): void {
  Object.assign(globalThis, { Worker: KINDS[workers] });
}
