import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

/** Where each type names its machine type. Source: Terraform Google provider. */
const places: Readonly<Record<string, readonly string[]>> = {
  google_compute_instance: ['machine_type'],
  google_compute_instance_template: ['machine_type'],
  google_compute_region_instance_template: ['machine_type'],
  google_container_cluster: ['node_config', 'machine_type'],
  google_container_node_pool: ['node_config', 'machine_type'],
  google_dataproc_cluster: ['cluster_config', 'worker_config', 'machine_type'],
  google_notebooks_instance: ['machine_type'],
};

const uses: Selector<Subject> = {
  of: 'machine types',
  find: (graph: Graph) =>
    Object.entries(places).flatMap(([type, path]) =>
      graph.ofType(type).flatMap((resource: Resource) => {
        const node = resource.body.peek(...path);
        return node ? [{ resource, node }] : [];
      }),
    ),
};

export default check({
  id: 'gcp/machine-previous-generation',
  title: 'Machine of a former generation',
  dimension: 'cost',
  severity: 'low',
  why: 'Machines of the first generation run on processors of 2012 to 2017 at the price of newer ones: e2 costs about a third less for the same work, and n2, n4 or c4 do more for the same money. Only some accelerators still ask for n1.',
  sources: ['https://cloud.google.com/compute/docs/general-purpose-machines'],
  visits: uses,
  judge({ resource, node }) {
    const type = node.text() ?? '';
    const family = /^(?:.*\/)?(n1|f1|g1|m1)-/.exec(type)?.[1];
    if (!family) return;
    // accelerators that are attached to a machine need n1
    if (resource.body.has('guest_accelerator') || resource.body.has('node_config', 'guest_accelerator'))
      return;
    const instead = family === 'm1' ? 'm3' : family === 'n1' ? 'e2 or n4' : 'e2';
    return {
      message: `${resource.address} runs on ${type}, of a former generation: use ${instead}, for less money or more work.`,
      at: node,
    };
  },
  examples: {
    bad: 'resource "google_compute_instance" "worker" {\n  name         = "worker"\n  machine_type = "n1-standard-2"\n}\n',
    good: 'resource "google_compute_instance" "worker" {\n  name         = "worker"\n  machine_type = "e2-standard-2"\n}\n',
  },
});
