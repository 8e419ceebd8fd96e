import type { Node } from '../../model/node.ts';
import type { Resource, Unit } from '../../model/resource.ts';
import type { Block } from '../../syntax/hcl/tree.ts';
import type { Bindings } from './configuration.ts';
import type { ModuleInstance } from './instance.ts';
import type { Declared } from './module-source.ts';

/** One instance of a block of Terraform: a resource, a data source, and also a variable, an output, a call, a provider. */
export class TerraformResource implements Resource {
  readonly source = 'terraform';

  constructor(
    readonly address: string,
    readonly type: string,
    readonly name: string,
    readonly unit: Unit,
    readonly body: Node,
    readonly declared: Declared,
    readonly instance: ModuleInstance,
    readonly bindings: Bindings,
    /** key of `count` or `for_each`; `undefined` where there is none, `?` where it cannot be told */
    readonly key: string | number | undefined,
    /** its address in its module, without its key: `aws_subnet.private`, `data.aws_ami.base`, `var.zones` */
    readonly local: string,
  ) {}

  /** The block as it is written. */
  get block(): Block {
    return this.declared.block;
  }

  /** Whether Terraform manages it: a `resource` block, not a data source or a part of the configuration. */
  get isManaged(): boolean {
    return this.block.type === 'resource';
  }
}

/** A resource of the graph as Terraform's, if it is. */
export function asTerraform(resource: Resource): TerraformResource | undefined {
  return resource instanceof TerraformResource ? resource : undefined;
}
