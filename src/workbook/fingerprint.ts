/** The fingerprint of a book's inputs: it tells at once whether scores changed after results were written. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { nodeModule } from '../sheets/host';
import { ALGORITHM } from '../sheets/short-fingerprint';

interface NodeCrypto {
  createHash: (algorithm: 'sha256') => {
    update: (text: string, encoding: 'utf8') => { digest: (encoding: 'hex') => string };
  };
}

const crypto = nodeModule<NodeCrypto>('node:crypto');

/**
 * "sha256:" and 64 hex digits of the canonical text of all inputs.
 * In the browser SHA-256 comes from a library, because WebCrypto is asynchronous and missing on
 * plain-http intranets.
 */
export function fingerprintOf(canonical: string): string {
  return (
    ALGORITHM +
    (crypto === undefined
      ? portableDigest(canonical)
      : crypto.createHash('sha256').update(canonical, 'utf8').digest('hex'))
  );
}

export const portableDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
