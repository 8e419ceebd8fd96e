import { addressFromOutside } from '../address-from-outside.ts';
import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import { workloadName } from '../names.ts';
import type { Service } from '../workload.ts';

/** An environment with a cluster, as rules look at it. */
export interface Here {
  readonly architecture: Architecture;
  readonly environment: Environment;
  /** namespaces of teams as a regular expression: `acquiring|ledger` */
  readonly teams: string;
}

export function hereOf(architecture: Architecture, environment: Environment): Here {
  return { architecture, environment, teams: environment.namespaces.map(({ name }) => name).join('|') };
}

/** Matchers of series of containers that are ours: a container is called after its workload. */
export function inTeams({ teams }: Here): string {
  return `namespace=~"${teams}", container!=""`;
}

/** Hosts that answer people, each with its service. */
export function exposedOf({ environment }: Here): readonly (readonly [url: string, service: Service])[] {
  return environment.services.flatMap((service) =>
    service.expose && service.protocol !== 'tcp' ? [[addressFromOutside(service), service] as const] : [],
  );
}

/** The name of a function in AWS. */
export function functionName(environment: Environment, name: string): string {
  return workloadName(environment, name, 'function');
}
