import { describe, expect, it } from 'vitest';
import { SourceFile } from '../../model/source-file.ts';
import { parseYaml } from '../../syntax/yaml/parse-yaml.ts';
import { apiSchemas } from './api-schemas.ts';
import { validateObject } from './validate-object.ts';

function violations(apiVersion: string, kind: string, text: string, version = '1.33') {
  const file = new SourceFile(
    'a.yaml',
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: a }\n${text}`,
  );
  const schemas = apiSchemas(version);
  return validateObject(parseYaml(file).documents[0]!, schemas.ofKind(apiVersion, kind)!, schemas);
}

const messages = (...of: Parameters<typeof violations>) => violations(...of).map(({ message }) => message);

describe('validateObject', () => {
  it('is silent about what fits', () => {
    expect(
      messages(
        'v1',
        'Pod',
        `spec:
  restartPolicy: Never
  nodeSelector: { kubernetes.io/os: linux }
  terminationGracePeriodSeconds: 30
  containers:
    - name: a
      image: a:1
      livenessProbe: { httpGet: { path: /, port: http } }
      readinessProbe: { tcpSocket: { port: 80 } }
      resources: { limits: { cpu: 2, memory: 1.5Gi, ephemeral-storage: 1e9 }, requests: { cpu: 500m } }
      env:
        - { name: A, value: "1" }
        - { name: B, value: null }
        - { name: C, valueFrom: { fieldRef: { fieldPath: metadata.name } } }
`,
      ),
    ).toEqual([]);
  });

  it.each([
    [
      'spec: { containers: [], hostnetwork: true }',
      '`spec` has no field `hostnetwork`: did you mean `hostNetwork`?',
    ],
    [
      'spec: { containers: [{ name: a, runAsUser: 1 }] }',
      '`spec.containers[0]` has no field `runAsUser`: it belongs under `securityContext`',
    ],
    ['spec: { containers: [{ name: a, zzz: 1 }] }', '`spec.containers[0]` has no field `zzz`'],
    ['spec: {}', '`spec.containers` is required here'],
    ['spec: { containers: null }', '`spec.containers` is required here'],
    ['spec: { containers: [{ image: a }] }', '`spec.containers[0].name` is required here'],
    ['spec: { containers: { name: a } }', '`spec.containers` has to be a list and is a map'],
    ['spec: [1]', '`spec` has to be a map and is a list'],
    [
      'spec: { containers: [], hostNetwork: "true" }',
      '`spec.hostNetwork` has to be true or false and is text: take off its quotes',
    ],
    ['spec: { containers: [], priority: 1.5 }', '`spec.priority` has to be a whole number and is a number'],
    [
      'spec: { containers: [], priority: "7" }',
      '`spec.priority` has to be a whole number and is text: take off its quotes',
    ],
    [
      'spec: { containers: [], nodeSelector: { a.b/c: true } }',
      '`spec.nodeSelector["a.b/c"]` has to be text and is a boolean: put it in quotes',
    ],
    [
      'spec: { containers: [], restartPolicy: never }',
      '`spec.restartPolicy` has to be one of Always, OnFailure, Never: did you mean Never?',
    ],
    [
      'spec: { containers: [], overhead: { memory: 10MB } }',
      '`spec.overhead.memory` has to be a quantity such as 500m, 2 or 1.5Gi',
    ],
    [
      'spec: { containers: [{ name: a, livenessProbe: { tcpSocket: { port: 1.5 } } }] }',
      '`spec.containers[0].livenessProbe.tcpSocket.port` has to be a whole number or text and is a number',
    ],
  ])('%s', (text, message) => {
    expect(messages('v1', 'Pod', text)).toEqual([message]);
  });

  it('holds Secrets to base64 and never shows a value', () => {
    const found = violations(
      'v1',
      'Secret',
      'data:\n  ok: c2VjcmV0\n  wrapped: |\n    c2Vj\n    cmV0\n  bad: hunter2!\n  number: 1234\n',
    );
    expect(found.map(({ path }) => path)).toEqual(['data.bad', 'data.number']);
    expect(JSON.stringify(found.map(({ message }) => message))).not.toMatch(/hunter2|1234/);
  });

  it('says from which version on a field exists', () => {
    const text = 'spec: { containers: [{ name: a, restartPolicy: Always }] }';
    expect(messages('v1', 'Pod', text, '1.27')).toEqual([
      '`spec.containers[0]` has no field `restartPolicy`: it exists from Kubernetes 1.28 on',
    ]);
    expect(messages('v1', 'Pod', text, '1.28')).toEqual([]);
  });

  it('leaves alone what is filled in later', () => {
    expect(
      messages('apps/v1', 'Deployment', 'spec: { replicas: "${N}", selector: {}, template: {} }'),
    ).toEqual([]);
    expect(
      messages('apps/v1', 'Deployment', 'spec:\n  selector: {}\n  template: {}\n  replicas: {{ x }}\n'),
    ).toEqual([]);
  });

  it('points at the value, and at the parent of what is missing', () => {
    const [unknown, missing] = violations('v1', 'Pod', 'spec:\n  container: []\n');
    expect(unknown!.node.file.lineAt(unknown!.node.keyStart)).toBe(5);
    expect(missing!.node.file.lineAt(missing!.node.keyStart)).toBe(4);
  });

  it('keeps a bounded number of violations', () => {
    const lines = Array.from({ length: 500 }, (_, at) => `  field${at}: 1`).join('\n');
    expect(violations('v1', 'Pod', `spec:\n  containers: []\n${lines}\n`)).toHaveLength(50);
  });
});
