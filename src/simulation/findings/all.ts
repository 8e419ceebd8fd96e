import type { AnyCheck } from '../../checks/check.ts';
import dataStoreSinglePoint from './data-store-single-point.ts';
import objectiveOutOfReach from './objective-out-of-reach.ts';
import recoveryTargetMissed from './recovery-target-missed.ts';
import wayOutSinglePoint from './way-out-single-point.ts';
import workloadSinglePoint from './workload-single-point.ts';
import workloadUnplaceable from './workload-unplaceable.ts';

/** Checks that judge what a simulation found: they run where one is asked for. */
export const simulationChecks: readonly AnyCheck[] = [
  dataStoreSinglePoint,
  objectiveOutOfReach,
  recoveryTargetMissed,
  wayOutSinglePoint,
  workloadSinglePoint,
  workloadUnplaceable,
];
