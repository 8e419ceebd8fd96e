import { constantText } from '../../read/terraform/constant.ts';
import type { Declared } from '../../read/terraform/module-source.ts';
import { providerOfType } from '../../read/terraform/schema/load-schemas.ts';
import type { Expression } from '../../syntax/hcl/tree.ts';

/** The local name of the provider that manages a block: what `provider` says, or what its type begins with. */
export function localProvider({
  declared: { meta },
  type,
}: {
  readonly declared: Declared;
  readonly type: string;
}): string {
  return (meta.provider && rootName(meta.provider.value)) ?? providerOfType(type);
}

/** `aws` of `aws.west` and of "aws.west". */
export function rootName(value: Expression): string | undefined {
  if (value.kind === 'attribute-access' || value.kind === 'index') return rootName(value.of);
  if (value.kind === 'variable') return value.name;
  return constantText(value)?.split('.')[0];
}
