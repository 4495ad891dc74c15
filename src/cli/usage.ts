/** Arguments and exit codes that every command shares. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isLang, type Lang } from '../text';
import { UsageError } from './usage-error';

/** 0 nothing at severity error; 1 findings at severity error; 2 could not run. */
export const EXIT = { ok: 0, findings: 1, couldNotRun: 2 } as const;

/** The language asked for, also where the other words are wrong. */
export const langOf = (args: readonly string[]): Lang => (/ --lang[ =]en\b/.test(` ${args.join(' ')}`) ? 'en' : 'vi');

/**
 * A command that computes its whole answer at once: its exit code, or what is left to do on the disk when
 * the computing is over. So it can be ended while it computes, and begun again, without leaving a trace.
 */
export type Command = (args: readonly string[]) => number | Afterwards;

export interface Afterwards {
  readonly afterwards: () => Promise<number>;
}

/** One that writes as it goes. */
export type LongCommand = (args: readonly string[]) => Promise<number>;

type Options = NonNullable<ParseArgsConfig['options']>;
export interface Arguments {
  readonly files: readonly string[];
  readonly lang: Lang;
  text: (name: string) => string | null;
  /** The values of an option that may be given several times. */
  list: (name: string) => readonly string[];
  flag: (name: string) => boolean;
}

/**
 * A number below zero behind an option that takes a value belongs to it, as `--parameter=-1` does: no option
 * is called by a digit. What begins with a dash and is no number is still asked about.
 */
function withNegatives(args: readonly string[], options: Options): string[] {
  const joined: string[] = [];
  for (const [at, word] of args.entries()) {
    const before = args[at - 1] ?? '';
    const ended = args.slice(0, at).includes('--');
    const takes = before.startsWith('--') && options[before.slice(2)]?.type === 'string';
    if (takes && !ended && /^-[.,]?\d/u.test(word)) joined.push(`${joined.pop() ?? ''}=${word}`);
    else joined.push(word);
  }
  return joined;
}

/** Reads the words of one command; `--lang` is always known. Throws `UsageError`. */
export function readArguments(
  args: readonly string[],
  options: Options,
  files: { min: number; max: number },
): Arguments {
  let values: Record<string, unknown>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({
      args: withNegatives(args, options),
      options: { ...options, lang: { type: 'string', default: 'vi' } },
      allowPositionals: true,
    }));
  } catch (error) {
    const named = /'(-[^']*)'/.exec(error instanceof Error ? error.message : '')?.[1];
    throw new UsageError('option-invalid', named === undefined ? {} : { word: named });
  }
  const lang = String(values['lang']);
  if (!isLang(lang)) throw new UsageError('lang-unknown');
  if (positionals.length < files.min) throw new UsageError('file-missing');
  if (positionals.length > files.max) throw new UsageError('too-many-words');
  return {
    files: positionals,
    lang,
    text: (name) => (typeof values[name] === 'string' ? values[name] : null),
    list: (name) => (Array.isArray(values[name]) ? values[name].map(String) : []),
    flag: (name) => values[name] === true,
  };
}
