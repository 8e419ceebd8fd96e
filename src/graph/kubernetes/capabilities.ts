import type { Severity } from '../../model/dimension.ts';

interface Danger {
  readonly severity: Severity;
  /** completes "with which it can …" */
  readonly means: string;
}

/** Linux capabilities that reach beyond the container, without `CAP_`. Source: capabilities(7). */
export const dangers: Readonly<Record<string, Danger | undefined>> = {
  ALL: { severity: 'high', means: 'do whatever root on the node can' },
  SYS_ADMIN: { severity: 'high', means: 'mount the disks of the node and leave its namespaces' },
  SYS_MODULE: { severity: 'high', means: 'load modules into the kernel of the node' },
  SYS_PTRACE: { severity: 'high', means: 'read and change the memory of other processes' },
  SYS_RAWIO: { severity: 'high', means: 'read and write the memory and devices of the node' },
  DAC_READ_SEARCH: { severity: 'high', means: 'read every file of the node that it can name' },
  BPF: { severity: 'high', means: 'run programs in the kernel of the node' },
  SYS_BOOT: { severity: 'high', means: 'restart the node' },
  MAC_ADMIN: { severity: 'high', means: 'change the security policy of the node' },
  MAC_OVERRIDE: { severity: 'high', means: 'pass over the security policy of the node' },
  NET_ADMIN: { severity: 'medium', means: 'change addresses, routes and firewall rules of its network' },
  NET_RAW: { severity: 'medium', means: 'forge packets and pose as its neighbours' },
  SYS_TIME: { severity: 'medium', means: 'set the clock of the node' },
};

/** What container runtimes give without being asked, and the restricted standard lets be added. Source: Open Containers defaults of containerd. */
export const givenByDefault: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);

/** A capability's name as the kernel has it, without `CAP_`, however it is written. */
export function capabilityName(text: string | undefined): string {
  return (text ?? '').toUpperCase().replace(/^CAP_/, '');
}
