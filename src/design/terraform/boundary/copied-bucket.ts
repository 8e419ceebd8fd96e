import { gap, type Part } from '../../hcl/items.ts';
import { type HclMap, raw } from '../../hcl/value.ts';
import { call } from '../call.ts';
import type { Place } from '../part.ts';

export interface Copied {
  readonly label: string;
  readonly settings: HclMap;
  /** name of the copy in the recovery region, and what names of its roles begin with */
  readonly copy: { readonly name: string; readonly role_name: string };
}

/** A bucket of the platform, with a copy in the recovery region where there is one. */
export function copiedBucket(place: Place, { label, settings, copy }: Copied): Part[] {
  if (!place.environment.recovery) return [call(place, label, 'bucket', settings)];
  const key = raw('module.platform_recovery_key.arn');
  return [
    call(place, `${label}_copy`, 'bucket', { providers: { aws: raw('aws.recovery') } }, gap, {
      ...settings,
      ...copy,
      kms_key_arn: key,
    }),
    call(place, label, 'bucket', {
      ...settings,
      replica: { bucket_arn: raw(`module.${label}_copy.arn`), kms_key_arn: key },
    }),
  ];
}
