import { imageOf, isStandIn } from '../../graph/kubernetes/images.ts';
import { containers } from '../../graph/kubernetes/pods.ts';
import { check } from '../check.ts';

export default check({
  id: 'kubernetes/image-tag-latest',
  title: 'Image without a version',
  dimension: 'reliability',
  severity: 'medium',
  why: 'An image named without a tag, or as latest, is whatever was pushed last when a pod happens to start. Pods of one Deployment may run different versions, a rollback has nothing to go back to, and a restart at night can be an unannounced release.',
  sameAs: [
    'checkov:CKV_K8S_14',
    'gatekeeper:disallowedtags/disallowed-tags',
    'kics:k8s/invalid_image',
    'kube-linter:latest-tag',
    'kube-score:Container Image Tag',
    'kubeaudit:image/ImageTagMissing',
    'kyverno:disallow-latest-tag/require-image-tag',
    'kyverno:disallow-latest-tag/validate-image-tag',
    'polaris:tagNotSpecified',
    'kubeaudit:image',
  ],
  controls: ['soc2:CC8.1'],
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#image-names'],
  visits: containers,
  judge(container) {
    const image = imageOf(container);
    if (!image || isStandIn(image) || image.digest || (image.tag !== undefined && image.tag !== 'latest'))
      return;
    const how = image.tag ? 'is taken as latest' : 'has no tag, which means latest';
    return {
      message: `Image ${image.repository} of container ${container.name} ${how}, so that each new pod may run another version: name the version that was tested.`,
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
          image: registry.example.com/api:latest
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
