/** The fingerprint of a book's inputs: it tells at once whether scores changed after results were written. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

const ALGORITHM = 'sha256:';
const SHORT_LENGTH = 8;

/**
 * "sha256:" and 64 hex digits of the canonical text of all inputs.
 * SHA-256 comes from a library because WebCrypto is asynchronous and missing on plain-http intranets.
 */
export function fingerprintOf(canonical: string): string {
  return ALGORITHM + bytesToHex(sha256(utf8ToBytes(canonical)));
}

/** The eight characters that stand on paper. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(ALGORITHM.length, ALGORITHM.length + SHORT_LENGTH);
}
