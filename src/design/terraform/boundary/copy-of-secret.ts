import { type HclMap, type Raw, raw } from '../../hcl/value.ts';
import type { Place } from '../part.ts';

/** What people fill in is there in the recovery region as well. @param key there */
export function copyOfSecret({ environment: { recovery } }: Place, key: Raw): HclMap {
  return recovery ? { replica: { region: recovery.region, kms_key_arn: key } } : {};
}

/** The key of secrets, seen from the root of the platform: in a standby, that of their copies. */
export function secretsKey(place: Place): Raw {
  return place.environment.standsFor === undefined
    ? raw('module.platform_key.arn')
    : place.read('recovery', 'copies_key_arn');
}
