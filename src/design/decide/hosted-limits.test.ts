import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../tests/support/design-example.ts';
import { hostedBlueprint } from '../../../tests/support/hosted.ts';

const usual = { gitops: 'argocd', packaging: 'kustomize' } as const;
const telling = (text: string) => {
  try {
    architectureOf(text);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what cannot be hosted in the cluster', () => {
  it('is not what can be', () => {
    expect(telling(hostedBlueprint(usual))).toBe('');
  });

  it.each<[what: string, blueprint: string, told: RegExp]>([
    [
      'a MySQL, which nothing here runs',
      hostedBlueprint(usual).replace('type: postgres', 'type: mysql'),
      /a mysql cannot be self-hosted here.*RDS.*take type postgres/,
    ],
    [
      'a queue, which is a service of AWS',
      hostedBlueprint(usual).replace(
        'datastores:',
        'datastores:\n  tasks: { type: queue, hosting: self-hosted }',
      ),
      /a queue is a service of AWS and cannot be self-hosted/,
    ],
    [
      'what a function calls, which is outside',
      hostedBlueprint({
        ...usual,
        more: 'functions:\n  thumbs: { runtime: nodejs22.x, needs: [orders], on: { schedule: "0 1 * * *" } }\n',
      }),
      /thumbs is a function, which runs outside of the cluster and cannot reach a postgres inside/,
    ],
    [
      'a version without an image',
      hostedBlueprint({ ...usual, database: '    version: "12"' }),
      /no image of PostgreSQL 12.*14, 15, 16, 17 or 18/,
    ],
    [
      'a redis of another version',
      hostedBlueprint({ ...usual, cache: '    version: "7.1"' }),
      /a self-hosted redis is Valkey 8\.1/,
    ],
    [
      'a redis of restricted data, as its connections are not encrypted',
      hostedBlueprint({ ...usual, cache: '    sensitivity: restricted' }),
      /not encrypted, and sessions holds restricted data: take managed/,
    ],
    [
      'what was called otherwise before, as an empty one would be made',
      hostedBlueprint({ ...usual, database: '    formerly: purchases' }),
      /cannot be renamed.*keep the name purchases/,
    ],
    [
      'beside a team that has the same namespace',
      hostedBlueprint({ ...usual, more: 'owners: { data: { email: data@shop.example } }\n' }).replace(
        'importer: {',
        'importer: { owner: data,',
      ),
      /namespace data, which a team has for its own/,
    ],
    [
      'a database that every PostgreSQL has',
      hostedBlueprint(usual).replaceAll('orders', 'postgres'),
      /every PostgreSQL has a database postgres/,
    ],
  ])('is %s', (_, blueprint, told) => {
    expect(telling(blueprint)).toMatch(told);
  });

  it('is what no node could hold: each instance fits on one', () => {
    for (const size of ['small', 'medium', 'large', 'xlarge']) {
      const { environments } = architectureOf(hostedBlueprint({ ...usual, database: `    size: ${size}` }));
      const general = environments.at(-1)!.cluster!.nodePools.find(({ name }) => name === 'general')!;
      expect(general.instanceTypes[0], size).toBe(
        { small: 'm7g.large', medium: 'm7g.large', large: 'm7g.xlarge', xlarge: 'm7g.2xlarge' }[size],
      );
    }
  });
});
