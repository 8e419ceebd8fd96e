import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { nameIn } from '../../names.ts';
import { guardsAccount } from '../../terraform/guard.ts';
import type { CloudEvent, EventPattern } from './alarm.ts';
import { ruleName } from './names.ts';

/** What looks like an intruder, where an environment looks after its account. Source: Amazon GuardDuty user guide, severity of findings. */
export function securityEvents(architecture: Architecture, environment: Environment): readonly CloudEvent[] {
  return eventsOf(architecture, environment, 'audit');
}

/** The same in the recovery region, whose events stay in it. */
export function recoverySecurityEvents(
  architecture: Architecture,
  environment: Environment,
): readonly CloudEvent[] {
  return environment.recovery ? eventsOf(architecture, environment, 'audit-recovery') : [];
}

function eventsOf(architecture: Architecture, environment: Environment, part: string): readonly CloudEvent[] {
  if (!guardsAccount(architecture, environment)) return [];
  const name = nameIn(environment, environment.system, part);
  const common = {
    runbook: 'security-finding',
    owner: architecture.owner,
    says: { what: '$.detail.title', severity: '$.detail.severity', id: '$.detail.id' },
  };
  return [
    {
      ...common,
      name: ruleName(name, 'findings'),
      urgent: false,
      summary: `GuardDuty saw something in account ${environment.account} that somebody should look at`,
      pattern: findings([{ numeric: ['>=', 4, '<', 7] }]),
    },
    {
      ...common,
      name: ruleName(name, 'intrusions'),
      urgent: true,
      summary: `GuardDuty saw what an intruder would do in account ${environment.account}`,
      pattern: findings([{ numeric: ['>=', 7] }]),
    },
  ];
}

function findings(severity: EventPattern[string]): EventPattern {
  return { source: ['aws.guardduty'], 'detail-type': ['GuardDuty Finding'], detail: { severity } };
}
