/**
 * Looking up what is there whenever this program is right. An answer of its own for "not there" would carry a fault
 * of the program on as if it were an empty cell; so it stops.
 */

/**
 * @throws RangeError when nothing stands there
 * @example itemAt(['a', 'b'], 1) // 'b'
 */
export function itemAt<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${String(index)} of ${String(list.length)}`);
  return item;
}

/**
 * @throws RangeError when the map has no such key
 * @example valueAt(new Map([['a', 1]]), 'a') // 1
 */
export function valueAt<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`no such key among ${String(map.size)}`);
  return value;
}
