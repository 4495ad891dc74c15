/** The file that a Web Worker starts from. */
import { serve } from './worker';

serve(globalThis as unknown as Parameters<typeof serve>[0]);
