/** A fingerprint as it is written, apart from how it is made. */
export const ALGORITHM = 'sha256:';
const SHORT_LENGTH = 8;

/** The eight characters that stand on paper. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(ALGORITHM.length, ALGORITHM.length + SHORT_LENGTH);
}
