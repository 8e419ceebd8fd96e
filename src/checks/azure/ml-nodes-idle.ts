import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'azure/ml-nodes-idle',
  title: 'Machine learning cluster whose nodes never go',
  dimension: 'cost',
  severity: 'low',
  why: 'Training runs now and then, and nodes for it are large. Below the minimum the cluster never shrinks, so that they are paid by night and on Sundays too; from zero a job waits some minutes for its node.',
  sameAs: ['checkov:CKV_AZURE_150'],
  sources: ['https://learn.microsoft.com/en-us/azure/machine-learning/how-to-create-attach-compute-cluster'],
  visits: resources('azurerm_machine_learning_compute_cluster'),
  judge({ resource, node }) {
    const least = node.get('scale_settings', 'min_node_count');
    const count = least?.amount() ?? 0;
    if (!least || count < 1) return;
    return {
      message: `${resource.address} keeps ${count === 1 ? 'a node' : `${count} nodes`} whether anything is trained or not: set min_node_count to 0.`,
      at: least,
      fix: {
        safety: 'unsafe',
        summary: 'set min_node_count to 0 (jobs wait for their first node)',
        edits: [{ op: 'replace', node: least, value: 0 }],
      },
    };
  },
  examples: {
    bad: cluster(2),
    good: cluster(0),
  },
});

function cluster(least: number): string {
  return `resource "azurerm_machine_learning_compute_cluster" "train" {
  name                          = "train"
  location                      = "westeurope"
  machine_learning_workspace_id = "/subscriptions/0b1f/workspace"
  vm_priority                   = "LowPriority"
  vm_size                       = "Standard_D4ds_v5"

  scale_settings {
    min_node_count                       = ${least}
    max_node_count                       = 8
    scale_down_nodes_after_idle_duration = "PT5M"
  }
}
`;
}
