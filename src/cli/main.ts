#!/usr/bin/env node
import { version } from '../version.ts';

// the one question that must be answered before anything is loaded
if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V'))
  console.log(version);
else process.exitCode = await (await import('./program.ts')).run(process.argv);
