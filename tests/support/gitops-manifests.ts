import { loadAll } from 'js-yaml';
import type { Architecture } from '../../src/design/architecture.ts';
import { gitops } from '../../src/design/gitops/target.ts';
import { architectureOf, architectureOfExample } from './design-example.ts';

/** An object as far as tests look at it. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  // biome-ignore lint/suspicious/noExplicitAny: manifests of many kinds
  readonly spec: any;
}

/** The largest example, delivered by Argo CD. */
export const payments = architectureOfExample('payments');

/** A platform that is delivered by Flux. */
export const withFlux = architectureOf(`name: shop
owner: platform
owners:
  platform: { email: p@shop.example, github: acme/platform }
  web: { email: w@shop.example, github: acme/web }
domain: shop.example
region: eu-west-1
services:
  front: { image: ghcr.io/acme/front, owner: web, expose: www, needs: [orders], strategy: canary, scale: { min: 3, max: 9 } }
  orders: { image: ghcr.io/acme/orders, owner: platform, needs: [store] }
jobs:
  sweep: { image: ghcr.io/acme/sweep, owner: platform, schedule: "0 3 * * *" }
datastores:
  store: { type: postgres }
environments:
  staging: { account: "111122223333" }
  production: { account: "222233334444", approvals: 2 }
delivery: { repository: acme/platform, gitops: flux }
mesh: linkerd
compute: eks
decisions: { nodes: karpenter, ingress: nginx }
`);

/** Objects that are written into a folder, but for what kustomize reads. */
export function manifests(architecture: Architecture, folder: string, kind?: string): Manifest[] {
  return [...gitops.write(architecture)]
    .filter(
      ([path]) => path.startsWith(folder) && path.endsWith('.yaml') && !path.endsWith('kustomization.yaml'),
    )
    .flatMap(([, text]) => loadAll(text) as Manifest[])
    .filter((one) => kind === undefined || one.kind === kind);
}

/** Where an Application takes its objects from. */
export const sourcesOf = ({ spec }: Manifest): { path?: string; chart?: string; repoURL: string }[] =>
  spec.sources ?? [spec.source];
