import type { Scalar } from '../../model/node.ts';

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

const core = { integer: /^[-+]?[0-9]+$/, based: /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/ };
const kubernetes = {
  based: /^([-+]?)0(?:([xX])([0-9a-fA-F]+)|([bB])([01]+)|[oO]?([0-7]+))$/,
};
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/** The value of a plain scalar. Integers beyond 2^53 lose digits, as they do in every JSON reader. */
export function resolvePlain(text: string, schema: YamlSchema): Scalar {
  const first = text.charCodeAt(0);
  const mayBeNumber = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (mayBeNumber) {
    const number = schema === 'core' ? coreNumber(text) : kubernetesNumber(text);
    if (number !== undefined) return number;
  }
  if (text.length > 5) return text;
  const word = (schema === 'core' ? coreWords : kubernetesWords).get(text);
  return word === undefined ? text : word;
}

function coreNumber(text: string): number | undefined {
  if (core.integer.test(text)) return finite(Number(text));
  if (core.based.test(text)) return finite(Number(text));
  return float.test(text) ? finite(Number(text)) : undefined;
}

function kubernetesNumber(text: string): number | undefined {
  const plain = text.includes('_') ? text.replaceAll('_', '') : text;
  const based = kubernetes.based.exec(plain);
  if (based) {
    const sign = based[1] === '-' ? -1 : 1;
    if (based[2]) return finite(sign * Number.parseInt(based[3]!, 16) || 0);
    if (based[4]) return finite(sign * Number.parseInt(based[5]!, 2) || 0);
    return finite(sign * Number.parseInt(based[6]!, 8) || 0);
  }
  return float.test(plain) ? finite(Number(plain)) : undefined;
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}
