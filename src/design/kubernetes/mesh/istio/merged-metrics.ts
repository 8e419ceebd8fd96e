/**
 * With strict mutual TLS nobody outside of the mesh reads the port of a program. The agent of Istio reads it, and tells
 * it together with the proxy's own numbers on a port that needs no identity and tells nothing else.
 */
export const mergedMetrics = {
  port: 15020,
  path: '/stats/prometheus',
  relabelings: [
    {
      sourceLabels: ['__meta_kubernetes_pod_ip'],
      targetLabel: '__address__',
      replacement: '$1:15020',
    },
  ],
} as const;
