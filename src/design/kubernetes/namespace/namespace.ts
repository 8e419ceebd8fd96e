import type { Namespace } from '../../environment.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { payerOf } from '../labels.ts';
import type { Site } from '../site.ts';

/** A team's namespace: pods at the restricted level, and members of its mesh. */
export function namespaceOf({ name, owner }: Namespace, { architecture }: Site): YamlMap {
  const { mesh, ingress } = architecture.platform;
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: {
        'app.kubernetes.io/part-of': name,
        ...payerOf(owner),
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/audit': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
        ...(mesh === 'istio' && { 'istio-injection': 'enabled' }),
        ...(ingress === 'alb' && {
          'elbv2.k8s.aws/pod-readiness-gate-inject': why(
            'enabled',
            'A pod counts as ready once its load balancer sends requests to it, so that rollouts wait for that.',
          ),
        }),
      },
      ...(mesh === 'linkerd' && {
        annotations: {
          'linkerd.io/inject': 'enabled',
          'config.linkerd.io/default-inbound-policy': why(
            'deny',
            'Nobody may call anything that no policy allows.',
          ),
        },
      }),
    },
  };
}
