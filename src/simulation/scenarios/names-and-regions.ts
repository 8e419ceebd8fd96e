import type { Platform } from '../platform/platform.ts';
import type { Workload } from '../platform/workload.ts';
import { scenario } from './machines.ts';
import type { Duration, Outcome, Scenario, State } from './outcome.ts';

/** The cluster's own DNS does not answer: whoever calls something by a name fails to find it. */
export function failDns(platform: Platform): readonly Scenario[] {
  const callers = new Map(
    platform.dependencies
      .filter(({ from, optional }) => !optional && from.runs === 'pod')
      .map((one) => [one.from, one]),
  );
  if (callers.size === 0) return [];
  const outcomes = [...callers].map(([workload, { through }]) =>
    all(
      workload,
      'impaired',
      [
        'the DNS of the cluster does not answer',
        `${workload.address} finds what it calls by name (${through})`,
      ],
      {
        seconds: undefined,
        until: 'CoreDNS answers again; open connections and cached names go on',
        parts: [],
      },
    ),
  );
  return [scenario('dns', 'dns', 'the DNS of the cluster does not answer', outcomes)];
}

/** How long a certificate still holds when its renewal first fails. */
const renewals = {
  'cert-manager': {
    days: 30,
    of: "cert-manager renews when a third of the time is left: 30 of the 90 days that Let's Encrypt gives",
    source: 'https://cert-manager.io/docs/usage/certificate/#issuance-behavior-rotation-of-the-private-key',
  },
  acm: {
    days: 60,
    of: 'ACM renews 60 days before the end, if the name still points to it',
    source: 'https://docs.aws.amazon.com/acm/latest/userguide/managed-renewal.html',
  },
} as const;

/** The renewal of a certificate fails from now on: what stands behind each door with one. */
export function failRenewal(platform: Platform): readonly Scenario[] {
  const behind = new Map<Workload, { address: string; by: keyof typeof renewals }>();
  for (const workload of platform.workloads) {
    const { certificate, address } = workload.door ?? {};
    if (certificate && address) behind.set(workload, { address, by: certificate });
  }
  if (behind.size === 0) return [];
  const outcomes = [...behind].map(([workload, { address, by }]) =>
    all(workload, 'serving', [`the certificate of ${address} is not renewed`, renewals[by].of], undefined, {
      later: `from ${renewals[by].days} days after the first failure on, no client accepts the connection`,
    }),
  );
  return [
    {
      ...scenario('certificate', 'certificate', 'the renewal of certificates fails', outcomes),
      notes: platform.warnsOfExpiry
        ? []
        : ['nothing in the repository alerts on a certificate that is about to end'],
    },
  ];
}

/** The whole region is lost, with everything in it. */
export function loseRegion(platform: Platform): readonly Scenario[] {
  const serving = platform.workloads.filter(
    ({ kind, replicas }) => (kind === 'serving' || kind === 'function') && replicas > 0,
  );
  if (serving.length === 0) return [];
  const outcomes = serving.map((workload) =>
    all(workload, 'down', ['the region is lost', 'all of its zones go with it'], {
      seconds: undefined,
      until: platform.recovery
        ? `the region is back, or it is brought up in ${platform.recovery.region} (${platform.recovery.as})`
        : 'the region is back, or the platform is built and its data restored in another one',
      parts: [],
    }),
  );
  return [scenario('region', 'region', 'the whole region is lost', outcomes)];
}

function all(
  workload: Workload,
  state: State,
  why: readonly string[],
  duration?: Duration,
  more: Partial<Outcome> = {},
): Outcome {
  const before = workload.replicas;
  const left = state === 'down' ? 0 : before;
  return {
    workload,
    state,
    before,
    left,
    restored: left,
    needed: workload.enough,
    why,
    ...(duration ? { duration } : {}),
    ...more,
  };
}
