import { builtImages } from '../../graph/built-images.ts';
import type { Graph } from '../../graph/graph.ts';
import { type Container, containers } from '../../graph/kubernetes/pods.ts';
import type { Selector } from '../../graph/selector.ts';
import { parseImageReference } from '../../syntax/image-reference.ts';
import { check } from '../check.ts';

const ownImages: Selector<Container> = {
  of: 'containers whose image a workflow builds',
  find: (graph) => {
    const names = new Set(builtImages(graph).map(({ name }) => name));
    if (names.size === 0) return [];
    return graph.select(containers).filter(({ node }) => {
      const image = node.peek('image')?.content;
      return typeof image === 'string' && names.has(parseImageReference(image).repository);
    });
  },
};

export default check({
  id: 'contracts/image-tag-never-built',
  title: 'Image tag that no workflow builds',
  dimension: 'functionality',
  severity: 'high',
  why: 'The pipeline that builds an image gives it tags of one shape; a manifest that asks for another gets ImagePullBackOff, or an old image that somebody once pushed by hand and nobody can rebuild.',
  sources: ['https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff'],
  visits: ownImages,
  judge({ node, name }, graph) {
    const image = node.get('image');
    const { repository: wanted, tag, digest } = parseImageReference(image?.text() ?? '');
    if (!image || digest !== undefined || tag === undefined) return;
    const built = imagesNamed(graph, wanted);
    if (built.some((one) => one.tag.test(tag))) return;
    return {
      message: `Container ${name} runs ${wanted.split('/').at(-1)}:${tag}, and the workflow that builds this image only ever tags it ${[...new Set(built.map(({ written }) => written))].join(', ')}: deploy a tag that was built.`,
      at: image,
    };
  },
  examples: {
    bad: {
      '.github/workflows/image.yaml': `on: { push: { branches: [main] } }
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: docker/build-push-action@4f58ea79222b3b9dc2c8bbdd6debcef730109a75
        with:
          push: true
          tags: registry.example.com/shop/api:\${{ github.sha }}
`,
      'pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/shop/api:2.3.0
`,
    },
    good: {
      '.github/workflows/image.yaml': `on: { push: { branches: [main] } }
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: docker/build-push-action@4f58ea79222b3b9dc2c8bbdd6debcef730109a75
        with:
          push: true
          tags: registry.example.com/shop/api:\${{ github.sha }}
`,
      'pod.yaml': `apiVersion: v1
kind: Pod
metadata:
  name: api
spec:
  containers:
    - name: api
      image: registry.example.com/shop/api:4f1c9e0d7a62b853c1d04e9f6a7b21c8e05d3f94
`,
    },
  },
});

function imagesNamed(graph: Graph, name: string) {
  return builtImages(graph).filter((image) => image.name === name);
}
