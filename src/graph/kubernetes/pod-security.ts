import { dangers, givenByDefault } from './capabilities.ts';
import { type Container, containersOf, isWindows, type Pod, securitySetting } from './pods.ts';

/**
 * What keeps a pod from a level of the Pod Security Standards, in words: `container api may gain privileges`.
 * Source: Kubernetes documentation, Pod Security Standards (1.33).
 * @throws Undecided
 */
export function shortOfLevel(pod: Pod, level: 'baseline' | 'restricted'): readonly string[] {
  const containers = containersOf(pod);
  return [
    ...shortOfBaseline(pod, containers),
    ...(level === 'restricted' ? shortOfRestricted(pod, containers) : []),
  ];
}

function shortOfBaseline({ node }: Pod, containers: readonly Container[]): string[] {
  const found = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => node.flag(field) === true);
  if (node.list('volumes').some((volume) => volume.has('hostPath'))) found.push('a hostPath volume');
  for (const container of containers) {
    const say = (what: string) => found.push(`container ${container.name} ${what}`);
    const own = container.node.get('securityContext');
    if (own?.flag('privileged') === true) say('is privileged');
    if (securitySetting(container, 'windowsOptions', 'hostProcess')?.flag() === true)
      say('is a host process');
    if (securitySetting(container, 'seccompProfile', 'type')?.text() === 'Unconfined') say('has no seccomp');
    if (container.node.list('ports').some((port) => (port.amount('hostPort') ?? 0) !== 0))
      say('has a hostPort');
    for (const capability of addedTo(container))
      if (dangers[capability] || !givenByDefault.has(capability)) say(`adds ${capability}`);
  }
  return found;
}

/** Volumes that the restricted level admits. */
const admitted = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

function shortOfRestricted({ node }: Pod, containers: readonly Container[]): string[] {
  const found: string[] = [];
  for (const volume of node.list('volumes'))
    for (const [kind] of volume.entries())
      if (kind !== 'name' && kind !== 'hostPath' && !admitted.has(kind))
        found.push(`a volume of type ${kind}`);
  for (const container of containers) {
    const say = (what: string) => found.push(`container ${container.name} ${what}`);
    const user = securitySetting(container, 'runAsUser')?.amount();
    if (user === 0) say('runs as user 0');
    if (securitySetting(container, 'runAsNonRoot')?.flag() !== true) say('lacks runAsNonRoot: true');
    if (isWindows(container)) continue;
    const own = container.node.get('securityContext');
    if (own?.flag('allowPrivilegeEscalation') !== false) say('lacks allowPrivilegeEscalation: false');
    if (!securitySetting(container, 'seccompProfile', 'type')) say('lacks a seccompProfile');
    const dropped = own?.list('capabilities', 'drop').map((capability) => capability.text()) ?? [];
    if (!dropped.includes('ALL')) say('does not drop ALL capabilities');
    for (const capability of addedTo(container))
      if (givenByDefault.has(capability) && capability !== 'NET_BIND_SERVICE') say(`adds ${capability}`);
  }
  return found;
}

function addedTo({ node }: Container): readonly string[] {
  return node.list('securityContext', 'capabilities', 'add').map((capability) => capability.text() ?? '');
}
