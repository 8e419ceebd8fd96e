import type { Repository } from '../../model/repository.ts';
import { closureOf, type Obstacle, type Overlay } from './kustomization-tree.ts';

/** Overlays that are rendered in one run. */
const mostOverlays = 500;

/** The leaves that can be rendered here; what stands in the way of the others is reported. */
export function renderableLeaves(
  repository: Repository,
  leaves: readonly Overlay[],
  render: boolean,
): readonly Overlay[] {
  if (!render) {
    for (const { kustomization } of leaves)
      repository.report({
        kind: 'tool',
        path: kustomization.path,
        message: `the overlay ${kustomization.folder} is not rendered, because rendering is switched off; its files are read as they are`,
      });
    return [];
  }
  const hindered = new Map<Obstacle, string[]>();
  const clear: Overlay[] = [];
  for (const leaf of leaves) {
    const obstacles = [...closureOf(leaf)].flatMap((overlay) => overlay.obstacles);
    for (const obstacle of obstacles)
      hindered.set(obstacle, [...(hindered.get(obstacle) ?? []), leaf.kustomization.folder]);
    if (obstacles.length > 0) continue;
    if (clear.length < mostOverlays) clear.push(leaf);
    else
      repository.report({
        kind: 'limit',
        path: leaf.kustomization.path,
        message: `the overlay ${leaf.kustomization.folder} is not rendered: ${mostOverlays} are in one run`,
      });
  }
  for (const [{ node, message }, folders] of hindered)
    repository.report({
      kind: 'tool',
      path: node.file.path,
      file: node.file,
      start: node.start,
      end: node.end,
      message: `${message}; ${folders.join(', ')} ${folders.length > 1 ? 'are' : 'is'} not rendered and its files are read as they are`,
    });
  return clear;
}
