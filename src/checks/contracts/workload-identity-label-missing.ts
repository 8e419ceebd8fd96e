import { identityAnnotationOf } from '../../graph/kubernetes/azure-identity.ts';
import { type Pod, pods } from '../../graph/kubernetes/pods.ts';
import type { Selector } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Source: Microsoft Entra Workload ID, pod labels: required, as the webhook looks at no other pod. */
const label = 'azure.workload.identity/use';

interface Identified extends Pod {
  readonly account: Resource;
}

const identified: Selector<Identified> = {
  of: 'pods of service accounts with an identity of Entra ID',
  find: (graph) =>
    graph.select(pods).flatMap((pod) => {
      const account = graph
        .from(pod.resource, 'runs-as')
        .map(({ to }) => to)
        .find((to) => to.type === 'ServiceAccount' && identityAnnotationOf(to));
      return account ? [{ ...pod, account }] : [];
    }),
};

export default check({
  id: 'contracts/workload-identity-label-missing',
  title: 'Pod that never gets the identity of its service account',
  dimension: 'functionality',
  severity: 'high',
  why: 'AKS hands the token of Entra ID to pods that carry the label azure.workload.identity/use: "true", and to no others. The annotation on the service account alone changes nothing, and every call to Azure fails for want of credentials, which no manifest shows.',
  sources: [
    'https://azure.github.io/azure-workload-identity/docs/topics/service-account-labels-and-annotations.html',
  ],
  visits: identified,
  judge({ resource, template, node, account }) {
    if (template?.text('metadata', 'labels', label) === 'true') return;
    return {
      message: `The pods of ${resource.address} run as ${account.address}, which stands for an identity of Entra ID, and lack the label ${label}: "true", so they never get its token: add the label to the pod template.`,
      at: template?.get('metadata', 'labels') ?? template ?? node,
    };
  },
  examples: {
    bad: { 'orders.yaml': orders('') },
    good: { 'orders.yaml': orders('        azure.workload.identity/use: "true"\n') },
  },
});

function orders(labels: string): string {
  return `apiVersion: v1
kind: ServiceAccount
metadata:
  name: orders
  namespace: shop
  annotations:
    azure.workload.identity/client-id: 00000000-0000-0000-0000-000000000001
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  selector:
    matchLabels: { app: orders }
  template:
    metadata:
      labels:
        app: orders
${labels}    spec:
      serviceAccountName: orders
      containers:
        - name: orders
          image: registry.example.com/orders:1.4.2
`;
}
