import type { Graph } from '../../graph/graph.ts';
import { type Backend, backends } from '../../graph/terraform/settings.ts';
import { check, type Fault } from '../check.ts';

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
    if (first === undefined) return betweenEnvironments(backend, graph, place);
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

/**
 * Bucket and key where both are written; what `-backend-config` supplies later may differ. A prefix for workspaces is part of
 * the place: who sets one uses them.
 */
function placeOf({ kind, node }: Backend): string | undefined {
  const [bucket, key] =
    kind === 's3'
      ? [node.text('bucket'), node.text('key')]
      : kind === 'gcs'
        ? [node.text('bucket'), node.text('prefix')]
        : [];
  return bucket && key ? nameOf(kind, bucket, key, node.text('workspace_key_prefix')) : undefined;
}

/** `undefined` where a script puts something in: what `$application` stands for differs. */
function nameOf(
  kind: string,
  bucket: string,
  key: string,
  workspaces: string | undefined,
): string | undefined {
  const name = `${kind}://${bucket}/${workspaces ? `${workspaces}/` : ''}${key}`;
  return /[$<{%]|__\w+__/.test(name) ? undefined : name;
}

const byPlace = Symbol('roots by state');

function rootsAt(graph: Graph, place: string): readonly string[] {
  const index = graph.derive(byPlace, () => {
    const found = new Map<string, string[]>();
    for (const backend of graph.select(backends)) {
      const { kind, node } = backend;
      const [bucket, key, workspaces] = [
        'bucket',
        kind === 's3' ? 'key' : 'prefix',
        'workspace_key_prefix',
      ].map((name) => node.peek(name)?.content);
      if (typeof bucket !== 'string' || typeof key !== 'string') continue;
      const id = nameOf(kind, bucket, key, typeof workspaces === 'string' ? workspaces : undefined);
      if (id === undefined) continue;
      const paths = found.get(id) ?? [];
      if (!paths.includes(backend.resource.unit.path)) paths.push(backend.resource.unit.path);
      found.set(id, paths);
    }
    return found;
  });
  return index.get(place) ?? [];
}

/** One root applied with several variables files keeps one state for all of them, unless the pipeline tells them apart. */
function betweenEnvironments({ node, resource }: Backend, graph: Graph, place: string): Fault | undefined {
  const environments = graph.units
    .filter(({ kind, path }) => kind === 'terraform' && path === resource.unit.path)
    .flatMap(({ environment }) => environment ?? []);
  if (environments.length < 2 || node.has('workspace_key_prefix') || isToldApart(graph, resource)) return;
  return {
    message: `${resource.unit.path} is applied for ${environments.join(' and ')} and keeps one state for them, at ${place}: the apply of one replaces what the other made. Give each its own key by -backend-config, or its own root.`,
    at: node.get('key') ?? node,
    severity: 'high',
  };
}

/** Workspaces and `-backend-config` give each environment its own state; scripts of workflows show them. */
function isToldApart(graph: Graph, { unit }: Backend['resource']): boolean {
  const pipelines = graph.ofType('workflow').map(({ body }) => body.file.text);
  if (pipelines.some((text) => /terraform workspace|tofu workspace|TF_WORKSPACE|-backend-config/.test(text)))
    return true;
  const files = new Set(graph.resources.filter((other) => other.unit === unit).map(({ body }) => body.file));
  return [...files].some(({ text }) => text.includes('terraform.workspace'));
}
