import type { Architecture } from './architecture.ts';
import type { Environment } from './environment.ts';
import { isHosted } from './hosted.ts';
import { nameHere } from './regional-names.ts';

/** What the architecture asks for and no target writes yet, so that nobody takes silence for delivery. */
export function unwritten({ platform, environments }: Architecture): readonly string[] {
  const recovered = environments.filter(({ recovery }) => recovery !== undefined);
  const parts: readonly (readonly [asked: boolean, what: string])[] = [
    [
      recovered.some(({ datastores }) => datastores.some(isHosted)),
      'bringing back, in the recovery region, databases that the cluster hosts itself: their archives are copied there, and a person restores them',
    ],
    [
      recovered.length > 0 && platform.secrets === 'vault',
      'copies in the recovery region of what is in Vault',
    ],
    [
      platform.edge !== 'cloudfront' && recovered.some(isAtTop),
      'leading the name at the top of a zone to the recovery region: it is changed by hand',
    ],
  ];
  return parts.filter(([asked]) => asked).map(([, what]) => what);
}

function isAtTop(environment: Environment): boolean {
  return environment.services.some(
    ({ expose }) => expose !== undefined && nameHere(environment, expose.host) === expose.host,
  );
}
