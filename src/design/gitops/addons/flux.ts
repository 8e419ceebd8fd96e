import type { Addon } from '../addon.ts';
import { critical, onSystemNodes, resources } from '../placement.ts';

const controller = {
  ...critical,
  ...onSystemNodes,
  resources: resources('100m', '384Mi'),
};

/** Flux, which keeps itself as Git says as well. */
export const flux: Addon = {
  name: 'flux',
  namespace: 'flux-system',
  does: 'Makes the cluster what Git says. First installed by hand (gitops/README.md), then kept by itself.',
  after: ['prometheus-operator-crds'],
  values: {
    installCRDs: true,
    // What belongs to a team is applied with the rights of that team, and reads no sources but its own.
    multitenancy: { enabled: true, privileged: true, defaultServiceAccount: 'default' },
    cli: { ...onSystemNodes, resources: resources('50m', '64Mi') },
    helmController: controller,
    kustomizeController: controller,
    notificationController: { ...controller, resources: resources('50m', '192Mi') },
    sourceController: { ...controller, resources: resources('100m', '512Mi') },
    // the pipeline writes digests; nothing in the cluster writes into Git
    imageAutomationController: { create: false },
    imageReflectionController: { create: false },
    policies: { create: true },
    prometheus: { podMonitor: { create: true } },
  },
};
