/** Who writes: printed in every stamp. `version` is that of package.json (a test holds it). */
export const PROGRAM = { name: 'thidua', version: '0.1.0' } as const;
