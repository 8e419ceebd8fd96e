import { regions } from '../../../data/aws/regions.ts';
import { nearest } from '../../config/nearest.ts';
import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/** Regions that there are not. */
export function checkRegions({ environments, source }: Blueprint): Complaint[] {
  const asked = environments.flatMap(({ name, region, recoveryRegion }) => [
    source.peek('environments')?.peek(name)?.peek('region')
      ? { path: ['environments', name, 'region'], region }
      : { path: ['region'], region },
    ...(recoveryRegion === undefined
      ? []
      : [{ path: ['environments', name, 'recoveryRegion'], region: recoveryRegion }]),
  ]);
  const seen = new Set<string>();
  return asked.flatMap(({ path, region }): Complaint[] => {
    const place = path.join('.');
    if (mayBe(region) || seen.has(place)) return [];
    seen.add(place);
    const meant = nearest(region, regions);
    return [
      {
        path,
        message: `AWS has no region ${region}: ${meant === undefined ? 'take one such as eu-west-1' : `did you mean ${meant}?`}`,
      },
    ];
  });
}

/** Known, or the next of its part of the world: that may be newer than what is known here. */
function mayBe(region: string): boolean {
  if (regions.includes(region)) return true;
  const [, part, number] = /^(.*)-(\d+)$/.exec(region) ?? [];
  return regions.includes(`${part}-${Number(number) - 1}`);
}
