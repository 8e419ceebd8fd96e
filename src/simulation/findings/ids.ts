/** Ids of what a simulation finds, known without running one. */
export const simulationIds = [
  'simulation/data-store-single-point',
  'simulation/objective-out-of-reach',
  'simulation/recovery-target-missed',
  'simulation/way-out-single-point',
  'simulation/workload-single-point',
  'simulation/workload-unplaceable',
] as const;
