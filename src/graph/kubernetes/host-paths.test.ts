import { describe, expect, it } from 'vitest';
import { isRuntimeSocket, isSensitive } from './host-paths.ts';

describe('isRuntimeSocket', () => {
  it.each([
    '/var/run/docker.sock',
    '/run/docker.sock',
    '/var/run',
    '/run/containerd/containerd.sock',
    '/run/containerd',
    '/var/run/crio/crio.sock',
    '/run/k3s/containerd/containerd.sock',
  ])('takes %s for one', (path) => expect(isRuntimeSocket(path)).toBe(true));

  it.each(['/var/lib/docker', '/run/xtables.lock', '/srv/docker.sock', '/var/run/secrets'])(
    'does not take %s for one',
    (path) => expect(isRuntimeSocket(path)).toBe(false),
  );
});

describe('isSensitive', () => {
  it.each([
    '/',
    '/etc',
    '/etc/kubernetes/pki',
    '/var',
    '/var/lib/kubelet',
    '/proc',
    '/var/log/pods',
    '/root',
    '/run',
    '/var/run/dbus/system_bus_socket',
    '/run/systemd',
    '/run/xtables.lock',
  ])('takes %s for sensitive', (path) => expect(isSensitive(path)).toBe(true));

  it.each([
    '/data',
    '/var/run/datadog/',
    '/run/spire/agent-sockets',
    '/var/lib/exports',
    '/mnt/disks/ssd0',
    '/dev/shm',
    '/dev/log',
    '/var/log/shop',
    '/opt/shop',
  ])('does not take %s for sensitive', (path) => expect(isSensitive(path)).toBe(false));
});
