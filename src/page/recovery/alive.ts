/** Which drafts belong to a workbook that is open in some tab: those are nobody else's to offer. */
const lockName = (id: string): string => `thidua.draft.${id}`;

/** Held until the returned function is called, or the tab is gone, however it went. */
export function holdAlive(id: string): () => void {
  let release: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  void locks?.request(lockName(id), () => until).catch(() => undefined);
  return () => {
    release();
  };
}

/** Ids of drafts whose workbooks are open; none where the browser cannot tell. */
export async function aliveDrafts(): Promise<(id: string) => boolean> {
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  const held = await locks?.query().catch(() => null);
  const names = new Set([...(held?.held ?? []), ...(held?.pending ?? [])].map(({ name }) => name));
  return (id) => names.has(lockName(id));
}
