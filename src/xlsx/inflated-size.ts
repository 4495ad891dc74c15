/** How much a package says that it holds, before anything of it is inflated. */
import { LIMITS } from './limits';
import { guarded } from './refusal';
import { readDirectory } from './zip-directory';

/** Bytes of all entries together; 0 where the bytes are no package, which reading them says by name. */
export function inflatedSize(bytes: Uint8Array): number {
  if (bytes.length > LIMITS.file) return bytes.length;
  const entries = guarded(() => readDirectory(bytes));
  return entries.ok ? entries.value.reduce((sum, { size }) => sum + size, 0) : 0;
}
