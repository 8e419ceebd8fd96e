import type { Resource } from '../../model/resource.ts';
import type { Graph } from '../graph.ts';
import { itemsAt, textAt } from '../look.ts';
import type { Claim } from './claims.ts';
import { mayMeet, mayShareNamespace, namespaceOf } from './names.ts';
import { containersOf, podOf } from './pods.ts';

/** Tools that choose what they back up by means that no manifest shows: tags of disks, plans of the cloud, their own selectors. */
const elsewhere = [
  'BackupPlan.gkebackup.cnrm.cloud.google.com',
  'RecurringJob.longhorn.io',
  'Schedule.k8up.io',
  'VolumeGroupSnapshot.groupsnapshot.storage.k8s.io',
  'Policy.config.kio.kasten.io',
  'BackupConfiguration.stash.appscode.com',
  'ReplicationSource.volsync.backube',
  'aws_backup_selection',
  'aws_dlm_lifecycle_policy',
  'azurerm_data_protection_backup_instance_kubernetes_cluster',
  'google_gke_backup_backup_plan',
];

/** Whether the repository says anything of backups: then data that none covers was forgotten. */
export function speaksOfBackups(graph: Graph): boolean {
  return (
    ['Schedule.velero.io', 'Backup.velero.io', 'VolumeSnapshot.snapshot.storage.k8s.io', ...elsewhere].some(
      (type) => graph.ofType(type).length > 0,
    ) || graph.ofType('CronJob').some(isBackupJob)
  );
}

/** Whether something in the repository backs up a claim, or may well do. */
export function isBackedUp(graph: Graph, claim: Claim): boolean {
  const { resource } = claim;
  const met = (type: string) => graph.ofType(type).filter((other) => mayMeet(resource, other));
  return (
    elsewhere.some((type) => graph.ofType(type).length > 0) ||
    met('Schedule.velero.io').some((schedule) => includes(schedule, namespaceOf(resource))) ||
    met('VolumeSnapshot.snapshot.storage.k8s.io').some((snapshot) =>
      textAt(snapshot.body, 'spec', 'source', 'persistentVolumeClaimName').startsWith(claim.name),
    ) ||
    met('CronJob').some((job) => mayShareNamespace(job, resource) && isBackupJob(job))
  );
}

/** Source: Velero documentation, Schedule API: all namespaces unless some are named. */
function includes({ body }: Resource, namespace: string | undefined): boolean {
  const names = (field: string) =>
    itemsAt(body, 'spec', 'template', field).map(({ content }) => String(content));
  const included = names('includedNamespaces');
  if (namespace === undefined) return true;
  if (names('excludedNamespaces').includes(namespace)) return false;
  return included.length === 0 || included.includes('*') || included.includes(namespace);
}

/** By its name or what it runs. */
function isBackupJob(job: Resource): boolean {
  const means = /backup|snapshot|dump|restic|borg|wal-g|pgbackrest/i;
  const pod = podOf(job);
  return (
    means.test(job.name) ||
    (pod !== undefined &&
      containersOf(pod).some(({ node }) => means.test(String(node.peek('image')?.content ?? ''))))
  );
}
