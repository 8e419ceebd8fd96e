// Asks `terraform console` and the evaluator the same random questions, and prints where they differ; then how long
// the evaluator takes for one question. Known differences are listed in tests/oracles/console-expressions.ts.
// Usage: node bench/terraform-console.mjs [seed [rounds]]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from '../scripts/load.mjs';

const { Budget, Failure, consoleExpressions, consoleText, evaluate, parseHclExpression } = await load(
  'bench/terraform-console-entry.ts',
);

const failed = '"<error>"';
const eachRound = 600;
/** Depend on time, chance, files or the version. */
const passedOver =
  /::|file|^(timestamp|plantimestamp|uuid|bcrypt|abspath|pathexpand|base64gzip|templatestring|rsadecrypt|type|try|can|format|formatlist|element|contains|pow)$/;

const metadata = spawnSync('terraform', ['metadata', 'functions', '-json'], { encoding: 'utf8' });
if (metadata.status !== 0) throw new Error('terraform is needed on PATH');
const signatures = Object.entries(JSON.parse(metadata.stdout).function_signatures).filter(
  ([name]) => !passedOver.test(name),
);

/** Random numbers that a seed decides (mulberry32). */
let state = Number(process.argv[2] ?? 1);
function below(limit) {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
}
const pick = (choices) => choices[below(choices.length)];
const several = (most, make) => Array.from({ length: below(most) }, make).join(', ');

const texts =
  '"" "a" "b" "a,b" "1" "1.5" "true" "A-c" "é" "x\\ny" "10.0.0.0/8" "2018-01-02T23:12:01Z" "/b+/" "YYYY" "[a-z]+" "[1]" "k:" "dns" "aGk=" "1h"'.split(
    ' ',
  );
const numbers = '0 1 2 -1 3 10 1.5 0.1 1e3 -2.5 100 16'.split(' ');
const primitive = () => pick([...texts, ...numbers, 'true', 'false', 'null']);

const forms = [
  primitive,
  (depth) => `[${several(4, () => value(depth))}]`,
  (depth) => `{ ${several(4, () => `${pick(['a', 'b', 'c'])} = ${value(depth)}`)} }`,
  (depth) => `tolist([${value(depth)}, ${primitive()}])`,
  (depth) => `toset([${value(depth)}, ${value(depth)}])`,
  (depth) => `tomap({ a = ${value(depth)}, b = ${value(depth)} })`,
  (depth) => `(${pick(['true', 'false'])} ? ${value(depth)} : ${value(depth)})`,
  (depth) => `(${value(depth)} ${pick(['+', '-', '*', '/', '%', '==', '!=', '<', '>='])} ${value(depth)})`,
  (depth) => `[for ${pick(['x', 'k, x'])} in ${value(depth)} : x]`,
  (depth) => `{ for k, x in ${value(depth)} : ${pick(['k', 'x'])} => x${pick(['', '...'])} }`,
  (depth) => `"${pick(['', 'p-'])}\${${value(depth)}}"`,
  (depth) => `(${value(depth)})${pick(['[0]', '["a"]', '.a', '[*]', '[*].a'])}`,
  call,
  call,
];

function value(depth) {
  return depth <= 0 ? primitive() : pick(forms)(depth - 1);
}

function call(depth) {
  const [name, { parameters = [], variadic_parameter: rest }] = pick(signatures);
  const args = parameters.map(({ type }) => argument(type, depth));
  for (let more = rest ? below(3) : 0; more > 0; more--) args.push(argument(rest.type, depth));
  return `${name}(${args.join(', ')})`;
}

function argument(type, depth) {
  if (below(6) === 0) return value(depth);
  if (type === 'string') return pick(texts);
  if (type === 'number') return pick(numbers);
  if (Array.isArray(type) && type[0] === 'map') return `{ a = ${argument(type[1], depth)} }`;
  return Array.isArray(type) ? `[${several(4, () => argument(type[1], depth - 1))}]` : value(depth);
}

function askConsole(expressions) {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-console-'));
  try {
    const row = (at) => `r${String(at).padStart(4, '0')}`;
    const locals = expressions.map((text, at) => `  ${row(at)} = try(${text}, ${failed})\n`).join('');
    writeFileSync(join(folder, 'main.tf'), `locals {\n${locals}}\n`);
    const input = `{ ${expressions.map((_, at) => `${row(at)} = local.${row(at)}`).join(', ')} }\n`;
    const options = { cwd: folder, input, encoding: 'utf8', maxBuffer: 1e9 };
    const { stdout, stderr } = spawnSync('terraform', ['console'], options);
    const answers = stdout.split(/^ {2}"r\d{4}" = /m).slice(1);
    if (answers.length !== expressions.length) throw new Error(`terraform refuses the questions: ${stderr}`);
    return answers.map((answer) => answer.replace(/\n\}?\n?$/, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const noFiles = { read: () => undefined, has: () => false, list: () => [] };

function ask(expression) {
  const problems = [];
  const scope = {
    resolve: (root) => new Failure(`there is no ${root}`),
    report: (problem) => problems.push(problem),
    files: noFiles,
    budget: new Budget(),
  };
  const result = evaluate(expression, scope);
  return problems.length > 0 ? failed : consoleText(result, 2);
}

let different = 0;
const rounds = Number(process.argv[3] ?? 5);
for (let round = 0; round < rounds; round++) {
  const expressions = Array.from({ length: eachRound }, () => (below(2) ? call(2) : value(3)));
  for (const [at, answer] of askConsole(expressions).entries()) {
    const ours = ask(parseHclExpression(expressions[at]).expression);
    if (ours === answer) continue;
    different++;
    console.log(`${expressions[at]}\n  terraform: ${answer}\n  plinth:    ${ours}`);
  }
}
console.log(`${different} of ${rounds * eachRound} random questions are answered differently`);

const parsed = consoleExpressions.map((text) => parseHclExpression(text).expression);
for (const expression of parsed) ask(expression);
const start = performance.now();
for (let turn = 0; turn < 20; turn++) for (const expression of parsed) ask(expression);
const micros = ((performance.now() - start) * 1000) / (20 * parsed.length);
console.log(
  `${micros.toFixed(1)} µs for one of the ${parsed.length} questions of the tests, printing included`,
);
