/** What the print tests share: where the samples are, the clock, the list of checks. */
export const SAMPLES = new URL('../../assets/samples/', import.meta.url).pathname;
export const NOW = new Date(2026, 0, 15, 9, 30);

let failed = 0;
export const failures = (): number => failed;

export function check(what: string, problems: readonly string[]): void {
  if (problems.length > 0) failed += 1;
  process.stdout.write(
    `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${what}\n${problems
      .slice(0, 5)
      .map((problem) => `       ${problem}\n`)
      .join('')}`,
  );
}
