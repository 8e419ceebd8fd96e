import { describe, expect, it } from 'vitest';
import { deprecations } from '../../../data/kubernetes/deprecations.ts';
import { enums } from '../../../data/kubernetes/enums.ts';
import { apiSchemas, fieldKnownIn, servedIn, versionsServing } from './api-schemas.ts';
import { isBuiltInGroup, knownVersions, minorOf, newestVersion, typeOf } from './api-version.ts';
import { deprecationOf } from './deprecations.ts';

describe('the API of a version', () => {
  it('knows the fields of an object with their types', () => {
    const spec = apiSchemas('1.33').object('apps.v1.DeploymentSpec')!;
    expect(spec.fields.get('replicas')).toEqual({ type: { is: 'integer' }, required: false });
    expect(spec.fields.get('selector')).toEqual({
      type: { is: 'object', name: 'meta.v1.LabelSelector' },
      required: true,
    });
    expect(apiSchemas('1.33').object('core.v1.PodSpec')!.fields.get('containers')!.type).toEqual({
      is: 'list',
      of: { is: 'object', name: 'core.v1.Container' },
    });
  });

  it('tells versions apart', () => {
    expect(apiSchemas('1.28').object('core.v1.Container')!.fields.has('restartPolicy')).toBe(true);
    expect(apiSchemas('1.27').object('core.v1.Container')!.fields.has('restartPolicy')).toBe(false);
    expect(fieldKnownIn('core.v1.Container', 'restartPolicy')).toEqual([28, Number(newestVersion.slice(2))]);
    expect(apiSchemas('1.24').ofKind('batch/v1beta1', 'CronJob')?.name).toBe('batch.v1beta1.CronJob');
    expect(apiSchemas('1.25').ofKind('batch/v1beta1', 'CronJob')).toBeUndefined();
    expect(servedIn('batch/v1beta1', 'CronJob')).toEqual([15, 24]);
    expect(versionsServing('CronJob', 33)).toEqual(['batch/v1']);
  });

  it('takes the nearest version that it knows', () => {
    expect(minorOf('v1.33.2-eks-1')).toBe(33);
    expect(`1.${minorOf('1.99')}`).toBe(newestVersion);
    expect(`1.${minorOf('1.2')}`).toBe(knownVersions[0]);
  });

  it('knows which groups Kubernetes serves itself', () => {
    expect(['', 'apps', 'extensions', 'rbac.authorization.k8s.io'].every(isBuiltInGroup)).toBe(true);
    expect(isBuiltInGroup('gateway.networking.k8s.io')).toBe(false);
    expect(typeOf('extensions/v1beta1', 'Ingress')).toBe('Ingress');
    expect(typeOf('cert-manager.io/v1', 'Certificate')).toBe('Certificate.cert-manager.io');
  });
});

describe('the facts kept by hand', () => {
  const places = enums
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]!);

  it.each(places)('admitted values of %s are of a field that exists', (place) => {
    const at = place.lastIndexOf('.');
    for (const field of place.slice(at + 1).split(','))
      expect(apiSchemas(newestVersion).object(place.slice(0, at))?.fields.has(field)).toBe(true);
  });

  it('agree with the schemas on what was removed when', () => {
    // 1.16 and 1.17 still describe what they serve only to those who ask for it by a flag
    const later = deprecations
      .trimEnd()
      .split('\n')
      .filter((line) => !/ 16 \S+$/.test(line));
    const wrong = later.flatMap((line) => {
      const [apiVersion = '', kinds = '', , removed = ''] = line.split(' ');
      return kinds.split(',').flatMap((kind) => {
        const [, last] = servedIn(apiVersion, kind) ?? [];
        const expected =
          removed === '-' || Number(removed) > minorOf(newestVersion)
            ? minorOf(newestVersion)
            : Number(removed) - 1;
        return last === expected ? [] : [`${apiVersion} ${kind}: last in ${last}, not ${expected}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it('say what replaces an API version', () => {
    expect(deprecationOf('extensions/v1beta1', 'Deployment')).toEqual({
      deprecatedIn: 8,
      removedIn: 16,
      replacement: 'apps/v1',
    });
    expect(deprecationOf('v1', 'Endpoints')?.replacement).toBe('discovery.k8s.io/v1 EndpointSlice');
    expect(deprecationOf('resource.k8s.io/v1alpha2', 'ResourceClaim')?.removedIn).toBe(31);
    expect(deprecationOf('apps/v1', 'Deployment')).toBeUndefined();
    expect(deprecationOf('example.com/v1', 'Database')).toBeUndefined();
  });
});
