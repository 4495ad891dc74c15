/** The day of the gallery: what a view shows of the time is the same whenever it is looked at. */
const TIME = new Date(2026, 10, 24, 9, 30);

/** From here on it is always that time; a time that is given stays what it is. */
export function stopClock(): void {
  globalThis.Date = new Proxy(Date, {
    construct: (target, given: [] | [time: number]) => (given.length === 0 ? new target(TIME) : new target(...given)),
    get: (target, key): unknown => (key === 'now' ? () => TIME.getTime() : Reflect.get(target, key)),
  });
}
