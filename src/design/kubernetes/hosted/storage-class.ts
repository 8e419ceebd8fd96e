import { hostedIn, hostedStorageClass, volumesKeyOf } from '../../hosted.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Site } from '../site.ts';

/** The class of volumes of hosted datastores: encrypted with a key of our own, and growing when they are told to. */
export function storageClassesOf({ environment }: Site): YamlMap[] {
  if (hostedIn(environment).length === 0) return [];
  const { region, account, production } = environment;
  return [
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: hostedStorageClass },
      provisioner: 'ebs.csi.aws.com',
      parameters: {
        type: 'gp3',
        encrypted: 'true',
        kmsKeyId: why(
          `arn:aws:kms:${region}:${account}:alias/${volumesKeyOf(environment)}`,
          'Made by Terraform in the state of the platform.',
        ),
      },
      volumeBindingMode: why(
        'WaitForFirstConsumer',
        'A volume is made in the zone of the pod that needs it.',
      ),
      allowVolumeExpansion: true,
      reclaimPolicy: production
        ? why('Retain', 'A volume outlives a claim that was deleted by mistake; a person removes it.')
        : 'Delete',
    },
  ];
}
