import type { Repository } from '../../model/repository.ts';
import { closureOf, type Obstacle, type Overlay } from './kustomization-tree.ts';

/** Overlays that are rendered in one run. */
const mostOverlays = 500;

/** Overlays that one problem names. */
const mostNamed = 5;

/** How an overlay is read. */
export interface OverlayPlan {
  readonly leaf: Overlay;
  /** what is rendered: the overlay itself, or, where something stands in the way of that, what it is made of */
  readonly rendered: readonly Overlay[];
  /** overlays whose own files are read as they are */
  readonly written: readonly Overlay[];
}

/** What can be rendered here of each leaf; what stands in the way of the rest is reported. */
export function planLeaves(
  repository: Repository,
  leaves: readonly Overlay[],
  render: boolean,
): readonly OverlayPlan[] {
  if (!render)
    for (const { kustomization } of leaves)
      repository.report({
        kind: 'tool',
        path: kustomization.path,
        message: `the overlay ${kustomization.folder} is not rendered, because rendering is switched off; its files are read as they are`,
      });
  const hindered = new Map<Obstacle, OverlayPlan[]>();
  const counted = new Set<Overlay>();
  const plans = leaves.map((leaf) => {
    const asWritten = { leaf, rendered: [], written: [...closureOf(leaf)] };
    if (!render) return asWritten;
    const plan = partsOf(leaf);
    for (const { obstacles } of closureOf(leaf))
      for (const obstacle of obstacles) hindered.set(obstacle, [...(hindered.get(obstacle) ?? []), plan]);
    for (const part of plan.rendered) counted.add(part);
    if (counted.size <= mostOverlays) return plan;
    repository.report({
      kind: 'limit',
      path: leaf.kustomization.path,
      message: `the overlay ${leaf.kustomization.folder} is not rendered: ${mostOverlays} are in one run`,
    });
    return asWritten;
  });
  for (const [{ node, message }, around] of hindered)
    repository.report({
      kind: 'tool',
      path: node.file.path,
      file: node.file,
      start: node.start,
      end: node.end,
      message: `${message}; ${whatBecomesOf(around)}`,
    });
  return plans;
}

/** A leaf by its largest parts that nothing stands in the way of; a component is no overlay that could be rendered by itself. */
function partsOf(leaf: Overlay): OverlayPlan {
  const rendered = new Set<Overlay>();
  const written = new Set<Overlay>();
  const visit = (overlay: Overlay) => {
    if (rendered.has(overlay) || written.has(overlay)) return;
    const isClear = [...closureOf(overlay)].every(({ obstacles }) => obstacles.length === 0);
    if (isClear && !overlay.kustomization.isComponent) rendered.add(overlay);
    else {
      written.add(overlay);
      for (const part of overlay.parts) visit(part);
    }
  };
  visit(leaf);
  return { leaf, rendered: [...rendered], written: [...written] };
}

function whatBecomesOf(plans: readonly OverlayPlan[]): string {
  const folders = plans.map(({ leaf }) => leaf.kustomization.folder);
  const more = folders.length - mostNamed;
  const named = `${folders.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const [are, their, them] = folders.length > 1 ? ['are', 'their', 'them'] : ['is', 'its', 'it'];
  if (plans.every(({ rendered }) => rendered.length === 0))
    return `${named} ${are} not rendered and ${their} files are read as they are`;
  return `${named} ${are} not rendered as a whole: the bases of ${them} that can be rendered are, each by itself, and ${their} other files are read as they are, without their patches`;
}
