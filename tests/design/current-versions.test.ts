import { expect, it } from 'vitest';
import { clusterAutoscalerVersions } from '../../src/design/gitops/addons/nodes.ts';
import { kubectlImage } from '../../src/design/kubernetes/cluster/office-hours.ts';
import { kubernetesVersion } from '../../src/design/resolve/cluster.ts';
import {
  endedKubernetes,
  extendedEngines,
  extendedKubernetes,
  retiredRuntimes,
} from '../../src/graph/aws/retirements.ts';
import { architectureOf } from '../support/design-example.ts';

it('begins clusters with a version that EKS supports as standard, and what goes with it', () => {
  expect(Object.keys({ ...extendedKubernetes, ...endedKubernetes })).not.toContain(kubernetesVersion);
  expect(clusterAutoscalerVersions[kubernetesVersion]).toMatch(`v${kubernetesVersion}.`);
  expect(kubectlImage).toMatch(`:v${kubernetesVersion}.`);
});

it('begins databases and functions with versions that are patched', () => {
  const { environments } = architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
account: "111122223333"
region: eu-west-1
delivery: { repository: shop/platform }
services: { api: { image: shop/api, needs: [orders, stock] } }
functions: { mail: { handler: mail.handler, needs: [orders] } }
datastores: { orders: { type: postgres }, stock: { type: mysql } }
environments: { prod: {} }
`);
  const { datastores, functions } = environments[0]!;
  const versions = datastores.flatMap((one) => ('version' in one ? [[one.type, one.version] as const] : []));
  expect(versions).toHaveLength(2);
  for (const [type, version] of versions)
    expect(
      Object.keys(extendedEngines[type] ?? {}).filter((old) => `${version}.`.startsWith(`${old}.`)),
    ).toEqual([]);
  expect(functions.map(({ runtime }) => retiredRuntimes[runtime])).toEqual([undefined]);
});
