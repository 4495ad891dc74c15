/**
 * What a thread that reads a stranger's workbook may take: one that needs more memory (MB) dies, its file
 * becomes a finding. Nearly all that a file needs is garbage once it is checked: with room for several
 * files at a time little of it is ever copied.
 */
export const THREAD_MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 96 };
