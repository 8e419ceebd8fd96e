import type { Node } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { constantText } from '../../read/terraform/constant.ts';
import { asTerraform, type TerraformResource } from '../../read/terraform/resource.ts';
import { attributeOf } from '../../read/terraform/written.ts';
import type { Expression } from '../../syntax/hcl/tree.ts';
import type { Graph } from '../graph.ts';

/**
 * Where the region of a resource is written: its own `region` (provider 6), or that of the provider that its module is given.
 * @returns `undefined` where it is not in the repository, as when it comes from the environment
 */
export function regionOf(graph: Graph, resource: Resource): Node | undefined {
  const terraform = asTerraform(resource);
  if (!terraform) return undefined;
  return resource.body.peek('region') ?? providerOf(graph, terraform)?.body.peek('region');
}

/** The provider block that a resource is made with. Source: Terraform documentation, Providers Within Modules. */
function providerOf(graph: Graph, resource: TerraformResource): Resource | undefined {
  let wanted = providerName(attributeOf(resource.block.body.items, 'provider')?.value) ?? 'aws';
  for (let at = resource.instance; ; ) {
    const own = providersIn(graph).get(`${resource.unit.id}\0${at.address}\0${wanted}`);
    if (own || !at.call) return own;
    const { declared, parent } = at.call;
    const handed = attributeOf(declared.block.body.items, 'providers')?.value;
    const outer = handed && handedOver(handed, wanted);
    // the default provider is inherited, an alias only where it is handed over
    if (!outer && wanted !== 'aws') return undefined;
    wanted = outer ?? wanted;
    at = parent;
  }
}

/** Provider blocks by unit, module and name: `aws`, `aws.dr`. */
function providersIn(graph: Graph): ReadonlyMap<string, Resource> {
  return graph.derive(providersIn, () => {
    const found = new Map<string, Resource>();
    for (const provider of graph.ofType('provider')) {
      const alias = provider.body.peek('alias')?.content;
      const name = typeof alias === 'string' ? `${provider.name}.${alias}` : provider.name;
      found.set(`${provider.unit.id}\0${asTerraform(provider)?.instance.address}\0${name}`, provider);
    }
    return found;
  });
}

/** `aws` or `aws.dr`, as a meta-argument writes it. */
function providerName(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'variable') return expression.name;
  if (expression?.kind === 'attribute-access' && expression.of.kind === 'variable')
    return `${expression.of.name}.${expression.name}`;
  // as JSON syntax writes it
  return expression && constantText(expression);
}

function handedOver(providers: Expression, wanted: string): string | undefined {
  if (providers.kind !== 'object') return undefined;
  const item = providers.items.find(({ key }) => keyName(key) === wanted);
  return item && providerName(item.value);
}

/** The key of `providers = { aws.dr = aws.backup }`, which is a traversal or a plain name. */
function keyName(key: Expression): string | undefined {
  if (key.kind === 'parenthesised') return keyName(key.inner);
  return providerName(key);
}
