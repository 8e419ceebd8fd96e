import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'istio/outlier-detection-missing',
  title: 'Callers that keep asking a pod that fails',
  dimension: 'reliability',
  severity: 'info',
  why: 'Without outlierDetection a pod that answers with errors keeps its share of the traffic until its own probe notices. With it, callers leave it out after a few failures and try it again later.',
  sources: ['https://istio.io/latest/docs/tasks/traffic-management/circuit-breaking/'],
  visits: resources('DestinationRule.networking.istio.io'),
  judge({ resource, node }) {
    const policy = node.get('spec', 'trafficPolicy');
    if (!policy || policy.has('outlierDetection')) return;
    // one that only says how to encrypt is about something else
    if (!policy.has('connectionPool') && !policy.has('loadBalancer')) return;
    return {
      message: `${resource.address} limits and spreads the traffic of its callers, and lets them go on asking a pod that fails: add outlierDetection.`,
      at: policy,
    };
  },
  examples: {
    bad: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: shop
spec:
  host: api
  trafficPolicy:
    connectionPool: { http: { http1MaxPendingRequests: 100 } }
`,
    good: `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: api
  namespace: shop
spec:
  host: api
  trafficPolicy:
    connectionPool: { http: { http1MaxPendingRequests: 100 } }
    outlierDetection: { consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 30s }
`,
  },
});
