/**
 * Why each unit does or does not get an award, as "code" or "code condition" (sections 5 and 8).
 * `null`: its chance hangs on somebody else's open question, for which the text names no code.
 */
import type { Award, Book } from '../../../src/rules';
import type { Verdict } from './settle';
import { type World } from './worlds';
export type Reasons = Readonly<Record<string, readonly string[] | null>>;
export declare function reasonsFor(book: Book, award: Award, verdict: Verdict, shown: World): Reasons;
