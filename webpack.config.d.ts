import type { Configuration } from 'webpack';

/** The three builds: app (pane and page), single (the page in one file), rules (for other programs). */
export default function config(
  env?: { readonly office?: string },
  argv?: { readonly mode?: 'production' | 'development' },
): [app: Configuration, single: Configuration, rules: Configuration];
