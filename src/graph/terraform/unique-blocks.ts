import { TerraformResource } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';

const key = Symbol('the first instance of each block');

/** Everything that Terraform declares, each block once, as the first of its instances. */
export function uniqueBlocks(graph: Graph): readonly TerraformResource[] {
  return graph.derive(key, () => {
    const seen = new Set<object>();
    const found: TerraformResource[] = [];
    for (const resource of graph.resources) {
      if (!(resource instanceof TerraformResource) || seen.has(resource.block)) continue;
      seen.add(resource.block);
      found.push(resource);
    }
    return found;
  });
}
