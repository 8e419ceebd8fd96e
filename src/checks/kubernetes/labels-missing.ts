import { podOf } from '../../graph/kubernetes/pods.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

const names = new Set(['app.kubernetes.io/name', 'app.kubernetes.io/instance', 'app', 'k8s-app', 'name']);

export default check({
  id: 'kubernetes/labels-missing',
  title: 'Workload that does not say what it is',
  dimension: 'iac-quality',
  severity: 'info',
  why: 'Dashboards, alerts, policies, cost reports and people find pods by their labels. Those under app.kubernetes.io are what tools agree on; at least the name of the application should be there.',
  sources: ['https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/'],
  visits: resources('Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'),
  judge({ resource, node }) {
    const template = podOf(resource)?.template;
    const labels = [node, template].flatMap((holder) => holder?.entries('metadata', 'labels') ?? []);
    if (labels.some(([key]) => names.has(key))) return;
    return {
      message: `${resource.address} carries no label that names its application: add app.kubernetes.io/name to it and to its pods.`,
      at: node.get('metadata', 'labels') ?? node.get('metadata') ?? node,
    };
  },
  examples: {
    bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api
spec:
  selector:
    matchLabels: { component: api }
  template:
    metadata:
      labels: { component: api }
    spec:
      containers:
        - name: api
          image: registry.example.com/api:1.4.2
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
`,
  },
});
