import { isHook } from '../../graph/kubernetes/jobs.ts';
import { isSystem } from '../../graph/kubernetes/namespaces.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/bare-pod',
  title: 'Pod that nothing keeps alive',
  dimension: 'reliability',
  severity: 'low',
  why: 'A Pod of its own belongs to no controller: when its node goes, or when it is evicted, it is gone and nothing makes another one. A Deployment of one replica costs nothing more and comes back.',
  sources: ['https://kubernetes.io/docs/concepts/workloads/pods/#pods-and-controllers'],
  visits: resources('Pod'),
  judge({ resource, node }) {
    const policy = node.text('spec', 'restartPolicy') ?? 'Always';
    if (policy !== 'Always' || isSystem(resource) || isHook(resource)) return;
    if (node.list('metadata', 'ownerReferences').length > 0) return;
    return {
      message: `${resource.address} has no controller, so nothing replaces it when its node is drained or lost: make it a Deployment, or a Job where it is meant to end.`,
      at: node.get('kind') ?? node,
    };
  },
  examples: {
    bad: `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/api:1.4.2
`,
    good: `apiVersion: v1
kind: Pod
metadata:
  name: migrate
spec:
  restartPolicy: Never
  containers:
    - name: migrate
      image: registry.example.com/migrate:1.4.2
`,
  },
});
