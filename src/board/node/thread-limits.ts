/** What a thread that reads a stranger's workbook may take. */

/** Milliseconds after which it is ended: a file that takes longer is no scoring workbook. */
export const LONGEST = 60_000;

/**
 * A thread that needs more memory (MB) dies; its file becomes a finding. Nearly all that a file needs
 * is garbage once it is checked: with room for several files at a time little of it is ever copied.
 */
export const THREAD_MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 96 };
