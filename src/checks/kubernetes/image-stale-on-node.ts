import { imageOf, isStandIn } from '../../graph/kubernetes/images.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/image-stale-on-node',
  title: 'Tag that nodes do not pull again',
  dimension: 'reliability',
  severity: 'low',
  why: 'With a tag that moves and a pull policy other than Always, each node keeps the image that it pulled first. Pods on different nodes then run different versions, and a new version arrives only on new nodes. A version that is never pushed again is sound as far as that goes; only a digest makes sure of it.',
  sameAs: [
    'checkov:CKV_K8S_15',
    'kics:k8s/image_pull_policy_of_container_is_not_always',
    'kube-score:Container Image Pull Policy',
    'kubescape:image-pull-policy-is-not-set-to-always',
    'polaris:pullPolicyNotAlways',
  ],
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#updating-images'],
  visits: containers,
  judge(container) {
    const policy = container.node.get('imagePullPolicy');
    const image = imageOf(container);
    if (policy?.text() === 'Always' || !image || isStandIn(image) || image.digest) return;
    const { repository, tag = 'latest' } = image;
    // without a policy latest is pulled always, any other tag once
    if (tag === 'latest' && !policy) return;
    if (tag !== 'latest' && !isMoving(tag))
      return {
        message: `Container ${container.name} runs ${repository}:${tag} with imagePullPolicy: ${policy?.text() ?? 'IfNotPresent, the default'}: a tag that is pushed again does not reach a node that has the image, and every pod of that node may use it without the credentials of its registry. Name the digest, or pull Always.`,
        at: policy ?? container.node.get('image')!,
        severity: 'info',
      };
    return {
      message: `Container ${container.name} runs ${repository}:${tag} with imagePullPolicy: ${policy?.text() ?? 'IfNotPresent, the default'}, so each node stays with the image that it pulled first: name a version, or pull Always.`,
      at: policy ?? container.node.get('image')!,
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
          image: registry.example.com/api:latest
          imagePullPolicy: IfNotPresent
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
          imagePullPolicy: Always
`,
  },
});

/** Whether a tag names no version but whatever is current (`alpine`, `main`), or the newest of a major one (`17`). */
function isMoving(tag: string): boolean {
  return !/\d/.test(tag) || /^v?\d{1,3}$/.test(tag);
}
