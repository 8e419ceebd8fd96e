import type { Blueprint, EnvironmentAsked, Standard } from '../../blueprint/blueprint.ts';
import type { Owner } from '../architecture.ts';
import type { Choices } from '../decide/decide-all.ts';
import type { Environment, Schedule } from '../environment.ts';

/** What resolving the parts of one environment looks at. */
export interface Here {
  readonly blueprint: Blueprint;
  readonly choices: Choices;
  readonly asked: EnvironmentAsked;
  /** as `nameIn` and `tagsOf` want them */
  readonly named: {
    readonly name: string;
    readonly namePattern: string;
    readonly system: string;
    readonly region: string;
    readonly tags: Readonly<Record<string, string>>;
    readonly tagAliases: Environment['tagAliases'];
  };
  /** when it runs; absent means always */
  readonly schedule?: Schedule;
  readonly privateZone: string;
  /** what names of secrets begin with: `production/payments` */
  readonly secretsPath: string;
  /** the environment that this one stands for, where it is a standby */
  readonly main?: Environment;
  readonly ownerOf: (name: string) => Owner;
}

/** Days that logs are kept. PCI-DSS 10.5.1 asks for a year; HIPAA 164.316(b)(2) for six, of which one is at hand. */
export function logRetention(compliance: readonly Standard[], production: boolean): number {
  if (compliance.includes('pci-dss') || compliance.includes('hipaa')) return 365;
  return production ? 90 : 30;
}

/** Whether it is reached inside the network, with credentials, and not through the API of AWS. */
export function isConnected(type: string): boolean {
  return type === 'postgres' || type === 'mysql' || type === 'redis';
}
