/** The words of the three usual levels, with and without marks. */
import type { UsualLevel } from '../../rules';
import { LEVELS } from '../layout';
import { fold, searched } from '../../base/folding';
import { meaningsOf, wordFinder } from './words';

const exactLevel = wordFinder(LEVELS);
const UNMARKED = new Map(meaningsOf(LEVELS).map((level) => [searched(LEVELS[level][0]), level]));

/** The usual level that a text names, or null. */
export const levelOf = (text: string): UsualLevel | null => exactLevel(text) ?? UNMARKED.get(fold(text)) ?? null;
