import type { Overlay } from './kustomization-tree.ts';

/** An overlay as a part of the one that is rendered, with what happens to its names on the way up. */
export interface Layer {
  readonly overlay: Overlay;
  /** put around names by this kustomization and by those that include it */
  readonly prefix: string;
  readonly suffix: string;
}

/** Bases that are included again and again are followed this often in all. */
const mostLayers = 1000;

/** The rendered overlay and its parts, from what is applied last to what is applied first. */
export function layersOf(leaf: Overlay): readonly Layer[] {
  const layers: Layer[] = [];
  const visit = (
    overlay: Overlay,
    outerPrefix: string,
    outerSuffix: string,
    within: ReadonlySet<Overlay>,
  ) => {
    if (within.has(overlay) || layers.length >= mostLayers) return;
    const { body } = overlay.kustomization;
    const prefix = outerPrefix + text(body.peek('namePrefix')?.content);
    const suffix = text(body.peek('nameSuffix')?.content) + outerSuffix;
    layers.push({ overlay, prefix, suffix });
    const inner = new Set(within).add(overlay);
    for (const part of overlay.parts.toReversed()) visit(part, prefix, suffix, inner);
  };
  visit(leaf, '', '', new Set());
  return layers;
}

/** Whether a name in a layer's files is the one that was rendered, before or after prefixes and suffixes. */
export function namesSame(layer: Layer, written: string, rendered: string): boolean {
  return written === rendered || layer.prefix + written + layer.suffix === rendered;
}

function text(content: unknown): string {
  return typeof content === 'string' ? content : '';
}
