import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { loadBlueprint } from '../../src/blueprint/load-blueprint.ts';
import { architect } from '../../src/design/architect.ts';
import { rehearse } from '../../src/design/rehearsal/rehearse.ts';
import { writeAll } from '../../src/design/write-all.ts';
import { SourceFile } from '../../src/model/source-file.ts';
import { type State, worse } from '../../src/simulation/scenarios/outcome.ts';
import { type Simulated, simulate } from '../../src/simulation/simulate.ts';
import { blueprints } from '../support/blueprints.ts';
import { architectureOf, architectureOfExample, designExamples } from '../support/design-example.ts';
import { readRendered } from '../support/read-rendered.ts';
import { provideTools } from '../support/tools.ts';

const { kubectl } = provideTools();

/** The worst that any lost zone does to each service, by its name. */
function worstInZones({ platform, scenarios }: Simulated, nameOf: (name: string) => string) {
  const worst = new Map<string, State>();
  for (const { kind, name } of platform.workloads) if (kind !== 'daemon') worst.set(nameOf(name), 'serving');
  for (const { kind, outcomes } of scenarios)
    if (kind === 'zone')
      for (const { workload, state } of outcomes) {
        const name = nameOf(workload.name);
        if (worse(state, worst.get(name) ?? 'serving')) worst.set(name, state);
      }
  return Object.fromEntries([...worst].sort());
}

describe('a platform before it is written', () => {
  it.each(designExamples)('survives what %s asks to survive', (name) => {
    const { broken, simulated } = rehearse(architectureOfExample(name));
    expect(broken.filter(({ kind }) => kind === 'survival')).toEqual([]);
    for (const { platform, unplaced } of simulated) {
      expect(platform.workloads.length).toBeGreaterThan(0);
      expect(unplaced).toEqual([]);
    }
  });

  it('is tried in its recovery region too, as if it were in use there', () => {
    const { standbys, simulated, broken } = rehearse(architectureOfExample('payments'));
    const [standby] = standbys;
    expect(standbys.map(({ platform }) => platform.name)).toEqual(['production-dr']);
    const main = simulated.at(-1)!;
    const alive = ({ running }: Simulated) => running.cluster.nodes.filter((node) => node.alive).length;
    // only what the cluster itself needs stands there before
    expect(alive(standby!)).toBe(alive(main));
    expect(standby!.unplaced).toEqual([]);
    expect(standby!.scenarios.length).toBe(main.scenarios.length);
    expect(broken.filter(({ environment }) => environment === 'production-dr')).toEqual([]);
    expect(rehearse(architectureOfExample('start-up')).standbys).toEqual([]);
  });

  it.skipIf(!kubectl).each(designExamples)(
    'is what the files of %s are, as far as a lost zone tells',
    async (name) => {
      const architecture = architectureOfExample(name);
      const before = rehearse(architecture).simulated;
      const { graph } = await readRendered(writeAll(architecture));
      const written = simulate(graph);
      expect(written.map(({ platform }) => platform.name).sort()).toEqual(
        before.map(({ platform }) => platform.name).sort(),
      );
      for (const one of before) {
        const other = written.find(({ platform }) => platform.name === one.platform.name)!;
        // names in AWS are made from those of the blueprint
        const plain = (text: string) =>
          text.replace(`${one.platform.name}-`, '').replace(/-(service|function)$/, '');
        expect(worstInZones(other, plain)).toEqual(worstInZones(one, plain));
      }
    },
  );

  it('tells what does not survive, with the smallest change', () => {
    const told = (text: string, compute = 'eks') =>
      rehearse(
        architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
account: "111122223333"
region: eu-west-1
delivery: { repository: shop/platform }
compute: ${compute}
${text}`),
      ).broken.map(({ environment, about, what, change }) => [environment, about, what, change]);
    expect(
      told(
        'services: { api: { image: shop/api, scale: { min: 1, max: 1 }, slo: { availability: 99.5 } } }\nenvironments: { prod: {} }\n',
      ),
    ).toContainEqual([
      'prod',
      'services.api',
      'it is down when a node is lost, with its only pod',
      'run 2 pods (services.api.scale.min)',
    ]);
    expect(
      told(
        'services: { api: { image: shop/api, slo: { availability: 99 } } }\nenvironments: { prod: { zones: 1 } }\n',
        'ecs',
      ),
    ).toContainEqual([
      'prod',
      'environments.prod',
      'it stands in one zone, and is away when that is lost',
      'environments.prod.zones: 3',
    ]);
  });

  it('lets no pods take the room of a hosted datastore in production', () => {
    const { broken } = rehearse(
      architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
account: "111122223333"
region: eu-west-1
domain: shop.example
delivery: { repository: shop/platform }
compute: eks
mesh: istio
services: { api: { image: shop/api, scale: 6, resources: { cpu: "1.5" }, stateless: false, expose: api } }
datastores: { sessions: { type: redis, hosting: self-hosted } }
environments: { prod: {} }
`),
    );
    expect(broken.filter(({ about }) => about === 'datastores.sessions')).toEqual([]);
  });

  it.each(['none', 'daily'])(
    'holds a datastore with backups %s against no RPO that nobody asked for',
    (backups) => {
      const { broken } = rehearse(
        architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
account: "111122223333"
region: eu-west-1
delivery: { repository: shop/platform }
services: { api: { image: shop/api, needs: [orders] } }
datastores: { orders: { type: postgres, backups: ${backups} } }
environments: { prod: {} }
`),
      );
      expect(broken.filter(({ about }) => about === 'datastores.orders')).toEqual([]);
    },
  );

  it('has a second node where one would hold all pods of a service', () => {
    const { environments } = architectureOf(`name: shop
owner: shop
owners: { shop: { email: a@shop.example, channel: "#shop", github: shop/ops } }
account: "111122223333"
region: eu-west-1
delivery: { repository: shop/platform }
compute: eks
services: { api: { image: shop/api, stateless: false } }
environments: { dev: { zones: 2, production: false }, prod: {} }
`);
    const general = environments[0]!.cluster!.nodePools.find(({ name }) => name === 'general')!;
    expect(general.desired).toBe(2);
    expect(general.min).toBe(2);
    expect(environments[0]!.costs.find(({ part }) => part === 'nodes general')!.basis).toContain('2 ×');
  });
});

it('lets a cluster grow to what the zones that are left need, those of low priority too', () => {
  const architecture = architectureOf(`name: shop
account: "111122223333"
domain: shop.example
compute: eks
mesh: linkerd
services:
  cargo: { image: a/b, scale: 2, resources: { cpu: "1.5", memory: 128Mi } }
  lark: { image: a/b }
  iris: { image: a/b, scale: 2, resources: { cpu: "1.5", memory: 128Mi }, expose: iris }
environments: { live: { zones: 2 } }
decisions: { nodes: karpenter, spot: 0 }
`);
  const { broken } = rehearse(architecture);
  expect(broken.filter(({ kind }) => kind === 'survival')).toEqual([]);
});

describe('any blueprint', () => {
  it('survives in the simulation what its design promises', () => {
    fc.assert(
      fc.property(blueprints, (data) => {
        const { blueprint } = loadBlueprint(new SourceFile('plinth.yaml', dump(data)));
        const { architecture } = architect(blueprint!);
        const { broken } = rehearse(architecture!);
        const single = new Set(
          architecture!.environments.flatMap(({ services }) =>
            services.filter(({ scale }) => scale.min < 2).map(({ name }) => `services.${name}`),
          ),
        );
        expect(broken.filter(({ kind, about }) => kind === 'survival' && !single.has(about))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('has a change for everything that does not hold', () => {
    fc.assert(
      fc.property(blueprints, (data) => {
        const { blueprint } = loadBlueprint(new SourceFile('plinth.yaml', dump(data)));
        for (const one of rehearse(architect(blueprint!).architecture!).broken)
          expect(one.change).toBeTruthy();
      }),
      { numRuns: 20 },
    );
  });
});
