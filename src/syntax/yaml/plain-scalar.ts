import type { Scalar } from '../../model/node.ts';
import { DASH, DOT, isDigit, PLUS } from './characters.ts';

/**
 * What a plain (unquoted) scalar means.
 *
 * `kubernetes`: what kubectl, Helm and the API server take it for (sigs.k8s.io/yaml over go-yaml v2):
 * YAML 1.1 booleans (`yes`, `on`, `n`), octal `0755`, digits with `_`, and no timestamps.
 * `core`: the YAML 1.2 core schema, which GitHub Actions and most other tools follow.
 */
export type YamlSchema = 'kubernetes' | 'core';

const coreWords = new Map<string, Scalar>([
  ['', null],
  ['~', null],
  ['null', null],
  ['Null', null],
  ['NULL', null],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
  ['.inf', Infinity],
  ['.Inf', Infinity],
  ['.INF', Infinity],
  ['+.inf', Infinity],
  ['+.Inf', Infinity],
  ['+.INF', Infinity],
  ['-.inf', -Infinity],
  ['-.Inf', -Infinity],
  ['-.INF', -Infinity],
  ['.nan', Number.NaN],
  ['.NaN', Number.NaN],
  ['.NAN', Number.NaN],
]);

/** Source: go-yaml v2, resolve.go; checked against kubectl in plain-scalar.test.ts. */
const kubernetesWords = new Map<string, Scalar>([
  ...coreWords,
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
]);

const integer = /^[-+]?[0-9]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const coreBased = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const kubernetesBased =
  /^(?<sign>[-+]?)0(?:[xX](?<hex>[0-9a-fA-F]+)|[bB](?<binary>[01]+)|[oO]?(?<octal>[0-7]+))$/;

/** The text of a scalar in the place of a key: JSON has no others. Source: sigs.k8s.io/yaml, convertToJSONableObject. */
export function keyText(scalar: Scalar): string {
  return typeof scalar === 'string' ? scalar : String(scalar);
}

/** The value of a plain scalar. Integers beyond 2^53 lose digits, as they do in every JSON reader. */
export function resolvePlain(text: string, schema: YamlSchema): Scalar {
  const first = text.charCodeAt(0);
  const mayBeNumber = isDigit(first) || first === PLUS || first === DASH || first === DOT;
  if (mayBeNumber) {
    const number = schema === 'core' ? coreNumber(text) : kubernetesNumber(text);
    if (number !== undefined) return number;
  }
  if (text.length > 5) return text;
  const word = (schema === 'core' ? coreWords : kubernetesWords).get(text);
  return word === undefined ? text : word;
}

function coreNumber(text: string): number | undefined {
  return integer.test(text) || coreBased.test(text) || float.test(text) ? finite(Number(text)) : undefined;
}

function kubernetesNumber(text: string): number | undefined {
  const plain = text.includes('_') && !text.startsWith('.') ? text.replaceAll('_', '') : text;
  // no -0: there is none among integers
  if (plain === '-0') return 0;
  const based = kubernetesBased.exec(plain)?.groups;
  if (!based) return float.test(plain) ? finite(Number(plain)) : undefined;
  const { sign, hex, binary, octal } = based;
  const size = hex
    ? Number.parseInt(hex, 16)
    : binary
      ? Number.parseInt(binary, 2)
      : Number.parseInt(octal!, 8);
  return size <= 2 ** 64 ? (sign === '-' ? 0 - size : size) : undefined;
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
