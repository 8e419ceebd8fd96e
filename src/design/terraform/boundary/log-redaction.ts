import type { Datastore } from '../../datastore.ts';
import type { Part } from '../../hcl/items.ts';
import { type HclMap, type Raw, raw } from '../../hcl/value.ts';
import { identifier, lastingName, nameIn } from '../../names.ts';
import { hasApi } from '../../observability/cloudwatch/functions.ts';
import { maskedKinds, maskedPatterns } from '../../observability/pipeline/masking.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';

/** Masks logs of what runs, where no cluster does before they are kept. */
export function serviceRedaction(place: Place): Part[] {
  const { environment } = place;
  const { services, jobs, functions, cluster } = environment;
  const group = (label: string) => raw(`module.${label}.log_group_name`);
  const groups = [
    ...(cluster ? [] : [...services, ...jobs]).map(
      (one) => [lastingName(one), group(identifier(one.name))] as const,
    ),
    ...functions.flatMap((one) => [
      [lastingName(one), group(identifier(one.name))] as const,
      ...(hasApi(environment, one)
        ? [[`${lastingName(one)}-api`, group(`${identifier(one.name)}_api`)] as const]
        : []),
    ]),
  ];
  return redaction(place, 'log', groups);
}

/** Masks logs of statements, which hold what they were asked with. */
export function dataRedaction(place: Place, kept: readonly Datastore[]): Part[] {
  const groups = kept.flatMap((one) => {
    const { name, type } = one;
    const kind = statementLogs[type];
    return kind
      ? [[lastingName(one), raw(`module.${identifier(name)}.log_group_names["${kind}"]`)] as const]
      : [];
  });
  return redaction(place, 'data-log', groups);
}

const statementLogs: Readonly<Partial<Record<Datastore['type'], string>>> = {
  postgres: 'postgresql',
  mysql: 'slowquery',
  redis: 'slow-log',
};

function redaction(place: Place, part: string, groups: readonly (readonly [string, Raw])[]): Part[] {
  const { architecture, environment } = place;
  if (groups.length === 0) return [];
  return [
    call(place, `shared_${identifier(part)}_redaction`, 'log-redaction', {
      name: nameIn(environment, environment.system, `${part}-redaction`),
      log_groups: Object.fromEntries(groups) satisfies HclMap,
      identifiers: maskedKinds(architecture.compliance),
      patterns: maskedPatterns(architecture.compliance),
      logs_kms_key_arn: place.read('platform', 'logs_key_arn'),
      log_retention_days: environment.logRetentionDays,
    }),
  ];
}
