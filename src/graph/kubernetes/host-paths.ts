/**
 * Whether a path of the node gives the socket of its container runtime, and with it every container on it:
 * the socket, its folder, or /run itself, which holds it.
 */
export function isRuntimeSocket(path: string): boolean {
  const below = /^\/(?:var\/)?run(?:\/(.*))?$/.exec(trimmed(path));
  if (!below) return false;
  const last = below[1]?.split('/').at(-1);
  return last === undefined || /^(?:docker|containerd|crio|cri-dockerd|podman)(?:\.sock)?$/.test(last);
}

/** Folders that a node runs from, is configured by, or keeps other pods in. */
const sensitive = [
  '/bin',
  '/boot',
  '/dev',
  '/etc',
  '/home',
  '/lib',
  '/lib64',
  '/opt/cni',
  '/proc',
  '/root',
  '/sbin',
  '/sys',
  '/usr',
  '/var/lib/containerd',
  '/var/lib/containers',
  '/var/lib/docker',
  '/var/lib/etcd',
  '/var/lib/kubelet',
  '/var/log/containers',
  '/var/log/pods',
];

/** What of /run gives a hold on the node; other folders in it are kept by one program for its own clients. */
const handles =
  /^\/(?:var\/)?run(?:$|\/(?:containerd|crio|dbus|docker|initctl|k3s|kubelet|libvirt|lock|netns|podman|secrets|systemd|udev|xtables)(?:$|[/.-]))/;

/** What of /dev gives no hold on the node: shared memory, the socket of its log, sources of bytes. */
const harmlessDevices = new Set([
  '/dev/shm',
  '/dev/log',
  '/dev/null',
  '/dev/zero',
  '/dev/random',
  '/dev/urandom',
]);

/** Whether writing to a path of the node can make one root on it, or reading it shows the secrets of others. */
export function isSensitive(path: string): boolean {
  const plain = trimmed(path);
  if (harmlessDevices.has(plain)) return false;
  if (isRuntimeSocket(plain) || handles.test(plain)) return true;
  return sensitive.some(
    (folder) => plain === folder || plain.startsWith(`${folder}/`) || folder.startsWith(`${plain}/`),
  );
}

function trimmed(path: string): string {
  return path.replace(/\/+$/, '');
}
