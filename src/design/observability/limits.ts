/** From where on people are told, and for how many minutes it has to hold. */
export interface Limit {
  readonly beyond: number;
  readonly minutes: number;
}

/** What rules of Prometheus and alarms of CloudWatch have in common: who watches must not decide what is told. */
export const limits = {
  /** share of storage that is free */
  storageLow: { beyond: 0.1, minutes: 15 },
  /** the same, when a person has to act at once */
  storageEnds: { beyond: 0.05, minutes: 5 },
  /** share of the connections that are taken */
  connections: { beyond: 0.85, minutes: 10 },
  /** share of the processors that is busy */
  busy: { beyond: 0.85, minutes: 30 },
  /** share of a cache's memory that is used */
  cacheFull: { beyond: 0.85, minutes: 15 },
  /** messages */
  deadLetters: { beyond: 0, minutes: 10 },
  /** seconds are those of the queue: see `oldestAllowed` */
  queueAge: { minutes: 10 },
  /** requests in five minutes */
  tableThrottled: { beyond: 10, minutes: 15 },
  /** calls in five minutes */
  functionThrottled: { beyond: 10, minutes: 15 },
  /** share of all requests, and the fewest in five minutes */
  entrance: { beyond: 0.05, least: 10, minutes: 5 },
  /** share of the limit */
  memoryNear: { beyond: 0.92, minutes: 15 },
  /** without any replica that is ready */
  down: { minutes: 3 },
  /** with fewer replicas than there must be */
  missing: { minutes: 20 },
  atItsMost: { minutes: 30 },
  /** restarts or failed tasks */
  restarts: { beyond: 4, minutes: 30 },
  /** days */
  certificate: { beyond: 7 },
  /** hours without a backup, and two more to finish in */
  backup: { hours: 26, spare: 2 },
} as const;

/** As a whole percentage, to be said in sentences. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
