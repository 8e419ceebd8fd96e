// Runs the HCL specification's own suite (hashicorp/hcl, folder specsuite) against the parser and the evaluator.
// Each test is three files: NAME.hcl or NAME.hcl.json, NAME.hcldec (how to decode it), NAME.t (what must come out).
// Usage: node bench/hcl-specsuite.mjs <folder of specsuite/tests>
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../scripts/load.mjs';
import { decoder } from './hcl-decode.mjs';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node bench/hcl-specsuite.mjs <folder>');
const plinth = await load('bench/hcl-specsuite-entry.ts');
const { Budget, Failure, conforms, convert, equals, jsonToBody, parseHcl, parseHclJson, parseType } = plinth;

const noFiles = { read: () => undefined, has: () => false, list: () => [] };

function evaluate(expression, variables, report) {
  const resolve = (root) => {
    const value = variables.get(root);
    return value ? { value, used: 0 } : new Failure(`there is no variable "${root}"`);
  };
  return plinth.evaluate(expression, { resolve, report, files: noFiles, budget: new Budget() });
}

const decodeBody = decoder(plinth, evaluate);
const noVariables = new Map();
const throwFault = ({ message }) => {
  throw new Error(message);
};

const attributeOf = (body, name) =>
  body.items.find((item) => item.kind === 'attribute' && item.name === name)?.value;
const blocksOf = (body, type) => body.items.filter((item) => item.kind === 'block' && item.type === type);

function readOwn(path) {
  const { body, errors } = parseHcl(readFileSync(path, 'utf8'));
  errors.forEach(throwFault);
  return body;
}

/** The body of an input and all its faults. */
function readInput(path, text) {
  if (!path.endsWith('.json')) return parseHcl(text);
  const { value, errors } = parseHclJson(text);
  return value ? jsonToBody(text, value, {}) : { body: { items: [] }, errors };
}

/** Runs one test. @returns why it fails, one line each; none if it passes */
function run(name, inputPath) {
  const expected = readOwn(`${name}.t`);
  const specification = readOwn(`${name}.hcldec`);
  const text = readFileSync(inputPath, 'utf8');
  const { body, errors } = readInput(inputPath, text);
  const faults = [...errors];
  let value;
  if (errors.length === 0) {
    const variables = new Map(
      blocksOf(specification, 'variables').flatMap((block) =>
        block.body.items.map((item) => [item.name, evaluate(item.value, noVariables, throwFault)]),
      ),
    );
    const root = specification.items.find((item) => item.kind === 'block' && item.type !== 'variables');
    value = decodeBody(body, root, { variables, report: (fault) => faults.push(fault) });
  }
  const [diagnostics] = blocksOf(expected, 'diagnostics');
  if (diagnostics) return compareFaults(faults, diagnostics.body, text);
  if (faults.length > 0)
    return faults.map(({ message, start }) => `unexpected fault at ${start}: ${message}`);
  return [...compareValue(value, expected), ...compareTraversals(text, expected)];
}

function compareValue(value, expected) {
  const typeExpression = attributeOf(expected, 'result_type');
  const type = typeExpression
    ? parseType(typeExpression, (expression) => evaluate(expression, noVariables, throwFault), throwFault)
        .type
    : plinth.anyType;
  const complaints = conforms(value.type, type)
    ? []
    : [`the result has the type ${JSON.stringify(value.type)}`];
  const result = attributeOf(expected, 'result');
  if (!result) return complaints;
  const wanted = convert(evaluate(result, noVariables, throwFault), type);
  if (wanted instanceof Failure)
    return [...complaints, `the expected result is not of its type: ${wanted.message}`];
  return equals(value, wanted) === true
    ? complaints
    : [...complaints, ...differences(value, wanted, 'result')];
}

function differences(got, wanted, path) {
  if (got.data instanceof Map && wanted.data instanceof Map) {
    const keys = new Set([...got.data.keys(), ...wanted.data.keys()]);
    return [...keys].flatMap((key) => {
      const [a, b] = [got.data.get(key), wanted.data.get(key)];
      if (!a || !b) return [`${path}.${key} is ${a ? 'not wanted' : 'missing'}`];
      return equals(a, b) === true ? [] : differences(a, b, `${path}.${key}`);
    });
  }
  return [`${path} is ${got.kind} ${shown(got)}, wanted ${wanted.kind} ${shown(wanted)}`];
}

function shown({ data }) {
  return JSON.stringify(data, (_, part) => (typeof part === 'bigint' ? String(part) : part));
}

/** The suite only asks whether there are references at all. */
function compareTraversals(text, expected) {
  const [traversals] = blocksOf(expected, 'traversals');
  if (!traversals) return [];
  if (traversals.body.items.length > 0) return ['the harness cannot compare traversals'];
  const found = JSON.stringify(parseHcl(text).body).includes('"kind":"variable"');
  return found ? ['there are references'] : [];
}

/** Faults agree where their places do. */
function compareFaults(faults, expectedBody, text) {
  const places = new Set(faults.map((fault) => `${place(text, fault.start)} to ${place(text, fault.end)}`));
  const wanted = new Set(
    blocksOf(expectedBody, 'error').map(({ body }) => `${stated(body, 'from')} to ${stated(body, 'to')}`),
  );
  return [
    ...[...places].filter((one) => !wanted.has(one)).map((one) => `unexpected fault at ${one}`),
    ...[...wanted].filter((one) => !places.has(one)).map((one) => `no fault at ${one}`),
  ];
}

function stated(body, which) {
  const [position] = blocksOf(body, which);
  const [line, column, byte] = ['line', 'column', 'byte'].map(
    (name) => attributeOf(position.body, name).value.number,
  );
  return `${line}:${column} (byte ${byte})`;
}

/** A place as HashiCorp counts it: columns are what a person sees as characters. */
function place(text, offset) {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const line = text.slice(0, start).split('\n').length;
  const column = [...new Intl.Segmenter().segment(text.slice(start, offset))].length + 1;
  return `${line}:${column} (byte ${Buffer.byteLength(text.slice(0, offset))})`;
}

let passed = 0;
let failed = 0;
for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!path.endsWith('.t')) continue;
  const name = join(folder, path.slice(0, -2));
  for (const extension of ['.hcl', '.hcl.json']) {
    if (!existsSync(name + extension)) continue;
    let complaints;
    try {
      complaints = run(name, name + extension);
    } catch (error) {
      complaints = [String(error.message ?? error)];
    }
    if (complaints.length === 0) passed++;
    else failed++;
    for (const complaint of complaints) console.log(`${path.slice(0, -2)}${extension}: ${complaint}`);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
