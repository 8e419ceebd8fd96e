import type { Part } from '../../hcl/items.ts';
import { raw } from '../../hcl/value.ts';
import { nameIn } from '../../names.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';

interface Addon {
  readonly name: string;
  readonly namespace: string;
  readonly does: string;
  readonly statements: readonly {
    readonly actions: readonly string[];
    readonly resources: readonly string[];
  }[];
}

/** Roles of what runs in the cluster for everyone; charts make service accounts of the same names. */
export function addonIdentities(place: Place): Part[] {
  return addonsOf(place).map(({ name, namespace, does, statements }) =>
    call(place, name.replaceAll('-', '_'), 'identity', {
      name: nameIn(place.environment, name, 'role'),
      description: does,
      cluster_name: raw('module.cluster.name'),
      namespace,
      service_account: name,
      statements,
    }),
  );
}

function addonsOf({ architecture, environment }: Place): Addon[] {
  const { region, account, name: env, system, dns } = environment;
  const { platform } = architecture;
  const addons: (Addon | false)[] = [
    platform.secrets === 'external-secrets' && {
      name: 'external-secrets',
      namespace: 'external-secrets',
      does: 'Brings secrets of this environment into the cluster',
      statements: [
        {
          actions: ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          resources: [`arn:aws:secretsmanager:${region}:${account}:secret:${env}/${system}/*`],
        },
      ],
    },
    dns.zone !== undefined && {
      name: 'external-dns',
      namespace: 'external-dns',
      does: 'Writes public names of services',
      statements: [
        {
          actions: [
            'route53:ListHostedZones',
            'route53:ListResourceRecordSets',
            'route53:ListTagsForResources',
          ],
          resources: ['*'],
        },
        { actions: ['route53:ChangeResourceRecordSets'], resources: ['arn:aws:route53:::hostedzone/*'] },
      ],
    },
    platform.nodes === 'managed-groups' && {
      name: 'cluster-autoscaler',
      namespace: 'kube-system',
      does: 'Adds and removes nodes',
      statements: [
        {
          actions: [
            'autoscaling:DescribeAutoScalingGroups',
            'autoscaling:DescribeAutoScalingInstances',
            'autoscaling:DescribeLaunchConfigurations',
            'autoscaling:DescribeScalingActivities',
            'ec2:DescribeImages',
            'ec2:DescribeInstanceTypes',
            'ec2:DescribeLaunchTemplateVersions',
            'ec2:GetInstanceTypesFromInstanceRequirements',
            'eks:DescribeNodegroup',
          ],
          resources: ['*'],
        },
        {
          actions: ['autoscaling:SetDesiredCapacity', 'autoscaling:TerminateInstanceInAutoScalingGroup'],
          resources: [
            `arn:aws:autoscaling:${region}:${account}:autoScalingGroup:*:autoScalingGroupName/eks-*`,
          ],
        },
      ],
    },
  ];
  return addons.filter((one) => one !== false);
}
