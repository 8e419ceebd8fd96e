import { data, type Part } from '../../hcl/items.ts';
import { identifier, nameIn } from '../../names.ts';
import type { SecretSource, Workload } from '../../workload.ts';
import { call } from '../call.ts';
import type { BoundaryPart, Place } from '../part.ts';
import { copyOfSecret } from './copy-of-secret.ts';
import { dashboardParts } from './dashboards.ts';
import { functionParts } from './function-parts.ts';
import { serviceRedaction } from './log-redaction.ts';
import { moved } from './moved.ts';
import { objectiveAlarmParts, serviceAlarmParts } from './objective-alarms.ts';
import { officeHoursParts } from './office-hours.ts';
import { releaseInputs } from './releases.ts';
import { isCopyOfSecret, statementsOf } from './rights.ts';
import { taskParts } from './task-parts.ts';

/** What belongs to single services. */
export function servicesBoundary(place: Place): BoundaryPart {
  const { environment } = place;
  const { services, jobs, functions, cluster } = environment;
  const ran = [...services, ...jobs];
  const dashboards = dashboardParts(place);
  return {
    files: {
      'secrets.tf': [
        ...ran.flatMap((one) => secretParts(place, one, !cluster)),
        ...functions.flatMap((one) => secretParts(place, one, true)),
      ],
      ...(cluster
        ? { 'identities.tf': ran.flatMap((one) => [identityCall(place, one), moved(one)]) }
        : { 'services.tf': ran.flatMap((one) => [taskParts(place, one), moved(one)]) }),
      'functions.tf': functions.flatMap((one) => [functionParts(place, one), moved(one)]),
      'office-hours.tf': officeHoursParts(place),
      'redaction.tf': serviceRedaction(place),
      'dashboards.tf': dashboards.people,
      'workload-dashboards.tf': dashboards.workloads,
      'objective-alarms.tf': objectiveAlarmParts(place),
      'service-alarms.tf': serviceAlarmParts(place),
    },
    inputs: releaseInputs(place.environment),
    outputs: [],
    aliases: [],
  };
}

/**
 * What a person fills in; in a standby copies of it.
 * @param byArn whether a copy is found by its ARN, as tasks and functions do it; a cluster asks by the name
 */
function secretParts(place: Place, one: Workload, byArn: boolean): Part[] {
  const { standsFor } = place.environment;
  if (standsFor === undefined)
    return one.secrets
      .filter(({ kind }) => kind === 'app')
      .flatMap((secret) => [secretCall(place, one, secret), moved(one, '_secrets')]);
  if (!byArn) return [];
  return one.secrets
    .filter((secret) => isCopyOfSecret(place, secret))
    .map(({ name, remoteName }) => data('aws_secretsmanager_secret', identifier(name), { name: remoteName }));
}

function secretCall(place: Place, { name, tags }: Workload, { remoteName, properties }: SecretSource): Part {
  return call(place, `${identifier(name)}_secrets`, 'secret', {
    name: remoteName,
    description: `Filled in by a person, as JSON with the keys ${Object.keys(properties).join(', ')}`,
    kms_key_arn: place.read('platform', 'secrets_key_arn'),
    ...copyOfSecret(place, place.read('platform', 'recovery_key_arn')),
    tags,
  });
}

function identityCall(place: Place, one: Workload): Part {
  return call(place, identifier(one.name), 'identity', {
    name: nameIn(place.environment, one.name, 'role'),
    description: `What ${one.name} may do`,
    cluster_name: place.read('platform', 'cluster_name'),
    namespace: one.namespace,
    service_account: one.name,
    statements: statementsOf(place, one),
    tags: one.tags,
  });
}
