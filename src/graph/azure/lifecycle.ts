import type { Resource } from '../../model/resource.ts';
import { asTerraform } from '../../read/terraform/resource.ts';
import { attributeOf, literalFlag } from '../../read/terraform/written.ts';
import type { Block } from '../../syntax/hcl/tree.ts';

function lifecycleOf(resource: Resource): Block | undefined {
  const items = asTerraform(resource)?.block.body.items ?? [];
  return items.find((item): item is Block => item.kind === 'block' && item.type === 'lifecycle');
}

/** Whether Terraform refuses to destroy a resource. */
export function preventsDestroy(resource: Resource): boolean {
  const lifecycle = lifecycleOf(resource);
  return (
    lifecycle !== undefined && literalFlag(attributeOf(lifecycle.body.items, 'prevent_destroy')?.value, false)
  );
}

/** Whether Terraform leaves an argument, however deep, as it finds it. */
export function ignoresChanges(resource: Resource, argument: string): boolean {
  const ignored = attributeOf(lifecycleOf(resource)?.body.items ?? [], 'ignore_changes')?.value;
  if (!ignored) return false;
  const text = resource.body.file.text.slice(ignored.start, ignored.end);
  return text.trim() === 'all' || new RegExp(`\\b${argument}\\b`).test(text);
}
