import type { NodePool } from '../../environment.ts';
import type { Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { hostedIn } from '../../hosted.ts';
import { nameIn } from '../../names.ts';
import { call, groups } from '../call.ts';
import type { Input, Output, Place } from '../part.ts';
import { accessParts } from './access.ts';
import { addonIdentities } from './addon-identities.ts';
import { told } from './told.ts';

interface ClusterParts {
  readonly parts: readonly Part[];
  readonly inputs: readonly Input[];
  readonly outputs: readonly Output[];
}

/** What services run on. */
export function clusterParts(place: Place): ClusterParts {
  if (place.environment.cluster) return kubernetes(place);
  return place.architecture.platform.compute === 'ecs'
    ? fargate(place)
    : { parts: [], inputs: [], outputs: [] };
}

function kubernetes(place: Place): ClusterParts {
  const { environment } = place;
  const cluster = environment.cluster!;
  const access = accessParts(place);
  return {
    parts: [
      call(
        place,
        'cluster',
        'cluster',
        groups(
          {
            name: cluster.name,
            account_id: raw('local.account_id'),
            kubernetes_version: cluster.version,
            service_cidr: cluster.serviceCidr,
          },
          {
            control_subnet_ids: place.read('network', 'control_subnet_ids'),
            node_subnet_ids: place.read('network', 'private_subnet_ids'),
          },
          {
            node_pools: Object.fromEntries(
              poolsOf(place).map(({ name, instanceTypes, capacity, min, max, desired, labels, taint }) => [
                name,
                {
                  instance_types: instanceTypes,
                  spot: capacity === 'spot',
                  min,
                  max: Math.max(max, desired),
                  desired,
                  labels,
                  taints: taint ? [{ key: taint.key, value: taint.value, effect: 'NO_SCHEDULE' }] : [],
                },
              ]),
            ),
          },
          {
            log_types: cluster.logTypes,
            administrator_role_arns: raw('var.administrator_role_arns'),
            ...(environment.network.vpn && { api_client_cidrs: [environment.network.vpn.cidr] }),
            kms_key_arn: raw('module.platform_key.arn'),
            ...(hostedIn(environment).length > 0 && {
              volumes_kms_key_arns: [raw('module.volumes_key.arn')],
            }),
            logs_kms_key_arn: raw('module.logs_key.arn'),
            log_retention_days: environment.logRetentionDays,
          },
        ),
      ),
      ...addonIdentities(place),
      ...access.parts,
    ],
    inputs: [
      ...access.inputs,
      {
        name: 'administrator_role_arns',
        description: 'Roles of people who may do everything in the cluster, such as one of single sign-on.',
        type: 'set(string)',
        default: [],
        validation: {
          condition: 'alltrue([for arn in var.administrator_role_arns : startswith(arn, "arn:aws:iam::")])',
          message: 'A role is written as arn:aws:iam::111122223333:role/name.',
        },
      },
    ],
    outputs: [
      told('cluster_name', 'The cluster.', 'module.cluster.name', cluster.name),
      told(
        'cluster_security_group_id',
        'The security group of nodes and pods.',
        'module.cluster.security_group_id',
        'sg-0a1b2c3d4e5f67890',
      ),
    ],
  };
}

/** Groups of nodes; where Karpenter makes nodes, only those that it runs on itself. */
function poolsOf({ architecture, environment }: Place): readonly NodePool[] {
  const { nodePools } = environment.cluster!;
  return architecture.platform.nodes === 'karpenter'
    ? nodePools.filter(({ name }) => name === 'system')
    : nodePools;
}

function fargate(place: Place): ClusterParts {
  const { environment } = place;
  const { account, region, system, dns, logRetentionDays } = environment;
  const name = nameIn(environment, system, 'cluster');
  return {
    parts: [
      call(place, 'cluster', 'ecs-cluster', {
        name,
        namespace: dns.privateZone,
        vpc_id: place.read('network', 'vpc_id'),
        kms_key_arn: raw('module.platform_key.arn'),
        logs_kms_key_arn: raw('module.logs_key.arn'),
        log_retention_days: logRetentionDays,
      }),
    ],
    inputs: [],
    outputs: [
      told(
        'cluster_arn',
        'The cluster.',
        'module.cluster.arn',
        `arn:aws:ecs:${region}:${account}:cluster/${name}`,
      ),
      told('cluster_name', 'Its name.', 'module.cluster.name', name),
      told(
        'events_log_group_arn',
        'Where it is kept why tasks ended.',
        'module.cluster.events_log_group_arn',
        `arn:aws:logs:${region}:${account}:log-group:/aws/events/${name}`,
      ),
      told(
        'namespace_id',
        'Where services find each other.',
        'module.cluster.namespace_id',
        'ns-0123456789abcdef',
      ),
    ],
  };
}
