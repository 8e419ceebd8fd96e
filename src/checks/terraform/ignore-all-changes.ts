import type { Selector, Subject } from '../../graph/selector.ts';
import { TerraformResource } from '../../read/terraform/resource.ts';
import { check } from '../check.ts';

interface Kept extends Subject {
  readonly resource: TerraformResource;
}

const withLifecycle: Selector<Kept> = {
  of: 'resources with lifecycle rules',
  find: (graph) =>
    graph.resources
      .filter(
        (resource): resource is TerraformResource =>
          resource instanceof TerraformResource &&
          resource.isManaged &&
          resource.declared.meta.lifecycle.length > 0,
      )
      .map((resource) => ({ resource, node: resource.body })),
};

export default check({
  id: 'terraform/ignore-all-changes',
  title: 'Resource whose changes Terraform ignores',
  dimension: 'iac-quality',
  severity: 'medium',
  why: 'With ignore_changes = all the code is read once and never again: later edits do nothing, and drift is never shown. Naming the one argument that something else manages keeps all others under control.',
  controls: ['soc2:CC8.1'],
  sources: ['https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle#ignore_changes'],
  visits: withLifecycle,
  judge({ resource }) {
    for (const { body } of resource.declared.meta.lifecycle) {
      const ignored = body.items.find((one) => one.kind === 'attribute' && one.name === 'ignore_changes');
      if (ignored?.kind !== 'attribute' || ignored.value.kind !== 'variable' || ignored.value.name !== 'all')
        continue;
      return {
        message: `${resource.address} ignores all changes: no later edit of its code has an effect, and drift stays unseen. Name the arguments that something else manages.`,
      };
    }
    return;
  },
  examples: {
    bad: 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n\n  lifecycle {\n    ignore_changes = all\n  }\n}\n',
    good: 'resource "aws_sqs_queue" "orders" {\n  name = "orders"\n\n  lifecycle {\n    ignore_changes = [tags]\n  }\n}\n',
  },
});
