import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { mayMeet, mayShareNamespace } from '../../graph/kubernetes/names.ts';
import { sceneOf } from '../../graph/kubernetes/scene.ts';
import { resources } from '../../graph/selector.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

const cloudNativePg = 'Cluster.postgresql.cnpg.io';

/** Operators that schedule backups in the cluster object itself. */
const percona = [
  'PerconaXtraDBCluster.pxc.percona.com',
  'PerconaServerMySQL.ps.percona.com',
  'PerconaServerMongoDB.psmdb.percona.com',
];

export default check({
  id: 'contracts/database-cluster-without-backup',
  title: 'Database cluster without a scheduled backup',
  dimension: 'disaster-recovery',
  severity: 'high',
  why: 'An operator keeps a database running; it backs it up only if it is told where and when. Replicas follow a DROP TABLE within milliseconds, and without a base backup there is nothing to restore, even where the log is archived.',
  controls: ['soc2:A1.2'],
  sources: ['https://cloudnative-pg.io/documentation/current/backup/'],
  visits: resources(cloudNativePg, ...percona),
  judge({ resource, node }, graph) {
    if (isNonProduction(resource) || sceneOf(node.file) !== '') return;
    const severity = isProduction(resource) ? 'high' : 'medium';
    if (resource.type !== cloudNativePg) {
      if (node.list('spec', 'backup', 'schedule').length > 0 || mongoTasks(node) > 0) return;
      return {
        message: `${resource.address} has no schedule under spec.backup, so the operator takes no backup of it: add one with its storage.`,
        at: node.get('spec', 'backup') ?? node.get('spec') ?? node,
        severity,
      };
    }
    const schedules = graph
      .ofType('ScheduledBackup.postgresql.cnpg.io')
      .filter((schedule) => mayMeet(schedule, resource) && mayShareNamespace(schedule, resource));
    if (schedules.some(({ body }) => body.text('spec', 'cluster', 'name') === resource.name)) return;
    const archives = node.has('spec', 'backup') || node.list('spec', 'plugins').length > 0;
    return {
      message: `${resource.address} ${archives ? 'archives its log, and no ScheduledBackup takes the base backup that a restore begins with' : 'has neither a backup section nor a ScheduledBackup, so nothing can be restored'}: declare where backups go, and a ScheduledBackup.`,
      at: node.get('spec', 'backup') ?? node.get('spec') ?? node,
      severity,
    };
  },
  examples: {
    bad: `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: orders
spec:
  instances: 3
  storage: { size: 20Gi }
`,
    good: `apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata:
  name: orders
spec:
  instances: 3
  storage: { size: 20Gi }
  backup:
    barmanObjectStore:
      destinationPath: s3://shop-backups/orders
---
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata:
  name: orders-nightly
spec:
  schedule: "0 0 3 * * *"
  cluster: { name: orders }
`,
  },
});

function mongoTasks(cluster: Node): number {
  return cluster.list('spec', 'backup', 'tasks').filter((task) => task.flag('enabled') !== false).length;
}
