import { apiObjects } from '../../graph/kubernetes/validated-objects.ts';
import { servedIn, versionsServing } from '../../read/kubernetes/api-schemas.ts';
import { groupOf, isBuiltInGroup } from '../../read/kubernetes/api-version.ts';
import { check } from '../check.ts';

/** OpenShift served these under `v1` once. */
const openShift = new Set(['Template', 'DeploymentConfig', 'Route', 'BuildConfig', 'ImageStream']);

export default check({
  id: 'kubernetes/api-unknown',
  title: 'Kind that its API version does not have',
  dimension: 'functionality',
  severity: 'high',
  why: 'The API server knows objects by API version and kind together. Where no version of Kubernetes serves the pair, mostly because the group belongs to another kind or the kind is misspelt, nothing can be created.',
  sameAs: ['kube-linter:schema-validation', 'kubeconform:schema'],
  sources: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  visits: apiObjects,
  judge({ apiVersion, kind, node, schemas }) {
    if (!isBuiltInGroup(groupOf(apiVersion)) || (apiVersion === 'v1' && openShift.has(kind))) return;
    const served = servedIn(apiVersion, kind);
    if (served && served[0] <= schemas.minor) return;
    const others = versionsServing(kind, schemas.minor);
    const hint = served
      ? `it exists from Kubernetes 1.${served[0]} on`
      : others.length > 0
        ? `${kind} is of ${others.join(' or ')}`
        : 'check how the kind is spelt';
    return {
      at: node.peek('apiVersion') ?? node,
      message: `Kubernetes 1.${schemas.minor} has no ${kind} in ${apiVersion}, so this object cannot be created: ${hint}.`,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports:
    - port: 80
`,
    good: `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  selector: { app: api }
  ports:
    - port: 80
`,
  },
});
