import type { Node } from '../../model/node.ts';
import type { Problem } from '../../model/problem.ts';
import type { Relation, RelationKind } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import { Unknown } from '../../model/unknown.ts';
import { type Reference, referencesOf } from '../../read/terraform/references.ts';
import { TerraformResource } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';

type Report = (problem: Problem) => void;

/** Relations beyond this are of a configuration that multiplies what multiplies: 1,000 instances that name 1,000 others each. */
const mostRelations = 1_000_000;

/** Terraform resource → every resource and data source that its expressions lead to, by what the attribute is for. */
export function linkTerraform(graph: Graph, report: Report): Relation[] {
  const index = byUnitAndAddress(graph);
  const relations: Relation[] = [];
  for (const from of graph.resources) {
    if (!(from instanceof TerraformResource)) continue;
    const inUnit = index.get(from.unit.id)!;
    for (const reference of referencesOf(from)) {
      const group = inUnit.get(reference.address);
      if (!group) continue;
      const { path } = reference;
      const meant: readonly TerraformResource[] =
        group.length > 1 ? instancesMeant(group, from, reference) : group;
      for (const to of meant)
        if (to !== from)
          relations.push(new WrittenRelation(kindOf(from.type, path.at(-1)!, to.type), from, to, reference));
    }
    if (relations.length > mostRelations) {
      const { file, start, end } = from.body;
      const message = `there are more than ${mostRelations} relations; those from here on are not looked at`;
      report({ kind: 'limit', message, path: file.path, file, start, end });
      break;
    }
  }
  return relations;
}

class WrittenRelation implements Relation {
  constructor(
    readonly kind: RelationKind,
    readonly from: Resource,
    readonly to: Resource,
    private readonly reference: Reference,
  ) {}

  get at(): Node {
    return this.reference.at;
  }

  get path(): readonly string[] {
    return this.reference.path;
  }
}

/** Resources by their unit and their address, and also, where `count` or `for_each` multiplies a block, by that of the block. */
function byUnitAndAddress(graph: Graph): ReadonlyMap<string, ReadonlyMap<string, TerraformResource[]>> {
  const index = new Map<string, Map<string, TerraformResource[]>>();
  for (const resource of graph.resources) {
    if (!(resource instanceof TerraformResource)) continue;
    const { address, instance, key, local, unit } = resource;
    let inUnit = index.get(unit.id);
    if (!inUnit) {
      inUnit = new Map();
      index.set(unit.id, inUnit);
    }
    append(inUnit, instance.addressOf(local), resource);
    if (key !== undefined) append(inUnit, address, resource);
  }
  return index;
}

function append(map: Map<string, TerraformResource[]>, address: string, resource: TerraformResource): void {
  const list = map.get(address);
  if (list) list.push(resource);
  else map.set(address, [resource]);
}

/**
 * Which instances of a block an expression means: those that its value names, else the one of the same key, as
 * `aws_subnet.a[each.key].id` is written, else all.
 */
function instancesMeant(
  group: readonly TerraformResource[],
  from: TerraformResource,
  reference: Reference,
): readonly TerraformResource[] {
  const twin = from.key === undefined ? undefined : group.find(({ key }) => key === from.key);
  if (twin && reference.path[0] === 'for_each') return [twin];
  const { at } = reference;
  const named = addressesNamed(at);
  const meant = group.filter(({ address }) => named.has(address));
  if (meant.length > 0) return meant;
  return twin && !Array.isArray(at.content) ? [twin] : group;
}

/** Addresses in what is unknown of a value; a list is looked through, as attributes that name several things are lists. */
function addressesNamed({ content }: Node): ReadonlySet<string> {
  if (content instanceof Unknown) return new Set(content.references);
  if (!Array.isArray(content)) return new Set();
  return new Set(
    (content as readonly Node[]).flatMap((item) =>
      item.content instanceof Unknown ? item.content.references : [],
    ),
  );
}

const protectors =
  /(^|_)(security_groups?|security_group_ids?|kms_(master_)?key(_id|_arn)?|web_acl_(id|arn)|key_arn|key_vault_key_id|disk_encryption_set_id|firewall_policy_id)$/;
const places =
  /(^|_)(subnets?|subnet_ids?|subnet_group_(name|id)|subnet_mapping|vpc_id|vpc_config|vpc_zone_identifier|network|subnetwork|virtual_network_name)$/;
const identities =
  /(^|_)(role|role_arn|iam_role|execution_role_arn|task_role_arn|node_role_arn|iam_instance_profile|service_account(_email)?|identity_ids|user_assigned_identity_id)$/;

function kindOf(from: string, attribute: string, target: string): RelationKind {
  // what is given to a module, or out of it, is used where the module says so
  if (/^(module|output|variable)$/.test(from)) return 'references';
  if (protectors.test(attribute))
    // a rule names the group that it belongs to and the one that it lets in: neither protects the rule
    return /security_group/.test(from) ? 'references' : 'protected-by';
  if (places.test(attribute)) return 'placed-in';
  if (identities.test(attribute) && /role|profile|service_account|user_assigned_identity/.test(target))
    return /policy/.test(from) ? 'grants' : 'runs-as';
  if (/(^|_)policy_arn$/.test(attribute)) return 'grants';
  // a role assignment of Azure: who gets which role
  if (from === 'azurerm_role_assignment' && /^(principal_id|role_definition_id)$/.test(attribute))
    return 'grants';
  if (attribute === 'target_group_arn' && /listener/.test(from)) return 'routes-to';
  return 'references';
}
