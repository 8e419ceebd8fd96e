import { zonesOf } from '../../../data/aws/zones.ts';
import type { Blueprint, EnvironmentAsked } from '../../blueprint/blueprint.ts';
import { bucketName, standbyName } from '../../blueprint/names.ts';
import type { Owner } from '../architecture.ts';
import type { Choices } from '../decide/decide-all.ts';
import type { Environment, RecoverySite } from '../environment.ts';
import { nameIn, secretsPath } from '../names.ts';
import type { AddressPlan } from './addresses.ts';
import { clusterOf, namespacesOf } from './cluster.ts';
import { costsOf } from './costs.ts';
import { resolveDatastore } from './datastores.ts';
import { domainIn } from './domain.ts';
import { flowsOf } from './flows.ts';
import { type Here, logRetention } from './here.ts';
import { keptThere } from './kept-there.ts';
import { networkOf } from './networks.ts';
import { scheduleOf } from './schedule.ts';
import { statesOf } from './states.ts';
import {
  jobAsFunction,
  resolveFunction,
  resolveJob,
  resolveService,
  serviceAsFunction,
} from './workloads.ts';

/** What all environments share. */
export interface Given {
  readonly blueprint: Blueprint;
  readonly choices: Choices;
  readonly owners: readonly Owner[];
  /** tags that guideline files and the blueprint ask for on everything */
  readonly extraTags: Readonly<Record<string, string>>;
  /** other spellings of tags that guideline files ask for */
  readonly tagAliases: Environment['tagAliases'];
  readonly regulated: boolean;
}

/**
 * An environment with everything that runs in it.
 * @param main the environment that this one stands for, where it is a standby in another region
 */
export function resolveEnvironment(
  asked: EnvironmentAsked,
  plan: AddressPlan,
  given: Given,
  main?: Environment,
): Environment {
  const { blueprint, choices, owners, extraTags, tagAliases } = given;
  const { name, region, production } = asked;
  const system = blueprint.name;
  const tags = { environment: main?.name ?? name, system, 'managed-by': 'terraform', ...extraTags };
  const named = { name, namePattern: blueprint.naming.pattern, system, region, tags, tagAliases };
  const dns = dnsOf(asked, blueprint, main);
  const schedule = asked.schedule === undefined ? undefined : scheduleOf(asked.schedule, asked.timezone);
  const here: Here = {
    blueprint,
    choices,
    asked,
    named,
    ...(schedule ? { schedule } : {}),
    privateZone: dns.privateZone,
    secretsPath: secretsPath({ name: main?.name ?? name, system }),
    ...(main ? { main } : {}),
    ownerOf: (owner) => owners.find((one) => one.name === owner)!,
  };
  const datastores = blueprint.datastores.map((one) => keptThere(resolveDatastore(one, here), main));
  const asFunctions = choices.compute === 'lambda';
  const services = asFunctions ? [] : blueprint.services.map((one) => resolveService(one, datastores, here));
  const jobs = asFunctions ? [] : blueprint.jobs.map((one) => resolveJob(one, datastores, here));
  const functions = [
    ...blueprint.functions.map((one) => resolveFunction(one, datastores, here)),
    ...(asFunctions ? blueprint.services.map((one) => serviceAsFunction(one, datastores, here)) : []),
    ...(asFunctions ? blueprint.jobs.map((one) => jobAsFunction(one, datastores, here)) : []),
  ];
  const logRetentionDays = logRetention(blueprint.compliance, production);
  const zones = zonesOf(region).slice(0, asked.zones);
  const networkFacts = {
    nat: choices.nat,
    regulated: given.regulated,
    hasCompute: !asFunctions && services.length + jobs.length > 0,
    calls: callsOf(functions.filter(({ inNetwork }) => inNetwork)),
    logRetentionDays,
  };
  const network = networkOf(plan.cidr, zones, asked, blueprint, networkFacts);
  const recovery = recoveryOf(asked, plan, given, nameIn(named, system, 'state-recovery'), (cidr, there) =>
    networkOf(cidr, there, { ...asked, name: standbyName(name) }, blueprint, networkFacts),
  );
  const uncosted = {
    name,
    production,
    account: asked.account,
    region,
    zones,
    sizeFactor: asked.size,
    approvals: asked.approvals,
    ...(schedule ? { schedule } : {}),
    network,
    ...(recovery ? { recovery } : {}),
    ...(main ? { standsFor: main.name } : {}),
    tags,
    tagAliases,
    namePattern: blueprint.naming.pattern,
    system,
    stateBucket: bucketName(nameIn(named, system, 'state'), system, asked.account),
    states: main ? [] : statesOf(name, choices.state, recovery?.strategy),
    dns,
    ...(choices.compute === 'eks'
      ? { cluster: clusterOf(here, services, jobs, datastores, plan.serviceCidr) }
      : {}),
    namespaces: namespacesOf(services, jobs),
    services,
    jobs,
    functions,
    datastores,
    flows: flowsOf({ services, jobs, functions, datastores, network }),
    logRetentionDays,
  };
  return { ...uncosted, costs: costsOf(uncosted, choices) };
}

function dnsOf(asked: EnvironmentAsked, blueprint: Blueprint, main?: Environment): Environment['dns'] {
  const privateZone = `${asked.name}.${blueprint.name}.internal`;
  const zone = domainIn({ ...asked, name: main?.name ?? asked.name }, blueprint);
  return zone === undefined ? { privateZone } : { zone, privateZone };
}

/** Services of AWS that functions in the network call through it. */
function callsOf(functions: readonly Environment['functions'][number][]): ReadonlySet<string> {
  const endpointOf: Readonly<Record<string, string>> = { queue: 'sqs', topic: 'sns', function: 'lambda' };
  const kinds = functions.flatMap(({ needs }) => needs.flatMap(({ kind }) => endpointOf[kind] ?? []));
  return new Set(functions.length > 0 ? [...kinds, 'secretsmanager'] : []);
}

function recoveryOf(
  asked: EnvironmentAsked,
  plan: AddressPlan,
  { choices, blueprint }: Given,
  stateName: string,
  network: (cidr: AddressPlan['cidr'], zones: readonly string[]) => RecoverySite['network'],
): RecoverySite | undefined {
  if (asked.recoveryRegion === undefined || !plan.recovery) return undefined;
  const zones = zonesOf(asked.recoveryRegion).slice(0, asked.zones);
  return {
    strategy: choices.recovery,
    region: asked.recoveryRegion,
    zones,
    network: network(plan.recovery, zones),
    stateBucket: bucketName(stateName, blueprint.name, asked.account),
  };
}
