import { instances } from '../../../../data/prices/aws.ts';
import type { Owner } from '../../architecture.ts';
import type { Environment, NodePool } from '../../environment.ts';
import { tagsOf } from '../../names.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';

/** Machine image of nodes: a version, so that an upgrade is a commit. Source: karpenter.sh, EC2NodeClass, amiSelectorTerms. */
const image = 'bottlerocket@v1.57.0';

/**
 * Pools that Karpenter makes nodes for. That of the system is a managed group of a fixed size besides, which it runs on
 * itself: what finds no place there gets nodes too.
 */
export function nodeClasses(environment: Environment, owner: Owner): YamlMap[] {
  return [nodeClass(environment, owner), ...environment.cluster!.nodePools.map(poolOf)];
}

function nodeClass(environment: Environment, owner: Owner): YamlMap {
  const { cluster } = environment;
  const found = [{ tags: { 'karpenter.sh/discovery': cluster!.name } }];
  return {
    apiVersion: 'karpenter.k8s.aws/v1',
    kind: 'EC2NodeClass',
    metadata: { name: 'default' },
    spec: {
      amiSelectorTerms: [{ alias: image }],
      // made by Terraform with the role of nodes; Karpenter may make none
      instanceProfile: `${cluster!.name}-karpenter`,
      subnetSelectorTerms: found,
      securityGroupSelectorTerms: found,
      metadataOptions: why(
        { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
        'One hop: pods cannot ask for the rights of the node that they run on.',
      ),
      blockDeviceMappings: [
        { deviceName: '/dev/xvdb', ebs: { volumeType: 'gp3', volumeSize: '80Gi', encrypted: true } },
      ],
      tags: { ...tagsOf(environment, environment.system, owner) },
    },
  };
}

function poolOf({ name, instanceTypes, capacity, max, labels, taint }: NodePool): YamlMap {
  const one = instances[instanceTypes[0] as keyof typeof instances];
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name },
    spec: {
      template: {
        metadata: { labels: { ...labels } },
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'default' },
          ...(taint && { taints: [{ key: taint.key, value: taint.value, effect: taint.effect }] }),
          requirements: [
            { key: 'kubernetes.io/arch', operator: 'In', values: ['arm64'] },
            { key: 'karpenter.sh/capacity-type', operator: 'In', values: [capacity] },
            { key: 'karpenter.k8s.aws/instance-category', operator: 'In', values: ['c', 'm', 'r'] },
            { key: 'karpenter.k8s.aws/instance-generation', operator: 'Gt', values: ['5'] },
            // what every node runs for itself would fill a smaller one; bare metal takes long to begin
            { key: 'karpenter.k8s.aws/instance-cpu', operator: 'Gt', values: ['1'] },
            { key: 'karpenter.k8s.aws/instance-memory', operator: 'Gt', values: ['4095'] },
            { key: 'karpenter.k8s.aws/instance-hypervisor', operator: 'In', values: ['nitro'] },
          ],
          // a node is replaced once a month, and with it what it was started from
          expireAfter: '720h',
          terminationGracePeriod: why('24h', 'No pod keeps a node for longer that is to go.'),
        },
      },
      limits: why(
        { cpu: String((max * one.cpuMilli) / 1000), memory: `${max * one.memoryMi}Mi` },
        'What it may cost at the most, whatever is asked for.',
      ),
      disruption: {
        consolidationPolicy: 'WhenEmptyOrUnderutilized',
        consolidateAfter: '5m',
        budgets: [{ nodes: '20%' }],
      },
    },
  };
}
