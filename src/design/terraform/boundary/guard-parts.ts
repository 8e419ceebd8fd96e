import type { Architecture } from '../../architecture.ts';
import { comment, type Part } from '../../hcl/items.ts';
import { type HclMap, raw } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import { call } from '../call.ts';
import { guardsAccount, writesApiLogs } from '../guard.ts';
import type { Place } from '../part.ts';
import { recoverySecurityParts, securityEventParts } from './objective-alarms.ts';

/** Audit of the account, where this environment looks after it, and the budget. */
export function guardParts(place: Place, guards: boolean): Part[] {
  const { architecture, environment } = place;
  const { account, budgetMonthly, system } = environment;
  const name = (part: string) => nameIn(environment, system, part);
  const { budget } = architecture;
  return [
    guards && [
      comment(`What account ${account} has once; the other environments in it rely on it.`),
      call(place, 'audit_key', 'kms-key', {
        name: name('audit-key'),
        description: 'Records of what was done in the account',
        account_id: raw('local.account_id'),
        services: ['cloudtrail.amazonaws.com', 'config.amazonaws.com'],
        log_groups: { region: raw('local.region') },
      }),
      call(place, 'audit', 'audit', {
        name: auditName(place),
        account_id: raw('local.account_id'),
        region: raw('local.region'),
        bucket_name: `${auditName(place)}-${account}`,
        kms_key_arn: raw('module.audit_key.arn'),
        log_retention_days: Math.max(90, environment.logRetentionDays),
      }),
      watchCall(place, {
        config_role_arn: raw('module.audit.config_role_arn'),
        config_bucket_name: raw('module.audit.bucket'),
        config_kms_key_arn: raw('module.audit_key.arn'),
        records_global: true,
      }),
      ...securityEventParts(place),
    ],
    writesApiLogs(architecture, environment) &&
      call(place, 'api_gateway_account', 'api-gateway-account', { name: name('api-logs') }),
    budgetMonthly !== undefined &&
      budget?.alarms &&
      call(place, 'budget', 'budget', {
        name: name('budget'),
        monthly_usd: Math.max(1, Math.round(budgetMonthly)),
        environment: environment.name,
        emails: [budget.contact],
      }),
  ]
    .flat()
    .filter((part): part is Exclude<typeof part, false> => part !== false);
}

/** Sources: docs.aws.amazon.com, Security Hub, ARNs of standards. */
function standardsOf({ compliance }: Architecture): string[] {
  if (compliance.length === 0) return [];
  return [
    'aws-foundational-security-best-practices/v/1.0.0',
    ...(compliance.includes('pci-dss') ? ['pci-dss/v/4.0.1'] : []),
  ];
}

/** What the account has once in the recovery region too, where this environment looks after it. */
export function watchThere(place: Place): Part[] {
  const { architecture, environment } = place;
  const { account } = environment;
  if (!guardsAccount(architecture, environment)) return [];
  const name = auditName(place);
  const config = {
    // made by the platform, and by this name in every account
    config_role_arn: `arn:aws:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
    config_bucket_name: `${name}-${account}`,
  };
  return [watchCall(place, config), ...recoverySecurityParts(place)];
}

function auditName({ environment }: Place): string {
  return nameIn(environment, environment.system, 'audit');
}

function watchCall(place: Place, config: HclMap): Part {
  const standards = standardsOf(place.architecture);
  return call(place, 'watch', 'region-watch', {
    name: auditName(place),
    region: raw('local.region'),
    ...config,
    ...(standards.length > 0 ? { security_standards: standards } : {}),
  });
}
