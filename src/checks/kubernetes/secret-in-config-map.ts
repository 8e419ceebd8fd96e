import {
  embeddedSecretIn,
  isPlaceForSecret,
  isSecretValue,
  standInIn,
} from '../../graph/kubernetes/embedded-secrets.ts';
import { isTriedOut } from '../../graph/kubernetes/tried-out.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'kubernetes/secret-in-config-map',
  title: 'Secret in a ConfigMap',
  dimension: 'security',
  severity: 'high',
  why: 'ConfigMaps are for what everybody may see: they are neither encrypted at rest where Secrets are, nor kept from roles that may not read Secrets, nor left out of dumps and dashboards. What is in the repository as well is known to whoever may read it.',
  sameAs: [
    'kubescape:rule-credentials-configmap',
    'polaris:sensitiveConfigmapContent',
    'trivy:KSV-01010',
    'trivy:KSV-0109',
  ],
  controls: ['cis-kubernetes:5.4.2', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  visits: resources('ConfigMap'),
  judge({ node, resource }) {
    return node.entries('data').flatMap(([key, value]): Fault[] => {
      const text = value.text() ?? '';
      const inside = embeddedSecretIn(text);
      const standIn = inside
        ? undefined
        : (standInIn(text) ?? (isPlaceForSecret(key, text) ? 'a secret' : undefined));
      if (standIn)
        return [
          {
            message: `${key} of ${resource.address} stands in for ${standIn}: whoever fills it in commits it, for everybody to read. Keep it in a Secret that is not made from this repository.`,
            at: value,
            key,
            severity: 'low',
          },
        ];
      if (!inside && (text.includes('\n') || !isSecretValue(key, text))) return [];
      if (value.file.isWritten?.(text) === false) return [];
      return [
        {
          message: `${key} of ${resource.address} ${inside ? `holds ${inside.what}` : 'is a secret'}, open to everybody who may read the repository or the namespace: keep it in a Secret that is not made from this repository, and replace it.`,
          at: value,
          key,
          ...(inside?.certain
            ? { severity: 'critical' as const }
            : isTriedOut(resource) && { severity: 'medium' as const }),
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: v1
kind: ConfigMap
metadata:
  name: api
data:
  LOG_LEVEL: info
  SFTP_PASSWORD: copper-lantern-1894
`,
    good: `apiVersion: v1
kind: ConfigMap
metadata:
  name: api
data:
  LOG_LEVEL: info
  SFTP_PASSWORD_FILE: /run/secrets/sftp
`,
  },
});
