import { imageOf, isStandIn } from '../../graph/kubernetes/images.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { isDigest } from '../../syntax/image-reference.ts';
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
  controls: ['slsa:build-l3'],
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  visits: containers,
  judge(container) {
    const image = imageOf(container);
    if (!image || isStandIn(image) || (image.digest && isDigest(image.digest))) return;
    const name = `${image.repository}${image.tag ? `:${image.tag}` : ''}`;
    const at = container.node.get('image')!;
    if (image.digest)
      return {
        message: `The digest of image ${name} in container ${container.name} is none (${image.digest}), so the image cannot be pulled: write it out in full, as sha256: and 64 hexadecimal digits.`,
        at,
        severity: 'medium',
      };
    return {
      message: `Image ${name} of container ${container.name} is named by ${image.tag ? 'a tag, which' : 'its repository alone, whose latest tag'} can be moved to another image: add its digest.`,
      at,
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
