import { addonNamespaces } from '../../../addon-namespaces.ts';
import { type HostedCache, hostedLabel } from '../../../hosted.ts';
import type { YamlMap } from '../../../yaml/yaml.ts';
import type { Site } from '../../site.ts';

/** A snapshot a day of the volumes of a cache, kept as long as the blueprint asks, and a week at least: damage is seen late. */
export function snapshotsOf(one: HostedCache, { vary }: Site): YamlMap[] {
  if (one.backups === 'none') return [];
  return [
    {
      apiVersion: 'velero.io/v1',
      kind: 'Schedule',
      metadata: { name: `cache-${one.name}`, namespace: addonNamespaces.copies },
      spec: {
        schedule: '45 1 * * *',
        useOwnerReferencesInBackup: false,
        template: {
          ttl: vary('retention', `${Math.max(7, one.retentionDays) * 24}h0m0s`),
          includedNamespaces: [addonNamespaces.data],
          labelSelector: { matchLabels: { [hostedLabel]: one.name } },
          snapshotVolumes: true,
          storageLocation: 'default',
        },
      },
    },
  ];
}
