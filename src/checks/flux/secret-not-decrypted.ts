import { plainFolder } from '../../graph/gitops/folders.ts';
import { textAt } from '../../graph/look.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'flux/secret-not-decrypted',
  title: 'Encrypted Secret that nothing decrypts',
  dimension: 'functionality',
  severity: 'high',
  why: 'A file that SOPS has encrypted is applied as it stands where its Kustomization names no decryption: the Secret then holds the encrypted text, and every workload that reads it fails to log in.',
  sources: ['https://fluxcd.io/flux/guides/mozilla-sops/'],
  visits: resources('Kustomization.kustomize.toolkit.fluxcd.io'),
  judge({ resource, node }, graph) {
    const path = node.get('spec', 'path');
    const folder = plainFolder(path?.text() ?? '');
    if (!path || folder === '' || folder.includes('${') || node.has('spec', 'decryption')) return;
    const others = graph.ofType('Kustomization.kustomize.toolkit.fluxcd.io');
    // one that patches decryption into those below it
    if (
      others.some(({ body }) =>
        JSON.stringify(body.peek('spec', 'patches')?.plain() ?? '').includes('decryption'),
      )
    )
      return;
    const deeper = others
      .map(({ body }) => plainFolder(textAt(body, 'spec', 'path')))
      .filter((other) => other.length > folder.length);
    const encrypted = graph
      .ofType('Secret')
      .find(
        ({ body }) =>
          body.peek('sops', 'mac') &&
          body.file.path.startsWith(`${folder}/`) &&
          !deeper.some((other) => body.file.path.startsWith(`${other}/`)),
      );
    if (!encrypted) return;
    return {
      message: `${encrypted.address} below ${folder} is encrypted by SOPS, and ${resource.address} applies it without decryption, so that workloads read the encrypted text: set decryption: { provider: sops } with its key.`,
      at: path,
    };
  },
  examples: {
    bad: {
      'clusters/prod/apps.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps/shop
  prune: true
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
`,
      'apps/shop/secret.yaml': `apiVersion: v1
kind: Secret
metadata: { name: shop }
stringData: { password: 'ENC[AES256_GCM,data:abc=,iv:x,tag:y,type:str]' }
sops: { mac: 'ENC[AES256_GCM,data:abc=,type:str]', version: 3.9.0 }
`,
    },
    good: {
      'clusters/prod/apps.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata:
  name: shop
  namespace: flux-system
spec:
  interval: 10m
  path: ./apps/shop
  prune: true
  sourceRef:
    kind: GitRepository
    name: shop
  wait: true
  decryption: { provider: sops, secretRef: { name: sops-age } }
`,
      'apps/shop/secret.yaml': `apiVersion: v1
kind: Secret
metadata: { name: shop }
stringData: { password: 'ENC[AES256_GCM,data:abc=,iv:x,tag:y,type:str]' }
sops: { mac: 'ENC[AES256_GCM,data:abc=,type:str]', version: 3.9.0 }
`,
    },
  },
});
