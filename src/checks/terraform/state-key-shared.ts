import type { Graph } from '../../graph/graph.ts';
import { type Backend, backends } from '../../graph/terraform/settings.ts';
import { check } from '../check.ts';

export default check({
  id: 'terraform/state-key-shared',
  title: 'Two root modules that write one state',
  dimension: 'iac-quality',
  severity: 'critical',
  why: 'A state belongs to one root module. Where two name the same bucket and key, each plan sees the resources of the other as removed from its code, and its apply destroys them.',
  sources: ['https://developer.hashicorp.com/terraform/language/backend/s3#configuration'],
  visits: backends,
  judge(backend, graph) {
    const { node, resource } = backend;
    const place = placeOf(backend);
    if (!place) return;
    const [first] = rootsAt(graph, place).filter((path) => path !== resource.unit.path);
    if (first === undefined) return;
    return {
      message: `${resource.unit.path} keeps its state at ${place}, and so does ${first}: an apply of one destroys what the other made. Give each its own key.`,
      at: node.get('key') ?? node,
    };
  },
  examples: {
    bad: {
      'staging/main.tf': `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "shop.tfstate"
  }
}
`,
      'prod/main.tf': `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "shop.tfstate"
  }
}
`,
    },
    good: {
      'staging/main.tf': `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "staging/shop.tfstate"
  }
}
`,
      'prod/main.tf': `terraform {
  backend "s3" {
    bucket = "acme-state"
    key    = "prod/shop.tfstate"
  }
}
`,
    },
  },
});

/** Bucket and key where both are written; what `-backend-config` supplies later may differ. */
function placeOf({ kind, node }: Backend): string | undefined {
  const [bucket, key] =
    kind === 's3'
      ? [node.text('bucket'), node.text('key')]
      : kind === 'gcs'
        ? [node.text('bucket'), node.text('prefix')]
        : [];
  return bucket && key ? `${kind}://${bucket}/${key}` : undefined;
}

const byPlace = Symbol('roots by state');

function rootsAt(graph: Graph, place: string): readonly string[] {
  const index = graph.derive(byPlace, () => {
    const found = new Map<string, string[]>();
    for (const backend of graph.select(backends)) {
      const bucket = backend.node.peek('bucket')?.content;
      const key = backend.node.peek(backend.kind === 's3' ? 'key' : 'prefix')?.content;
      if (typeof bucket !== 'string' || typeof key !== 'string') continue;
      const id = `${backend.kind}://${bucket}/${key}`;
      const paths = found.get(id) ?? [];
      if (!paths.includes(backend.resource.unit.path)) paths.push(backend.resource.unit.path);
      found.set(id, paths);
    }
    return found;
  });
  return index.get(place) ?? [];
}
