import type { Fix } from '../../model/edit.ts';
import type { Workload } from '../platform/workload.ts';
import type { Outcome, Remedy, Scenario } from './outcome.ts';

/** What helps a store whose data lies in one place. */
export const copies =
  'keep a copy of its data elsewhere: replication by the application or its operator, or a service with a standby; more pods alone would be stores of their own';

/** What helps against a drain that never ends, and a rollout that takes everything. */
export function plainRemedy(scenario: Scenario, outcome: Outcome): Remedy | undefined {
  return outcome.workload.runs === 'pod' ? ofPods(scenario, outcome) : ofOthers(scenario, outcome);
}

function ofOthers({ kind }: Scenario, { workload, state, blocks }: Outcome): Remedy | undefined {
  const { runs, replicas, hasReadiness, held, setBy } = workload;
  if (blocks)
    return {
      what: held
        ? 'scale_in_protected_instances = "Refresh" in the preferences of the refresh'
        : 'deployment_maximum_percent above 100',
      tried: false,
    };
  if (state !== 'down') return undefined;
  if (kind === 'rollout' && !hasReadiness)
    return {
      what:
        runs === 'task'
          ? 'a healthCheck of its container, or a target group of a load balancer'
          : 'health_check_type = "ELB" with a target group',
      tried: false,
    };
  return replicas < 2
    ? { what: `run 2 ${runs}s${setBy ? ` (${setBy.replicas})` : ''}`, tried: false }
    : undefined;
}

function ofPods({ kind }: Scenario, { workload, state, blocks }: Outcome): Remedy | undefined {
  const { budget, replicas, rollout, hasReadiness } = workload;
  if (kind === 'drain') {
    if (blocks && budget?.at && replicas > 1) {
      const fix: Fix = {
        safety: 'unsafe',
        summary: `let ${budget.resource.address} spare one pod`,
        edits: [{ op: 'replace', node: budget.at, value: isLeast(budget) ? replicas - 1 : 1 }],
      };
      return {
        what: `${isLeast(budget) ? `minAvailable: ${replicas - 1}` : 'maxUnavailable: 1'} in ${budget.resource.address}, or one pod more`,
        fix,
        tried: false,
      };
    }
    if (blocks && workload.kind === 'bare') return { what: 'let a Deployment run it', tried: false };
    if (state !== 'down') return undefined;
    if ((workload.zonal || workload.isStore) && !workload.replicates) return { what: copies, tried: false };
    return replicas < 2
      ? { what: 'run 2 pods, with a PodDisruptionBudget of maxUnavailable: 1', tried: false }
      : { what: 'a PodDisruptionBudget of maxUnavailable: 1', tried: false };
  }
  if (state !== 'down')
    return blocks
      ? { what: 'maxUnavailable: 1 in its strategy, or room for one more pod', tried: false }
      : undefined;
  if (!hasReadiness)
    return { what: 'a readiness probe that answers only when the version works', tried: false };
  if ((workload.zonal || workload.isStore) && !workload.replicates) return { what: copies, tried: false };
  if (rollout.strategy === 'recreate') return { what: 'the strategy RollingUpdate', tried: false };
  return { what: 'run 2 pods', tried: false };
}

function isLeast({ resource, at }: NonNullable<Workload['budget']>): boolean {
  return resource.body.peek('spec', 'minAvailable') === at;
}
