import { Mapping } from '../model/mapping.ts';
import type { Node } from '../model/node.ts';
import type { Resource } from '../model/resource.ts';
import { parseImageReference } from '../syntax/image-reference.ts';
import { type Step, steps } from './github-actions.ts';
import type { Graph } from './graph.ts';

/** An image that a workflow builds: its name, and what its tags look like. */
export interface BuiltImage {
  readonly workflow: Resource;
  readonly node: Node;
  /** `registry.example.com/shop/api` */
  readonly name: string;
  readonly tag: RegExp;
  /** the tag as it is written: `${{ github.sha }}` */
  readonly written: string;
}

/** All images that workflows build with docker/build-push-action. */
export function builtImages(graph: Graph): readonly BuiltImage[] {
  return graph.derive(builtImages, () => graph.select(steps).flatMap(imagesOf));
}

function imagesOf(step: Step): BuiltImage[] {
  if (!/^docker\/build-push-action(@|$)/.test(String(step.node.peek('uses')?.content ?? ''))) return [];
  const node = step.node.peek('with', 'tags');
  if (typeof node?.content !== 'string') return [];
  return node.content
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => variantsOf(line, step))
    .flatMap((reference) => imageOf(reference, node, step));
}

function imageOf(reference: string, node: Node, step: Step): BuiltImage[] {
  const { repository: name, tag: written = 'latest' } = parseImageReference(reference);
  if (name.includes('${{')) return [];
  return [{ workflow: step.resource, node, name, written, tag: patternOf(written) }];
}

/** A reference with every `env` and `matrix` value put in, once for each combination of the matrix; at most 64. */
function variantsOf(reference: string, step: Step): string[] {
  const found = /\$\{\{\s*(env|matrix)\.([\w-]+)\s*\}\}/.exec(reference);
  if (!found) return [reference];
  const values = found[1] === 'env' ? envOf(step, found[2]!) : matrixOf(step, found[2]!);
  if (values.length === 0) return [];
  return values
    .slice(0, 64)
    .flatMap((value) =>
      variantsOf(
        reference.replace(found[0], () => value),
        step,
      ),
    )
    .slice(0, 64);
}

function envOf(step: Step, name: string): string[] {
  const holders = [step.node, step.job?.node, step.job?.workflow.node];
  for (const holder of holders) {
    const value = holder?.peek('env', name)?.content;
    if (typeof value === 'string' && !value.includes('${{')) return [value];
  }
  return [];
}

function matrixOf(step: Step, name: string): string[] {
  const values = step.job?.node.peek('strategy', 'matrix', name)?.content;
  if (!Array.isArray(values)) return [];
  return (values as readonly Node[]).flatMap(({ content }) =>
    content === null || content instanceof Mapping || typeof content === 'object' ? [] : [String(content)],
  );
}

/** What a tag may look like: the commit is 40 hexadecimal digits, or fewer where it is cut; any other expression may be anything. */
function patternOf(tag: string): RegExp {
  const parts = tag.split(/(\$\{\{.*?\}\})/).map((part) => {
    if (!part.startsWith('${{')) return part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^\$\{\{\s*github\.sha\s*\}\}$/.test(part) ? '[0-9a-f]{40}' : '.*';
  });
  return new RegExp(`^${parts.join('')}$`);
}
