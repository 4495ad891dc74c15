#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { bundledMain } from './bundle.mjs';

/**
 * Checking some hundred workbooks, V8 11 spends up to a third of its work on optimising functions that
 * soon are done with: it shall do so later and join fewer of them (docs/benchmarks.md). Only when to
 * compile is set, nothing of what the code means; later versions weigh this in another way.
 */
if (process.versions.v8.startsWith('11.')) {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=80');
  setFlagsFromString('--interrupt-budget=200000');
}

const { main } = await import(await bundledMain());
process.exitCode = await main(process.argv.slice(2));
