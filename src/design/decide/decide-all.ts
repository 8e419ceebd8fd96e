import type { ServiceAsked, Strategy } from '../../blueprint/blueprint.ts';
import type { Complaint } from '../../blueprint/complaint.ts';
import type { Decision } from '../decision.ts';
import { decideAccounts } from './accounts.ts';
import { checkAvailability } from './availability.ts';
import { type Compute, decideCompute } from './compute.ts';
import { decideHosting } from './datastore-hosting.ts';
import type { Decided, Facts } from './decided.ts';
import { decideStrategy } from './deployment-strategy.ts';
import { decideRecovery, type Recovery } from './disaster-recovery.ts';
import { decideEdge } from './edge.ts';
import { decideGitops } from './gitops.ts';
import { decideIngress } from './ingress.ts';
import { limitsOfCompute } from './limits-of-compute.ts';
import { limitsOfNames } from './limits-of-names.ts';
import { limitsOfNodes } from './limits-of-nodes.ts';
import { limitsOfZones } from './limits-of-zones.ts';
import { decideMesh } from './mesh.ts';
import { decideNat } from './nat.ts';
import { decideNodes } from './nodes.ts';
import { decideSecrets } from './secrets.ts';
import { decideSpot } from './spot.ts';
import { decideStates } from './state-layout.ts';

/** Everything that was chosen. */
export interface Choices {
  readonly compute: Compute;
  readonly accounts: 'single' | 'per-environment';
  readonly nat: 'none' | 'single' | 'per-zone';
  readonly ingress: 'alb' | 'nginx' | 'none';
  readonly edge: 'none' | 'waf' | 'cloudfront';
  readonly mesh: 'none' | 'istio' | 'linkerd';
  readonly nodes: 'managed-groups' | 'karpenter' | 'none';
  /** names of datastores that we run ourselves */
  readonly selfHosted: ReadonlySet<string>;
  readonly strategyOf: (service: ServiceAsked) => Strategy;
  readonly state: 'per-boundary' | 'per-environment';
  readonly secrets: 'external-secrets' | 'vault';
  readonly gitops: 'argocd' | 'flux' | 'none';
  readonly recovery: Recovery;
  readonly spot: number;
}

export interface AllDecided {
  readonly choices: Choices;
  readonly decisions: readonly Decision[];
  readonly complaints: readonly Complaint[];
}

/** Makes every choice, in an order in which each knows those that it depends on. */
export function decideAll(facts: Facts): AllDecided {
  const decisions: Decision[] = [];
  const complaints: Complaint[] = checkAvailability(facts);
  const take = <T>({ choice, decision, complaints: more = [] }: Decided<T>): T => {
    decisions.push(decision);
    complaints.push(...more);
    return choice;
  };
  const compute = take(decideCompute(facts));
  complaints.push(...limitsOfCompute(facts.blueprint, compute), ...limitsOfNames(facts.blueprint, compute));
  const before = {
    compute,
    accounts: take(decideAccounts(facts)),
    selfHosted: take(decideHosting(facts)),
    recovery: take(decideRecovery(facts)),
    nat: take(decideNat(facts, compute)),
    ingress: take(decideIngress(facts, compute)),
  };
  const choices: Choices = {
    ...before,
    edge: take(decideEdge(facts, before.ingress)),
    mesh: take(decideMesh(facts, compute)),
    nodes: take(decideNodes(facts, compute)),
    spot: take(decideSpot(facts, compute)),
    strategyOf: take(decideStrategy(facts, compute)),
    secrets: take(decideSecrets(facts, compute)),
    gitops: take(decideGitops(facts, compute)),
    state: take(decideStates(facts)),
  };
  complaints.push(...limitsOfZones(facts.blueprint, choices));
  complaints.push(...limitsOfNodes(facts.blueprint, choices));
  return { choices, decisions, complaints };
}
