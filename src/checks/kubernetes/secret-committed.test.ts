import { expect, it } from 'vitest';
import { judgementOf } from '../../../tests/support/judgement-of.ts';
import { memoryRepository } from '../../../tests/support/memory-repository.ts';
import { buildGraph } from '../../graph/build.ts';
import { readRepository } from '../../read/read-repository.ts';
import { judge } from '../../verdict/judge.ts';
import check from './secret-committed.ts';

const body = 'MIIBVgIBADANBgkqhkiG9w0BAQEFAASCAUAwggE8AgEAAkEA0Vw5zS1jZ';
const key = `apiVersion: v1
kind: Secret
metadata: { name: ca }
stringData:
  tls.key: |
    -----BEGIN PRIVATE KEY-----
    ${body}
    -----END PRIVATE KEY-----
`;

it.each([
  ['deploy/ca.yaml', 'critical Secret/ca'],
  ['tests/1/ca.yaml', 'medium Secret/ca'],
  ['lessons/1/ca.yaml', 'medium Secret/ca'],
])('weighs a private key in %s', async (path, expected) => {
  expect(await judgementOf(check, { [path]: key })).toEqual([expected]);
});

it.each([key.replace('tls.key', 'sshPrivateKey'), key.replaceAll('PRIVATE', 'OPENSSH PRIVATE')])(
  'knows a key of SSH, which opens something wherever it lies',
  async (text) => {
    expect(await judgementOf(check, { 'tests/1/ca.yaml': text })).toEqual(['critical Secret/ca']);
  },
);

it.each([
  ['{{ randAlphaNum 32 | b64enc }}', 0],
  ['Y29wcGVyLWxhbnRlcm4tMTg5NA==', 1],
])('knows a password that a chart makes: %s', async (written, expected) => {
  const repository = memoryRepository(
    {
      'shop/Chart.yaml': 'name: shop\nversion: 1.0.0\n',
      'shop/templates/secret.yaml': `data:\n  other: {{ uuidv4 }}\n  password: ${written}\n`,
    },
    {
      helm: () => ({
        outcome: 'done',
        stdout:
          '# Source: shop/templates/secret.yaml\napiVersion: v1\nkind: Secret\nmetadata: { name: a }\ndata: { password: Y29wcGVyLWxhbnRlcm4tMTg5NA== }\n',
      }),
    },
  );
  const options = { varFiles: [], vars: {}, kubernetesVersion: '1.33', render: true };
  const { units, resources } = await readRepository(repository, options);
  expect(judge(buildGraph(units, resources, repository.paths), [check]).findings).toHaveLength(expected);
});
