import { usageErrorText, type Lang, type UsageErrorCode } from '../text';

/** Wrong words on the command line: one sentence, then the usage, exit code 2. */
export class UsageError extends Error {
  constructor(
    private readonly code: UsageErrorCode,
    private readonly words: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }

  sentence(lang: Lang): string {
    return usageErrorText(this.code, this.words, lang);
  }
}
