/** What of kube-scheduler the simulation does. Sources: https://kubernetes.io/docs/reference/scheduling/config/#scheduling-plugins */
export const modelled: readonly string[] = [
  'filters NodeName, NodeUnschedulable, NodeAffinity, TaintToleration, NodePorts, NodeResourcesFit (CPU, memory, pods, extended resources), VolumeZone, PodTopologySpread, InterPodAffinity',
  'scores NodeResourcesFit (LeastAllocated), NodeResourcesBalancedAllocation, TaintToleration, NodeAffinity, PodTopologySpread with the default constraints, InterPodAffinity, with their default weights',
  'PrioritySort and DefaultPreemption',
  'instances of PostgreSQL that CloudNativePG makes, with the rules that it gives their pods',
  'services of ECS on Fargate and on container instances, autoscaling groups, and functions of Lambda: by their zones, numbers, health checks and deployment settings',
];

export const notModelled: readonly string[] = [
  'ImageLocality, NodeVolumeLimits, VolumeRestrictions, DynamicResources, scheduling gates, other schedulers and their profiles',
  'percentageOfNodesToScore: every node is looked at; of nodes with the same score the first is taken, where kube-scheduler takes any',
  'disruption budgets as a wish of preemption, and the Descheduler',
  'jobs, and what other operators make of custom resources',
  'of ECS: memberOf constraints, limits of network interfaces, and which of several clusters instances belong to; Cloud Run, App Service and single machines',
];
