import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, it } from 'vitest';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { flow, why, type YamlValue, yaml } from './yaml.ts';

it('yaml writes what a person would', () => {
  const text = yaml(
    {
      apiVersion: 'v1',
      spec: {
        replicas: why(3, 'One a zone.'),
        on: 'yes',
        port: '8080',
        containers: [{ name: 'api', args: ['--a=b', '-c'], env: [] }, why({ name: 'b' }, 'Second.')],
        limits: flow({ cpu: '1', memory: '2Gi' }),
        script: 'set -e\necho hi\n',
        gone: undefined,
      },
    },
    'What it is.',
  );
  expect(text).toBe(`# What it is.
apiVersion: v1
spec:
  # One a zone.
  replicas: 3
  'on': 'yes'
  port: '8080'
  containers:
    - name: api
      args:
        - '--a=b'
        - '-c'
      env: []
    # Second.
    - name: b
  limits: { cpu: '1', memory: 2Gi }
  script: |
    set -e
    echo hi
`);
});

const texts = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    'yes',
    'No',
    '0x1F',
    '1e3',
    '012',
    '1:30',
    '2026-01-01',
    '~',
    '- a',
    'a: b',
    'a #b',
    '%',
    '@x',
    'a\nb',
    'a\n\nb\n\n',
    ' a\nb',
    '*a',
    '&a',
    '!x',
    '|',
    '{{ x }}',
    "it's",
    '=',
    '<<',
    '-',
    '---',
    '?',
  ),
);
const values = fc.letrec<{ any: YamlValue }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      texts.filter((key) => key !== '__proto__'),
      tie('any'),
      { maxKeys: 4 },
    ),
  ),
})).any;

it('yaml is read back as what was written, by either version', () => {
  fc.assert(
    fc.property(values, fc.boolean(), (value, asFlow) => {
      const text = yaml(asFlow ? { a: flow(value) } : { a: value });
      expect(load(text)).toEqual({ a: value });
      for (const schema of ['core', 'kubernetes'] as const) {
        const { documents, problems } = parseYaml(new SourceFile('a.yaml', text), schema);
        expect(problems).toEqual([]);
        expect(documents[0]!.plain()).toEqual({ a: value });
      }
    }),
    { numRuns: 300 },
  );
});
