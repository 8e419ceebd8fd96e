/** What a user may set of a simulation: `simulation:` in `plinth.config.yaml`, or options. */
export interface SimulationSettings {
  /** zones where the repository names none */
  readonly zones?: number;
  /** nodes of a pool whose size is not known; of the assumed pool where there is none */
  readonly nodes?: number;
  /** instance type where the repository names none: `m5.xlarge` */
  readonly instanceType?: string;
  /** what a container counts for that requests nothing: quantities, as in a manifest */
  readonly cpuRequest?: string;
  readonly memoryRequest?: string;
  /** whether something adds nodes where pods wait; judged by what the repository installs otherwise */
  readonly nodeAutoscaling?: boolean;
  readonly nodeStartSeconds?: number;
  readonly podStartSeconds?: number;
  /** the load of the scenario, as a multiple of today's */
  readonly load?: number;
  /** replicas that are enough to carry today's load, by name of the workload */
  readonly enough?: Readonly<Record<string, number>>;
  /** dependencies that a workload can do without, as `api -> redis` */
  readonly optional?: readonly string[];
  /** availability objectives in percent, by name of the workload or Service */
  readonly objectives?: Readonly<Record<string, number>>;
  /** recovery targets, by address, name or pattern */
  readonly recovery?: Readonly<Record<string, { readonly rpo?: string; readonly rto?: string }>>;
  /** availability in percent of what others run, by host name or address */
  readonly availability?: Readonly<Record<string, number>>;
  /** restoring a database from a backup, in minutes */
  readonly restoreMinutes?: number;
}
