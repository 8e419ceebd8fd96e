/** A blueprint with a database and a cache that the cluster hosts itself. */
export function hostedBlueprint(delivery: {
  readonly gitops: 'argocd' | 'flux';
  readonly packaging: 'kustomize' | 'helm';
  readonly mesh?: 'none' | 'istio' | 'linkerd';
  /** further lines of the database and the cache */
  readonly database?: string;
  readonly cache?: string;
  /** further lines of the blueprint */
  readonly more?: string;
}): string {
  const { gitops, packaging, mesh = 'none', database = '', cache = '', more = '' } = delivery;
  return `name: shop
domain: shop.example
compute: eks
mesh: ${mesh}
delivery: { ci: github, gitops: ${gitops}, packaging: ${packaging}, repository: acme/shop }
services:
  api: { image: acme/api, expose: api, needs: [orders, sessions] }
  importer: { image: acme/importer, needs: [orders] }
  unrelated: { image: acme/unrelated }
jobs:
  report: { image: acme/report, schedule: "0 4 * * *", needs: [orders] }
datastores:
  orders:
    type: postgres
    hosting: self-hosted
    storage: 50GB
    rpo: 15m
    rto: 4h
${database}
  sessions:
    type: redis
    hosting: self-hosted
${cache}
environments:
  staging: { account: "111122223333" }
  production: { account: "222233334444", recoveryRegion: eu-central-1 }
${more}`;
}
