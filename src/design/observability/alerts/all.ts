import type { Alert } from '../alert.ts';
import { alertsNotDelivered } from './alerts-not-delivered.ts';
import { backupFailed } from './backup-failed.ts';
import { backupTooOld } from './backup-too-old.ts';
import { cacheMemoryHigh } from './cache-memory-high.ts';
import { certificateExpires } from './certificate-expires.ts';
import { clusterAtItsMost } from './cluster-at-its-most.ts';
import { containerCannotStart } from './container-cannot-start.ts';
import { containersRestart } from './containers-restart.ts';
import { databaseConnectionsHigh } from './database-connections-high.ts';
import { databaseStorageEnds } from './database-storage-ends.ts';
import { databaseStorageLow } from './database-storage-low.ts';
import { datastoreBusy } from './datastore-busy.ts';
import { deadLetters } from './dead-letters.ts';
import { deliveryOutOfSync } from './delivery-out-of-sync.ts';
import { endpointDown } from './endpoint-down.ts';
import { entranceFails } from './entrance-fails.ts';
import { environmentOff } from './environment-off.ts';
import { errorBudgetBurnsFast } from './error-budget-burns-fast.ts';
import { errorBudgetBurnsSlowly } from './error-budget-burns-slowly.ts';
import { errorBudgetSpent } from './error-budget-spent.ts';
import { functionThrottled } from './function-throttled.ts';
import {
  databaseBackupTooOld,
  databaseFollowsNothing,
  databaseLogNotArchived,
  databaseReplicaLags,
  datastoreHasNoPrimary,
  datastoreInstanceMissing,
  datastoreVolumeLow,
} from './hosted-datastores.ts';
import { jobFailed } from './job-failed.ts';
import { jobNotOnTime } from './job-not-on-time.ts';
import { logsLost } from './logs-lost.ts';
import { memoryNearLimit } from './memory-near-limit.ts';
import { nodeDiskFillsUp } from './node-disk-fills-up.ts';
import { nodeMemoryShort } from './node-memory-short.ts';
import { nodeNotReady } from './node-not-ready.ts';
import { objectiveNotMeasured } from './objective-not-measured.ts';
import { officeHoursMissed } from './office-hours-missed.ts';
import { outOfMemory } from './out-of-memory.ts';
import { podsFindNoNode } from './pods-find-no-node.ts';
import { queueTooOld } from './queue-too-old.ts';
import { replicasMissing } from './replicas-missing.ts';
import { rulesFail } from './rules-fail.ts';
import { secretNotSynced } from './secret-not-synced.ts';
import { serviceAtItsMost } from './service-at-its-most.ts';
import { serviceDown } from './service-down.ts';
import { tableThrottled } from './table-throttled.ts';
import { targetsDown } from './targets-down.ts';
import { volumeFillsUp } from './volume-fills-up.ts';
import { watchdog } from './watchdog.ts';

/** Every alert that Prometheus can raise, symptoms before causes. */
export const alerts: readonly Alert[] = [
  errorBudgetBurnsFast,
  errorBudgetBurnsSlowly,
  errorBudgetSpent,
  objectiveNotMeasured,
  endpointDown,
  entranceFails,
  serviceDown,
  replicasMissing,
  serviceAtItsMost,
  functionThrottled,
  containersRestart,
  containerCannotStart,
  outOfMemory,
  memoryNearLimit,
  jobFailed,
  jobNotOnTime,
  officeHoursMissed,
  podsFindNoNode,
  nodeNotReady,
  nodeDiskFillsUp,
  nodeMemoryShort,
  clusterAtItsMost,
  volumeFillsUp,
  queueTooOld,
  deadLetters,
  databaseStorageEnds,
  datastoreHasNoPrimary,
  datastoreInstanceMissing,
  databaseLogNotArchived,
  databaseBackupTooOld,
  databaseFollowsNothing,
  databaseReplicaLags,
  datastoreVolumeLow,
  databaseStorageLow,
  databaseConnectionsHigh,
  datastoreBusy,
  cacheMemoryHigh,
  tableThrottled,
  deliveryOutOfSync,
  secretNotSynced,
  certificateExpires,
  backupFailed,
  backupTooOld,
  watchdog,
  environmentOff,
  targetsDown,
  rulesFail,
  alertsNotDelivered,
  logsLost,
];
