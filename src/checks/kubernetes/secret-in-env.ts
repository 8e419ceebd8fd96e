import {
  isPlaceForSecret,
  isSecretValue,
  secretIn,
  standInIn,
} from '../../graph/kubernetes/embedded-secrets.ts';
import { environmentVariables } from '../../graph/kubernetes/environment-variables.ts';
import { resolveName } from '../../graph/kubernetes/names.ts';
import { isTriedOut } from '../../graph/kubernetes/tried-out.ts';
import { check } from '../check.ts';

/** A token with at least one digit, as `Bearer` of HTTP takes it. */
const bearer = /^bearer\s+(?=\S*\d)[\w.~+/=-]{8,}$/i;

export default check({
  id: 'kubernetes/secret-in-env',
  title: 'Secret written out in the environment of a container',
  dimension: 'security',
  severity: 'high',
  why: 'A value in a manifest is readable to everybody who may read the repository, its history, the workload or the pod, and it is the same for all of them for ever. Keep it in a Secret that External Secrets, Sealed Secrets, SOPS or a CSI driver makes, and replace one that was committed.',
  sameAs: [
    'kube-linter:env-var-secret',
    'kubescape:rule-credentials-in-env-var',
    'polaris:sensitiveContainerEnvVar',
  ],
  controls: ['cis-kubernetes:5.4.1', 'cis-kubernetes:5.4.2', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  visits: environmentVariables,
  judge({ node, name, container, resource }, graph) {
    const value = node.get('value');
    const text = value?.text();
    if (!value || text === undefined) return;
    const shape = secretIn(text) ?? (bearer.test(text) ? 'an authorization header' : undefined);
    const standIn = shape
      ? undefined
      : (standInIn(text) ?? (isPlaceForSecret(name, text) ? 'a secret' : undefined));
    if (standIn)
      return {
        message: `${name} of container ${container.name} stands in for ${standIn}: whoever fills it in commits it. Take it from a Secret that is not made from this repository.`,
        at: value,
        key: name,
        severity: 'low',
      };
    if ((!shape && !isSecretValue(name, text)) || value.file.isWritten?.(text) === false) return;
    // a name that ends in SECRET may be asked for the name of a Secret
    if (!shape && resolveName(graph, resource, 'Secret', text).length > 0) return;
    const certain =
      shape !== undefined && shape !== 'a password in a URL' && shape !== 'an authorization header';
    return {
      message: `${name} of container ${container.name} ${shape ? `holds ${shape}` : 'is a secret'}, written out for everybody who may read the repository or the pod: take it from a Secret that is not made from this repository, and replace it.`,
      at: value,
      key: name,
      ...(certain ? { severity: 'critical' } : isTriedOut(resource) && { severity: 'medium' }),
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          env:
            - { name: DB_PASSWORD, value: copper-lantern-1894 }
`,
    good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { app: api }
  template:
    metadata:
      labels: { app: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
          env:
            - name: DB_PASSWORD
              valueFrom:
                secretKeyRef: { name: api-database, key: password }
`,
  },
});
