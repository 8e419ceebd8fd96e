import { backupFailed, backupTooOld } from './backups.ts';
import { containerCannotStart, containersRestart, memoryNearLimit, outOfMemory } from './containers.ts';
import { copyBehind, datastoreFailover } from './copies.ts';
import {
  cacheMemoryHigh,
  databaseConnectionsHigh,
  databaseMemoryLow,
  databaseStorageLow,
  datastoreBusy,
  tableThrottled,
} from './databases.ts';
import { deliveryOutOfSync, secretNotSynced } from './delivery.ts';
import { certificateExpires, endpointDown, entranceFails } from './entrance.ts';
import { answersSlow, functionFails, functionThrottled } from './functions.ts';
import {
  databaseBackupTooOld,
  databaseFollowsNothing,
  databaseLogNotArchived,
  databaseReplicaLags,
  datastoreHasNoPrimary,
  datastoreInstanceMissing,
  datastoreVolumeLow,
} from './hosted-datastores.ts';
import { jobFailed, jobNotOnTime } from './jobs.ts';
import {
  clusterAtItsMost,
  nodeDiskFillsUp,
  nodeMemoryShort,
  nodeNotReady,
  podsFindNoNode,
  volumeFillsUp,
} from './nodes.ts';
import {
  errorBudgetBurnsFast,
  errorBudgetBurnsSlowly,
  errorBudgetSpent,
  objectiveNotMeasured,
} from './objectives.ts';
import { officeHoursMissed } from './office-hours.ts';
import { deadLetters, queueTooOld } from './queues.ts';
import { replicasMissing, serviceAtItsMost, serviceDown } from './replicas.ts';
import type { Runbook } from './runbook.ts';
import { securityFinding } from './security.ts';
import { alertsNotDelivered, logsLost, rulesFail, targetsDown, watchdog } from './watching.ts';

/** What is known about each kind of trouble. */
export const runbooks: readonly Runbook[] = [
  errorBudgetBurnsFast,
  errorBudgetBurnsSlowly,
  errorBudgetSpent,
  objectiveNotMeasured,
  endpointDown,
  entranceFails,
  certificateExpires,
  serviceDown,
  replicasMissing,
  serviceAtItsMost,
  functionFails,
  functionThrottled,
  answersSlow,
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
  datastoreHasNoPrimary,
  datastoreInstanceMissing,
  databaseLogNotArchived,
  databaseBackupTooOld,
  databaseFollowsNothing,
  databaseReplicaLags,
  datastoreVolumeLow,
  databaseStorageLow,
  databaseConnectionsHigh,
  databaseMemoryLow,
  datastoreBusy,
  cacheMemoryHigh,
  tableThrottled,
  copyBehind,
  datastoreFailover,
  deliveryOutOfSync,
  secretNotSynced,
  backupFailed,
  backupTooOld,
  securityFinding,
  watchdog,
  targetsDown,
  rulesFail,
  alertsNotDelivered,
  logsLost,
];
