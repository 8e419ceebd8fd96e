import { isSelectedForBackup } from '../graph/aws/backups.ts';
import type { Graph } from '../graph/graph.ts';
import { resolveName } from '../graph/kubernetes/names.ts';
import type { Resource } from '../model/resource.ts';
import type { Barrier } from './barrier.ts';
import type { Change, Effect } from './effect.ts';
import { roleOf } from './role.ts';
import { numberOf, stated } from './stated.ts';

/**
 * What becomes of data: the change is `refused`; the data is `kept`, `restorable` from a copy, `lost`, only `unreachable`
 * for a while, or that `unknown`.
 */
export type Outcome = 'refused' | 'kept' | 'restorable' | 'lost' | 'unreachable' | 'unknown';

export interface Data {
  readonly resource: Resource;
  readonly outcome: Outcome;
  /** what refuses the change, keeps the data or has a copy */
  readonly guards: readonly Barrier[];
  readonly missing: readonly Barrier[];
}

/** Whether something holds data that a later apply cannot bring back. */
export function holdsData(graph: Graph, resource: Resource): boolean {
  if (roleOf(resource) === 'data') return true;
  if (resource.type === 'StatefulSet')
    return resource.body.peek('spec', 'volumeClaimTemplates') !== undefined;
  return isKey(resource) && graph.to(resource).some(({ from }) => roleOf(from) === 'data');
}

/** Keys hold no data, and without them it cannot be read any more. */
export function isKey({ type }: Resource): boolean {
  return keys.test(type);
}

const keys = /^(aws_kms_key|google_kms_crypto_key|azurerm_key_vault_key)$/;

/**
 * What becomes of data whose key goes: copies are encrypted with it too, and nothing of the data itself refuses that.
 * Source: AWS KMS Developer Guide, Deleting AWS KMS keys.
 */
export function dataUnderKey(graph: Graph, resource: Resource, key: Resource): Data {
  const { outcome, guards } = dataUnder(graph, key, 'goes');
  return { resource, outcome, guards: guards.map((guard) => ({ ...guard, of: key })), missing: [] };
}

/**
 * What becomes of data that a change reaches with an effect.
 * @param cause what it goes with, where it is not what the change starts from
 */
export function dataUnder(graph: Graph, resource: Resource, effect: Effect, cause?: Resource): Data {
  if (effect !== 'goes') return { resource, outcome: 'unreachable', guards: [], missing: [] };
  const facts = factsOf(graph, resource, cause);
  const guards = [...facts.refusing, ...facts.keeping, ...facts.copies];
  const outcome = outcomeOf(facts);
  const missing = outcome === 'refused' || outcome === 'kept' ? [] : facts.missing;
  return { resource, outcome, guards, missing };
}

interface Facts {
  readonly refusing: Barrier[];
  readonly keeping: Barrier[];
  readonly copies: Barrier[];
  readonly missing: Barrier[];
  isUnknown: boolean;
}

function outcomeOf({ refusing, keeping, copies, isUnknown }: Facts): Outcome {
  if (refusing.length > 0) return 'refused';
  if (keeping.length > 0) return 'kept';
  if (isUnknown) return 'unknown';
  return copies.length > 0 ? 'restorable' : 'lost';
}

function factsOf(graph: Graph, of: Resource, cause: Resource | undefined): Facts {
  const facts: Facts = { refusing: [], keeping: [], copies: [], missing: [], isUnknown: false };
  if (of.source === 'kubernetes') kubernetesFacts(graph, of, cause, facts);
  else terraformFacts(graph, of, facts);
  return facts;
}

/**
 * Sources: Kubernetes documentation, StatefulSet (PersistentVolumeClaim retention: claims are kept unless told otherwise) and
 * Persistent Volumes (reclaim policy: Delete where a class says nothing).
 */
function kubernetesFacts(graph: Graph, of: Resource, cause: Resource | undefined, facts: Facts): void {
  // a namespace takes the claims with it, and a cluster all that it knows
  if (of.type === 'StatefulSet' && (cause === undefined || cause.type === 'CustomResourceDefinition')) {
    const retention = stated(of, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted');
    if (retention.value !== 'Delete') {
      const at = retention.node ?? of.body.peek('spec', 'volumeClaimTemplates') ?? of.body;
      facts.keeping.push({
        what: 'claims outlive their StatefulSet unless it says whenDeleted: Delete',
        of,
        at,
      });
      return;
    }
  }
  const spec =
    of.type === 'StatefulSet'
      ? of.body.peek('spec', 'volumeClaimTemplates', 0, 'spec')
      : of.body.peek('spec');
  const name = spec?.peek('storageClassName');
  const [storageClass] =
    typeof name?.content === 'string'
      ? resolveName(graph, of, 'StorageClass', name.content, { anyNamespace: true })
      : [];
  const policy = storageClass && stated(storageClass, 'reclaimPolicy');
  if (policy?.value === 'Retain')
    facts.keeping.push({
      what: `reclaimPolicy Retain of StorageClass ${storageClass!.name}`,
      of,
      at: policy.node!,
    });
  else if (!storageClass && typeof name?.content === 'string') facts.isUnknown = true;
  facts.missing.push({ what: 'a StorageClass with reclaimPolicy: Retain', of, at: name ?? spec ?? of.body });
}

/** Sources: the providers' documentation of each argument and its default. */
function terraformFacts(graph: Graph, of: Resource, facts: Facts): void {
  const { type, body } = of;
  const add = (list: Barrier[], what: string, at = body) => list.push({ what, of, at });
  const flag = (path: readonly string[], usual: boolean, list: Barrier[], what: string, wanted = true) => {
    const said = stated(of, ...path);
    if (said.isUnknown) {
      facts.isUnknown = true;
      return true;
    }
    const isSo = (said.value ?? usual) === wanted;
    if (isSo) add(list, what, said.node);
    return isSo;
  };
  if (!flag(['lifecycle', 'prevent_destroy'], false, facts.refusing, 'prevent_destroy'))
    add(facts.missing, 'lifecycle { prevent_destroy = true }');
  const protection = type === 'aws_dynamodb_table' ? 'deletion_protection_enabled' : 'deletion_protection';
  if (
    /^aws_(db_instance|rds_cluster|docdb_cluster|neptune_cluster|dynamodb_table|rds_global_cluster)$/.test(
      type,
    )
  ) {
    if (!flag([protection], false, facts.refusing, protection))
      add(facts.missing, `${protection} = true`, body.peek(protection));
  } else if (
    /^google_(sql_database_instance|container_cluster|spanner_instance|bigtable_instance)$/.test(type)
  )
    flag(['deletion_protection'], true, facts.refusing, 'deletion_protection');
  if (/^aws_(db_instance|rds_cluster|docdb_cluster|neptune_cluster|redshift_cluster)$/.test(type)) {
    const isReplica = body.peek('replicate_source_db') !== undefined;
    if (!flag(['skip_final_snapshot'], false, facts.copies, 'a final snapshot', false) && !isReplica)
      add(facts.missing, 'skip_final_snapshot = false', body.peek('skip_final_snapshot'));
    flag(['delete_automated_backups'], true, facts.copies, 'delete_automated_backups = false', false);
  }
  if (type === 'aws_s3_bucket' || type === 'google_storage_bucket')
    flag(
      ['force_destroy'],
      false,
      facts.refusing,
      'a bucket that is not empty is not deleted without force_destroy',
      false,
    );
  if (type === 'aws_dynamodb_table')
    flag(
      ['point_in_time_recovery', 'enabled'],
      false,
      facts.copies,
      'point-in-time recovery, for 35 days after the deletion',
    );
  const window = {
    aws_kms_key: 'deletion_window_in_days',
    aws_secretsmanager_secret: 'recovery_window_in_days',
  }[type];
  if (window) {
    const said = stated(of, window);
    const days = numberOf(said) ?? 30;
    if (days > 0) add(facts.copies, `the deletion can be called off for ${days} days`, said.node);
  }
  if (isSelectedForBackup(graph, of)) add(facts.copies, 'a selection of AWS Backup');
  if (type === 'aws_sqs_queue') facts.missing.length = 0;
}

/** Whether a change may take data away at all. */
export function mayLose(change: Change): boolean {
  return change === 'destroy' || change === 'replace';
}
