import { zonesOf } from '../../data/aws/zones.ts';
import type { Blueprint } from '../blueprint/blueprint.ts';
import { type Complaint, shownAt } from '../blueprint/complaint.ts';
import { type Guidance, noGuidance, settleLines } from '../blueprint/guidelines.ts';
import { problemAt } from '../config/validate.ts';
import type { Problem } from '../model/problem.ts';
import type { Architecture, Budget, Platform } from './architecture.ts';
import { budgetsOf, checkBudget, totalOf } from './decide/budget.ts';
import { checkConnections } from './decide/connections.ts';
import { type Choices, decideAll } from './decide/decide-all.ts';
import { factsOf } from './decide/decided.ts';
import { decideSpending } from './decide/spending.ts';
import { freeze } from './freeze.ts';
import { notesOf } from './notes.ts';
import { withRoom } from './rehearsal/with-room.ts';
import { planAddresses } from './resolve/addresses.ts';
import { kubernetesVersion } from './resolve/cluster.ts';
import { resolveEnvironment } from './resolve/environment.ts';
import { withStandby } from './resolve/standby.ts';

/** An architecture, or why there is none. */
export interface Architected {
  readonly architecture?: Architecture;
  readonly problems: readonly Problem[];
}

/** Decides everything that a blueprint leaves open. Contradictions become problems at the blueprint's lines. */
export function architect(blueprint: Blueprint, guidance: Guidance = noGuidance): Architected {
  const facts = factsOf(blueprint);
  const { choices, decisions, complaints } = decideAll(facts);
  const { plans, complaints: ofAddresses } = planAddresses(blueprint);
  const given = {
    blueprint,
    choices,
    owners: blueprint.owners,
    extraTags: { ...guidance.tags, ...blueprint.naming.tags },
    tagAliases: guidance.aliases,
    regulated: facts.regulated,
  };
  const all = [...complaints, ...ofAddresses, ...checkZones(blueprint)];
  const platform = platformOf(blueprint, choices);
  const bare = blueprint.environments.map((one) => {
    const plan = plans.get(one.name)!;
    return withStandby(withRoom(resolveEnvironment(one, plan, given), platform, choices), one, plan, given);
  });
  all.push(...checkBudget(blueprint, bare), ...checkConnections(blueprint, bare));
  if (all.length > 0)
    return {
      problems: all.map(({ path, message }) =>
        problemAt(blueprint.source, shownAt(blueprint.source, path), message),
      ),
    };
  const budgets = budgetsOf(blueprint, bare);
  const environments = budgets ? bare.map((one, at) => ({ ...one, budgetMonthly: budgets[at]! })) : bare;
  const estimate = bare.reduce((sum, one) => sum + totalOf(one), 0);
  const architecture: Architecture = {
    name: blueprint.name,
    owner: blueprint.owners.find(({ name }) => name === blueprint.owner)!,
    owners: blueprint.owners,
    ...(blueprint.domain === undefined ? {} : { domain: blueprint.domain }),
    compliance: blueprint.compliance,
    ...(budgets ? { budget: budgetOf(blueprint, budgets) } : {}),
    delivery: {
      repository: blueprint.delivery.repository,
      branch: blueprint.delivery.branch,
      ci: blueprint.delivery.ci,
      gitops: choices.gitops,
      packaging: blueprint.delivery.packaging,
    },
    platform,
    environments,
    decisions: [...decisions, decideSpending(blueprint, estimate, budgets)],
    guidelines: settleLines(guidance, { ...blueprint, compute: choices.compute }),
    notes: notesOf(blueprint, environments),
  };
  return { architecture: freeze(architecture), problems: [] };
}

function budgetOf({ budget }: Blueprint, budgets: readonly number[]): Budget {
  const { monthly, contact, alarms } = budget;
  const whole = budgets.reduce((sum, one) => sum + one, 0);
  return { monthly: monthly ?? whole, contact, asked: monthly !== undefined, alarms };
}

function platformOf(blueprint: Blueprint, choices: Choices): Platform {
  return {
    compute: choices.compute === 'lambda' ? 'none' : choices.compute,
    functions: blueprint.functions.length > 0 || choices.compute === 'lambda',
    ingress: choices.ingress,
    edge: choices.edge,
    mesh: choices.mesh,
    nodes: choices.nodes,
    secrets: choices.secrets,
    recovery: choices.recovery,
    accounts: choices.accounts,
    state: choices.state,
    spotShare: choices.spot,
    progressive:
      choices.compute !== 'lambda' && blueprint.services.some((one) => choices.strategyOf(one) !== 'rolling'),
    kubernetesVersion,
    identity: 'pod-identity',
  };
}

function checkZones({ environments }: Blueprint): Complaint[] {
  return environments.flatMap(({ name, region, recoveryRegion, zones }) =>
    [region, recoveryRegion].flatMap((place): Complaint[] => {
      const there = place === undefined ? zones : zonesOf(place).length;
      return zones <= there
        ? []
        : [
            {
              path: ['environments', name, 'zones'],
              message: `${place} has ${there} zones that every account can use, and ${name} asks for ${zones}: take ${there}`,
            },
          ];
    }),
  );
}
