import { imageOf } from '../../graph/kubernetes/images.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/image-digest-missing',
  title: 'Image not pinned by digest',
  dimension: 'security',
  severity: 'info',
  why: 'A tag can be moved to another image by whoever may push to the registry; a digest is the image itself. Where supply chain attacks matter, let a tool such as Renovate or Flux keep digests up to date.',
  sameAs: [
    'checkov:CKV_K8S_43',
    'gatekeeper:imagedigests/container-image-must-have-digest',
    'kubescape:image-not-pinned-to-digest',
    'kyverno:require-image-checksum/require-image-checksum',
  ],
  controls: ['slsa:v1.0'],
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  visits: containers,
  judge(container) {
    const image = imageOf(container);
    if (!image || image.digest || image.tag === undefined || image.tag === 'latest') return;
    return {
      message: `Image ${image.repository}:${image.tag} of container ${container.name} is named by a tag, which can be moved to another image: add its digest.`,
      at: container.node.get('image')!,
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
          image: registry.example.com/api:1.4.2@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
`,
  },
});
