/** So many are held: the workbook as it is, the one whose results were written, and one more. */
const MOST = 3;

/** What was used last, by number. Two that are used alike hold alike: that is how asker and worker agree. */
export class Recent<Held> {
  private readonly held = new Map<number, Held>();

  /** What is held under a number, which is then the one used last. */
  get(number: number): Held | undefined {
    const found = this.held.get(number);
    if (found !== undefined) this.set(number, found);
    return found;
  }

  set(number: number, held: Held): void {
    this.held.delete(number);
    this.held.set(number, held);
    for (const oldest of this.held.keys()) {
      if (this.held.size <= MOST) return;
      this.held.delete(oldest);
    }
  }

  clear(): void {
    this.held.clear();
  }
}
