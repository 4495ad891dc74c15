#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { bundledStart } from './bundle.mjs';

/**
 * Checking some hundred workbooks, V8 11 spends up to a third of its work on optimising functions that
 * soon are done with: it shall do so later, join fewer of them, and until then run none from bytecode
 * (docs/benchmarks.md). Only when to compile is set, nothing of what the code means; later versions
 * weigh this in another way.
 */
if (process.versions.v8.startsWith('11.')) {
  for (const flag of ['--max-inlined-bytecode-size-cumulative=80', '--interrupt-budget=300000', '--always-sparkplug'])
    setFlagsFromString(flag);
}

/** Each has a store of its own of what V8 compiled for it. */
const COMMANDS = ['check', 'evaluate', 'write', 'new', 'diff', 'explain', 'outlook', 'papers'];

const args = process.argv.slice(2);
const { load } = await import(await bundledStart());
process.exitCode = await load(COMMANDS.includes(args[0]) ? args[0] : 'other').main(args);
