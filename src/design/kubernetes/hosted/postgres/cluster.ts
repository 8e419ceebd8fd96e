import { addonNamespaces } from '../../../addon-namespaces.ts';
import { type HostedDatabase, hostedStorageClass, hostOf, isArchived, volumeGbOf } from '../../../hosted.ts';
import { postgresImages } from '../../../hosted-images.ts';
import { why, type YamlMap } from '../../../yaml/yaml.ts';
import { payerOf } from '../../labels.ts';
import { spreadOverZones } from '../../placed.ts';
import type { Site } from '../../site.ts';
import { labelsOf, podsOf } from '../labels.ts';
import { archiverPlugin } from './archive.ts';
import { beginningOf } from './beginning.ts';
import { parametersOf } from './parameters.ts';

/** PostgreSQL as CloudNativePG runs it: a primary, and standbys that it promotes. */
export function clusterOf(one: HostedDatabase, site: Site): YamlMap {
  const { environment, vary } = site;
  const { name, version, owner, instances } = one;
  const { production } = environment;
  return {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name, namespace: addonNamespaces.data, labels: labelsOf(one) },
    spec: {
      description: `PostgreSQL ${name} of ${owner.name}`,
      imageName: postgresImages[version]!.image,
      instances: vary('instances', instances),
      primaryUpdateMethod: why(
        'switchover',
        'A standby that is up to date takes over before the primary is restarted.',
      ),
      primaryUpdateStrategy: 'unsupervised',
      serviceAccountName: why(
        name,
        'Its role in AWS is bound to this name; one restored beside it uses it too.',
      ),
      priorityClassName: vary('priority', production ? 'critical' : 'standard'),
      enableSuperuserAccess: false,
      certificates: why(
        { serverAltDNSNames: [name, `${name}.${addonNamespaces.data}`, hostOf(one)] },
        'The names that services call it by.',
      ),
      inheritedMetadata: { labels: { ...podsOf(one), ...payerOf(owner) } },
      ...beginningOf(one, site),
      postgresql: {
        parameters: vary('parameters', parametersOf(one)),
        pg_hba: why(
          ['hostnossl all all all reject', 'hostssl all all all scram-sha-256'],
          'Nobody connects without TLS.',
        ),
        ...(production && {
          synchronous: why(
            { method: 'any', number: 1, dataDurability: 'preferred' },
            'A commit is on a standby too before it is told; while there is no standby, writes go on without.',
          ),
        }),
      },
      ...(isArchived(one) && { plugins: [archiverPlugin(one)] }),
      storage: {
        storageClass: hostedStorageClass,
        size: vary('storage', `${volumeGbOf(one)}Gi`),
        resizeInUseVolumes: true,
      },
      resources: vary('resources', resourcesOf(one)),
      affinity: {
        enablePodAntiAffinity: true,
        topologyKey: 'kubernetes.io/hostname',
        podAntiAffinityType: vary('apart', production ? 'required' : 'preferred'),
      },
      topologySpreadConstraints: [spreadOverZones({ 'cnpg.io/cluster': name })],
    },
  };
}

function resourcesOf({ cpuMilli, memoryMi }: HostedDatabase): YamlMap {
  const all = { cpu: `${cpuMilli}m`, memory: `${memoryMi}Mi` };
  return {
    requests: all,
    limits: why(all, 'As requested, so that it is the last that a node in need takes memory from.'),
  };
}
