import type { BehaviourId, PromiseId } from '../../../data/availability/promises.ts';
import type { Fix } from '../../model/edit.ts';
import type { Resource } from '../../model/resource.ts';

export type ManagedKind = 'database' | 'cache' | 'queue' | 'stream' | 'search' | 'files' | 'table' | 'bucket';

/** A service that a provider runs, as it is configured. */
export interface Managed {
  readonly resource: Resource;
  readonly address: string;
  readonly kind: ManagedKind;
  /** in words: `RDS in one zone` */
  readonly as: string;
  /** what happens when the machine that does the work fails; `undefined` where the service hides it */
  readonly onPrimaryLoss?: BehaviourId;
  /** whether the loss of one zone stops it for as long as the zone is away; `undefined`: cannot be told */
  readonly survivesZone: boolean | undefined;
  /** the zone that it stands in, where it is one and told */
  readonly zone?: string;
  readonly promise?: PromiseId;
  /** seconds of data that may be lost when the primary fails */
  readonly losesOnFailover?: string;
  /** the smallest change that lets it survive a zone */
  readonly fix?: Fix;
  readonly advice?: string;
}

/** What every service has. */
export function base(resource: Resource, kind: ManagedKind) {
  return { resource, address: resource.address, kind };
}

/** A service that its provider keeps in all zones. */
export function inAllZones(resource: Resource, kind: ManagedKind, as: string, promise: PromiseId): Managed {
  return { ...base(resource, kind), as, survivesZone: true, promise };
}

/** RDS in two zones. */
export function withStandby(resource: Resource): Managed {
  return {
    ...base(resource, 'database'),
    as: 'RDS with a standby in a second zone',
    onPrimaryLoss: 'rds-failover',
    survivesZone: true,
    promise: 'rds-multi-az',
    losesOnFailover: 'nothing: the standby is written to before an answer',
  };
}

/** RDS in one zone. */
export function withoutStandby(resource: Resource): Managed {
  return {
    ...base(resource, 'database'),
    as: 'RDS in one zone, without a standby',
    onPrimaryLoss: 'rds-restart',
    survivesZone: false,
    promise: 'rds-single',
  };
}

/** ElastiCache whose replica takes over. */
export function cacheWithReplica(resource: Resource, nodes: number, spread: boolean): Managed {
  return {
    ...base(resource, 'cache'),
    as: spread
      ? `ElastiCache of ${nodes} nodes in several zones`
      : `ElastiCache of ${nodes} nodes that may share a zone`,
    onPrimaryLoss: 'elasticache-failover',
    survivesZone: spread ? true : undefined,
    ...(spread ? { promise: 'elasticache-multi-az' as const } : {}),
    losesOnFailover: 'writes that had not reached the replica',
  };
}

/** ElastiCache that starts empty after its node failed. */
export function cacheWithoutReplica(resource: Resource, nodes: number): Managed {
  return {
    ...base(resource, 'cache'),
    as: nodes > 1 ? `ElastiCache of ${nodes} nodes without automatic failover` : 'ElastiCache of one node',
    onPrimaryLoss: 'elasticache-recreate',
    survivesZone: false,
    promise: 'elasticache-single',
    losesOnFailover: 'all that it held',
  };
}
