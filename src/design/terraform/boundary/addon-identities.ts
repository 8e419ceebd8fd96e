import type { Environment } from '../../environment.ts';
import { addonsOf } from '../../gitops/addons/all.ts';
import { backupBucket } from '../../gitops/addons/data.ts';
import { type Part, resource } from '../../hcl/items.ts';
import { type HclMap, raw } from '../../hcl/value.ts';
import { identifier, nameIn, secretsPath } from '../../names.ts';
import { call } from '../call.ts';
import { firstOfAccount } from '../guard.ts';
import type { Place } from '../part.ts';
import { copiedBucket } from './copied-bucket.ts';
import { secretsKey } from './copy-of-secret.ts';
import { zoneArn } from './edge.ts';
import { vaultParts } from './vault.ts';

/** Identities of what runs in the cluster for everyone, with what some of it needs of AWS besides. */
export function addonIdentities(place: Place): Part[] {
  const { architecture, environment } = place;
  const installed = addonsOf(architecture);
  return [
    ...installed.flatMap(({ name, namespace }) => {
      const needs = needsOf(place, name);
      if (needs === undefined) return [];
      return call(place, identifier(name), 'addon-identity', {
        addon: name,
        name: nameIn(environment, shortNames[name] ?? name, 'role'),
        cluster_name: raw('module.cluster.name'),
        region: raw('local.region'),
        namespace,
        ...needs,
      });
    }),
    ...(installed.some(({ name }) => name === 'velero') ? backups(place) : []),
    ...(installed.some(({ name }) => name === 'vault') ? vaultParts(place) : []),
    ...(installed.some(({ name }) => name === 'karpenter') ? karpenterParts(place) : []),
  ];
}

/** Names of roles are short. */
const shortNames: Readonly<Record<string, string>> = { 'aws-load-balancer-controller': 'lb-controller' };

/** What the module `addon-identity` asks for an add-on; nothing where it needs no rights in AWS. */
function needsOf(place: Place, addon: string): HclMap | undefined {
  const { architecture, environment } = place;
  const { region, account, name, system, dns, standsFor } = environment;
  const key = { kms_key_arns: [secretsKey(place)] };
  switch (addon) {
    case 'external-dns':
      return dns.zone === undefined ? undefined : { zone_arns: [zoneArn(place)] };
    case 'cert-manager':
      // only certificates of public names are proved in the zone
      return dns.zone === undefined || architecture.platform.ingress !== 'nginx'
        ? undefined
        : { zone_arns: [zoneArn(place)] };
    case 'external-secrets': {
      // a standby reads copies of the secrets of what it stands for, and its own
      const paths = new Set([secretsPath(environment), `${name}/${system}`]);
      const secrets = [...paths].map(
        (path) => `arn:aws:secretsmanager:${region}:${account}:secret:${path}/*`,
      );
      return { secret_arns: secrets, ...key };
    }
    case 'velero':
      return {
        bucket_arns: [
          standsFor === undefined
            ? raw('module.cluster_backups.arn')
            : `arn:aws:s3:::${backupBucket(environment)}`,
        ],
        ...key,
      };
    case 'aws-load-balancer-controller':
      return architecture.platform.edge === 'waf' && dns.zone !== undefined
        ? { web_acl_arns: [raw('module.firewall.arn')] }
        : {};
    case 'cluster-autoscaler':
      return {};
    default:
      return undefined;
  }
}

/** The standby's is the copy, made beside what it is a copy of. */
function backups(place: Place): Part[] {
  const { environment } = place;
  const { system, standby, standsFor } = environment;
  if (standsFor !== undefined) return [];
  const roles = (one: Environment) => nameIn(one, system, 'cluster-backups');
  return copiedBucket(place, {
    label: 'cluster_backups',
    settings: {
      name: backupBucket(environment),
      role_name: roles(environment),
      kms_key_arn: raw('module.platform_key.arn'),
      retention_days: 30,
    },
    copy: { name: backupBucket(standby ?? environment), role_name: roles(standby ?? environment) },
  });
}

/** Whether no machine of spot was started in the account before this environment. */
function startsFirstSpot({ architecture, environment }: Place): boolean {
  const { cluster, standsFor } = environment;
  return (
    standsFor === undefined &&
    firstOfAccount(architecture, environment) &&
    cluster!.nodePools.some(({ capacity }) => capacity === 'spot')
  );
}

function karpenterParts(place: Place): Part[] {
  const { environment } = place;
  return [
    call(place, 'karpenter', 'karpenter', {
      name: nameIn(environment, 'karpenter', 'role'),
      account_id: raw('local.account_id'),
      region: raw('local.region'),
      cluster_name: raw('module.cluster.name'),
      node_role_arn: raw('module.cluster.node_role_arn'),
      node_role_name: raw('module.cluster.node_role_name'),
      // where managed groups have spot machines EKS makes the role of the account
      ...(startsFirstSpot(place) && { make_spot_role: true }),
      kms_key_arn: raw('module.platform_key.arn'),
    }),
    // EKS makes the group, and Karpenter finds it by this tag
    resource('aws_ec2_tag', 'nodes', {
      resource_id: raw('module.cluster.security_group_id'),
      key: 'karpenter.sh/discovery',
      value: raw('module.cluster.name'),
    }),
  ];
}
