import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import type { YamlMap } from '../../yaml/yaml.ts';

/** What Flux tells people: what could not be applied, and what was corrected because somebody changed it by hand. */
export function fluxMessages({ owner }: Architecture, environment: Environment): YamlMap[] {
  return [
    {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Provider',
      metadata: { name: 'chat', namespace: 'flux-system' },
      spec: { type: 'slack', channel: owner.channel.replace(/^#/, ''), secretRef: { name: 'chat' } },
    },
    {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Alert',
      metadata: { name: 'delivery', namespace: 'flux-system' },
      spec: {
        providerRef: { name: 'chat' },
        eventMetadata: { summary: `delivery to ${environment.name}` },
        eventSeverity: 'error',
        eventSources: ['GitRepository', 'Kustomization', 'HelmRelease', 'HelmRepository'].map((kind) => ({
          kind,
          name: '*',
        })),
      },
    },
  ];
}
