import { Mapping } from '../model/mapping.ts';
import type { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import type { SuppressingTool, Suppression } from './suppression.ts';

/** Where annotations stand: on the object, and on the pods that it makes. */
const places = [
  ['metadata', 'annotations'],
  ['spec', 'template', 'metadata', 'annotations'],
  ['spec', 'jobTemplate', 'spec', 'template', 'metadata', 'annotations'],
] as const;

interface Said {
  readonly tool: SuppressingTool;
  readonly checks: readonly string[];
  readonly reason: string;
}

const none: readonly Suppression[] = [];

/** What the annotations of a Kubernetes object say to other tools about ignoring findings on it. */
export function annotationSuppressions(resource: Resource): readonly Suppression[] {
  if (resource.source !== 'kubernetes') return none;
  let found: Suppression[] | undefined;
  for (const path of places)
    for (const [key, node] of entries(resource.body.peek(...path))) {
      const { content } = node;
      const said = typeof content === 'string' ? read(key, content) : undefined;
      if (!said) continue;
      const { file, start, end } = node.origin();
      const scope = { kind: 'resource', resource } as const;
      found ??= [];
      found.push({ ...said, text: `${key}: ${content}`, file, start, end, scope });
    }
  return found ?? none;
}

function entries(node: Node | undefined): readonly (readonly [string, Node])[] {
  const content = node?.content;
  return content instanceof Mapping ? content.keys.map((key, at) => [key, content.nodes[at]!] as const) : [];
}

/**
 * Sources: checkov, docs "Suppressing and Skipping Policies" and checkov/kubernetes/kubernetes_utils.py; kube-linter,
 * docs/configuring-kubelinter.md; kube-score, scorecard/enabled.go; polaris, docs/customization/exemptions.md.
 */
function read(key: string, value: string): Said | undefined {
  if (/^(?:checkov|bridgecrew|cortex)\.io\/skip/.test(key)) {
    const [id = '', ...reason] = value.split('=');
    return { tool: 'checkov', checks: [id.trim()], reason: reason.join('=').trim() };
  }
  if (key === 'kube-linter.io/ignore-all') return { tool: 'kube-linter', checks: ['*'], reason: value };
  if (key.startsWith('ignore-check.kube-linter.io/'))
    return { tool: 'kube-linter', checks: [key.slice(key.indexOf('/') + 1)], reason: value };
  if (key === 'kube-score/ignore') return { tool: 'kube-score', checks: value.split(','), reason: '' };
  const exempt = /^polaris\.fairwinds\.com\/(?:(.+)-)?exempt$/.exec(key);
  if (exempt && value.toLowerCase() === 'true')
    return { tool: 'polaris', checks: [exempt[1] ?? '*'], reason: '' };
  return undefined;
}
