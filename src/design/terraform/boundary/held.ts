import type { HclMap } from '../../hcl/value.ts';
import type { Place } from '../part.ts';

/** In a standby, what would do the work of the other region is held until that region is lost. */
export function held(place: Place): HclMap {
  return place.environment.standsFor === undefined ? {} : { active: place.read('recovery', 'active') };
}

/** A warm standby runs its services before; they take no requests until names lead to them. */
export function heldUnlessWarm(place: Place): HclMap {
  return place.architecture.platform.recovery === 'warm-standby' ? {} : held(place);
}
