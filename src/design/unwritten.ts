import type { Architecture } from './architecture.ts';

/** What the architecture asks for and no target writes yet, so that nobody takes silence for delivery. */
export function unwritten({ platform, environments }: Architecture): readonly string[] {
  const inCluster = platform.compute === 'eks';
  const ownData = environments.some(({ datastores }) =>
    datastores.some((one) => 'hosting' in one && one.hosting === 'self-hosted'),
  );
  const parts: readonly (readonly [asked: boolean, what: string])[] = [
    [inCluster && ownData, 'databases that the cluster hosts itself (their operator is installed)'],
    [
      environments.some(({ recovery }) => recovery !== undefined),
      'what computes in the recovery region before it is needed, and copies of secrets there',
    ],
  ];
  return parts.filter(([asked]) => asked).map(([, what]) => what);
}
