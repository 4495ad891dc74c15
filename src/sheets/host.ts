/**
 * Modules that Node brings along, found at run time, so that no bundle for the browser ever names
 * them. Where there are none (a browser, Node before 20.16) the caller goes the portable way.
 */
export function nodeModule<Module>(name: `node:${string}`): Module | undefined {
  const host = globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } };
  return host.process?.getBuiltinModule?.(name) as Module | undefined;
}
