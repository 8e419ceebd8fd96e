// What each phase and each check of `verify` costs, over the given folders together.
//   node bench/checks.mjs [--values] [--runs N] [--top N] [--only ENDING] FOLDER...
// Phases in user CPU time, relations linked before the first check; checks, selectors and what is derived from the graph in
// self time, so that what is derived once is not counted to the check that happened to ask first. Phases and checks are
// measured in runs of their own, as looking at the clock at every judgement costs as much as many judgements. Of each the
// least of all runs. An expression is evaluated where somebody first asks for its value, which is mostly a check: --values
// evaluates all of them beforehand, as the end of reading, and so tells what reading costs and what checks cost apart.
// Nothing here passes or fails.
import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from '../scripts/load.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string' },
    top: { type: 'string' },
    only: { type: 'string' },
    values: { type: 'boolean' },
  },
});
const runs = Number(values.runs ?? 7);
const top = Number(values.top ?? 30);
if (positionals.length === 0) {
  console.error('usage: node bench/checks.mjs [--values] [--runs N] [--top N] [--only ENDING] FOLDER...');
  process.exit(2);
}

const { allChecks, Graph, Mapping, verify } = await load('bench/checks-entry.ts');
const phases = ['read', ...(values.values ? ['values'] : []), 'link', 'judge', 'report'];
/** the run that is going on */
let now;
/** id of the check that judged last in the run before, after which the report begins */
let last;

/** Ends a phase and begins another; what none of them holds is settings. */
function enter(phase) {
  const { user } = process.cpuUsage();
  if (now.phase) now.phases.set(now.phase, (now.phases.get(now.phase) ?? 0) + (user - now.since) / 1000);
  now.phase = phase;
  now.since = user;
}

/** Asks for all that a node holds. */
function evaluate(node) {
  const { content } = node;
  if (content instanceof Mapping) for (const one of content.nodes) evaluate(one);
  else if (Array.isArray(content)) for (const one of content) evaluate(one);
}

/** Counts the time of some work to a name, without what is counted to others meanwhile. */
function counted(name, work) {
  const frame = { inner: 0 };
  now.open.push(frame);
  const start = performance.now();
  try {
    return work();
  } finally {
    const time = performance.now() - start;
    now.open.pop();
    const outer = now.open.at(-1);
    if (outer) outer.inner += time;
    const entry = now.names.get(name) ?? { self: 0, calls: 0 };
    entry.self += time - frame.inner;
    entry.calls++;
    now.names.set(name, entry);
  }
}

const checks = await allChecks();
const judges = new Map(checks.map((check) => [check, check.judge]));

/** What a run looks at: where phases end, or each check. */
function observe(each) {
  for (const [check, judge] of judges) {
    const { id } = check;
    check.judge = judge;
    if (each || !last)
      check.judge = (subject, graph) => {
        now.judged = id;
        return counted(id, () => judge.call(check, subject, graph));
      };
    else if (id === last)
      check.judge = (subject, graph) => {
        const faults = judge.call(check, subject, graph);
        enter('report');
        return faults;
      };
  }
}

const { derive, select } = Graph.prototype;
Graph.prototype.derive = function (key, compute) {
  const name = key.of ? `selector: ${key.of}` : `derived: ${key.name || key.description || String(key)}`;
  return derive.call(this, key, () => counted(name, () => compute(this)));
};
Graph.prototype.select = function (selector) {
  // linking selects as well
  if (now.phase === 'link' && now.open.length === 0) {
    if (values.values) {
      enter('values');
      for (const { body } of this.resources) evaluate(body);
      enter('link');
    }
    counted('relations', () => this.relations);
    enter('judge');
  }
  return select.call(this, selector);
};

async function run(folder) {
  now = { phases: new Map(), phase: undefined, since: 0, names: new Map(), open: [], judged: undefined };
  await verify(folder, {
    render: false,
    onProgress(stage) {
      if (stage.startsWith('reading')) enter('read');
      else if (stage === 'linking') enter('link');
    },
  });
  enter(undefined);
  last ??= now.judged;
  return now;
}

const place = mkdtempSync(join(tmpdir(), 'plinth-checks-'));
try {
  const wanted = (path) => !values.only || statSync(path).isDirectory() || path.endsWith(values.only);
  for (const [at, folder] of positionals.entries())
    cpSync(folder, join(place, String(at)), {
      recursive: true,
      filter: (path) => !path.endsWith('/.git') && wanted(path),
    });
  observe(true);
  await run(place);
  const phased = new Map();
  const named = new Map();
  for (let at = 0; at < runs; at++) {
    observe(false);
    const { phases: byPhase } = await run(place);
    for (const [phase, time] of byPhase) phased.set(phase, Math.min(phased.get(phase) ?? Infinity, time));
    observe(true);
    const { names } = await run(place);
    for (const [name, entry] of names) if (!(named.get(name)?.self <= entry.self)) named.set(name, entry);
  }
  const whole = phases.reduce((sum, phase) => sum + phased.get(phase), 0);
  for (const phase of phases)
    console.log(
      `${phase.padEnd(8)} ${phased.get(phase).toFixed(0).padStart(6)} ms ${((phased.get(phase) / whole) * 100).toFixed(0).padStart(4)} %`,
    );
  console.log(`${'all'.padEnd(8)} ${whole.toFixed(0).padStart(6)} ms\n`);
  const dearest = [...named].sort(([, a], [, b]) => b.self - a.self).slice(0, top);
  for (const [name, { self, calls }] of dearest)
    console.log(`${self.toFixed(1).padStart(8)} ms ${String(calls).padStart(8)} times  ${name}`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
