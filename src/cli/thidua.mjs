#!/usr/bin/env node
import { bundledMain } from './bundle.mjs';

const { main } = await import(await bundledMain());
process.exitCode = await main(process.argv.slice(2));
