import type { Engine } from './session';

/** Reading and judging come in a chunk of their own, after the pane is on the screen. */
export const loadEngine = async (): Promise<Engine> => (await import('./engine')).engine;
