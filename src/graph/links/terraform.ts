import type { Relation, RelationKind } from '../../model/relation.ts';
import type { Resource } from '../../model/resource.ts';
import { referencesOf } from '../../read/terraform/references.ts';
import { TerraformResource } from '../../read/terraform/resource.ts';
import type { Graph } from '../graph.ts';

/** Terraform resource → every resource and data source that its expressions lead to, by what the attribute is for. */
export function linkTerraform(graph: Graph): Relation[] {
  const index = byUnitAndAddress(graph);
  return graph.resources.flatMap((from) => {
    if (!(from instanceof TerraformResource)) return [];
    return referencesOf(from).flatMap(({ address, path, at }) =>
      (index.get(`${from.unit.id}\0${address}`) ?? [])
        .filter((to) => to !== from)
        .map((to) => ({ kind: kindOf(path.at(-1)!, to.type), from, to, at })),
    );
  });
}

/** Instances of one block share its address without their keys. */
function byUnitAndAddress(graph: Graph): Map<string, Resource[]> {
  const index = new Map<string, Resource[]>();
  for (const resource of graph.resources) {
    if (!(resource instanceof TerraformResource)) continue;
    const local = resource.type.startsWith('data.')
      ? `${resource.type}.${resource.name}`
      : resource.address.slice(resource.instance.address.length).replace(/^\./, '').replace(/\[.*$/, '');
    const key = `${resource.unit.id}\0${resource.instance.addressOf(local)}`;
    const list = index.get(key);
    if (list) list.push(resource);
    else index.set(key, [resource]);
  }
  return index;
}

function kindOf(attribute: string, target: string): RelationKind {
  if (
    /(^|_)(security_groups?|security_group_ids?|kms_key_(id|arn)|kms_key|web_acl_(id|arn)|key_arn)$/.test(
      attribute,
    )
  )
    return 'protected-by';
  if (
    /(^|_)(subnet(s|_ids?|_group_name|_mapping)?|vpc_(id|config)|db_subnet_group_name|network|subnetwork|virtual_network_name)$/.test(
      attribute,
    )
  )
    return 'placed-in';
  if (
    /(^|_)(role|role_arn|iam_role|execution_role_arn|task_role_arn|node_role_arn|iam_instance_profile|service_account(_email)?)$/.test(
      attribute,
    ) &&
    /role|profile|service_account/.test(target)
  )
    return 'runs-as';
  if (/(^|_)policy_arn$/.test(attribute)) return 'grants';
  return 'references';
}
