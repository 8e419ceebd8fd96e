import { expect, it } from 'vitest';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { validateCustomResource } from './validate-custom-resource.ts';

const schema = `
type: object
required: [spec]
properties:
  apiVersion: { type: string }
  spec:
    type: object
    required: [engine, size]
    properties:
      engine: { type: string, enum: [postgres, mysql] }
      size: { type: integer, minimum: 1, maximum: 9, default: 1 }
      port: { x-kubernetes-int-or-string: true }
      labels: { type: object, additionalProperties: { type: string } }
      free: { type: object, x-kubernetes-preserve-unknown-fields: true, properties: { known: { type: boolean } } }
      template: { type: object, x-kubernetes-embedded-resource: true }
      users: { type: array, maxItems: 2, items: { type: object, properties: { name: { type: string, minLength: 2 } } } }
  status: { type: object, properties: {} }
`;

const parse = (text: string) => parseYaml(new SourceFile('a.yaml', text)).documents[0]!;

function messages(body: string): readonly string[] {
  const text = `apiVersion: example.com/v1\nkind: Database\nmetadata: { name: a, anything: 1 }\n${body}`;
  return validateCustomResource(parse(text), parse(schema)).map(({ message }) => message);
}

it.each([
  ['spec: { engine: postgres, port: http, labels: { a: b }, free: { other: 1 }, template: { x: 1 } }', []],
  ['spec: { engine: mysql, size: 3, port: 80, users: [{ name: ab }] }\nstatus: { phase: Ready }', []],
  ['spec: { engine: "${ENGINE}" }', []],
  ['other: 1\nspec: { engine: mysql }', ['the object has no field `other`']],
  ['spec: {}', ['`spec.engine` is required here']],
  ['', ['`spec` is required here']],
  ['spec: { engine: postgress }', ['`spec.engine` has to be one of postgres, mysql: did you mean postgres?']],
  ['spec: { engine: mysql, sizes: 1 }', ['`spec` has no field `sizes`: did you mean `size`?']],
  ['spec: { engine: mysql, size: 10 }', ['`spec.size` has to be at most 9']],
  ['spec: { engine: mysql, size: "1" }', ['`spec.size` has to be a whole number and is text']],
  ['spec: { engine: mysql, port: 1.5 }', ['`spec.port` has to be a whole number or text and is a number']],
  ['spec: { engine: mysql, labels: { a: 1 } }', ['`spec.labels.a` has to be text and is a whole number']],
  [
    'spec: { engine: mysql, free: { known: 1 } }',
    ['`spec.free.known` has to be true or false and is a whole number'],
  ],
  [
    'spec: { engine: mysql, users: [{ name: a }] }',
    ['`spec.users[0].name` has to have at least 2 characters'],
  ],
  ['spec: { engine: mysql, users: [{}, {}, {}] }', ['`spec.users` may have at most 2 items']],
  ['spec: [1]', ['`spec` has to be a map and is a list']],
])('%s', (body, expected) => {
  expect(messages(body)).toEqual(expected);
});
