import type { Architecture } from './architecture.ts';
import { hostedIn, isArchived } from './hosted.ts';
import { topByHand } from './regional-names.ts';

/** What the architecture asks for and no target writes yet, so that nobody takes silence for delivery. */
export function unwritten({ platform, environments }: Architecture): readonly string[] {
  const recovered = environments.filter(({ recovery }) => recovery !== undefined);
  const parts: readonly (readonly [asked: boolean, what: string])[] = [
    [
      platform.recovery === 'warm-standby' && recovered.some((one) => hostedIn(one).some(isArchived)),
      'databases of a cluster that follow in a warm standby: they begin from their archives once the site is in use, and what needs them is ready only then',
    ],
    [
      recovered.some((one) => topByHand(platform, one).length > 0),
      'leading the name at the top of a zone to a warm standby in a cluster: the controller there writes records of load balancers without the check that says whether they count, so a person changes it',
    ],
  ];
  return parts.filter(([asked]) => asked).map(([, what]) => what);
}
