/** What a workbook's findings come to. */
import type { Issue } from '../rules';
import type { Verdict } from '../text/board';

export const verdictOf = (issues: readonly Issue[]): Verdict =>
  issues.some(({ severity }) => severity === 'error') ? 'findings' : 'valid';
