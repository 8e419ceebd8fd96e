import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { holds, overlap, parseCidr } from '../../src/blueprint/cidr.ts';
import { loadBlueprint } from '../../src/blueprint/load-blueprint.ts';
import { architect } from '../../src/design/architect.ts';
import type { Architecture } from '../../src/design/architecture.ts';
import { labelClashes } from '../../src/design/terraform/label-clashes.ts';
import { writeAll } from '../../src/design/write-all.ts';
import { SourceFile } from '../../src/model/source-file.ts';
import { type BlueprintData, blueprints } from '../support/blueprints.ts';

function designed(data: BlueprintData): Architecture {
  const { blueprint, problems } = loadBlueprint(new SourceFile('plinth.yaml', dump(data)));
  expect(problems.map(({ message }) => message)).toEqual([]);
  const { architecture, problems: contradictions } = architect(blueprint!);
  expect(contradictions.map(({ message }) => message)).toEqual([]);
  return architecture!;
}

describe('any valid blueprint', () => {
  it('becomes the same architecture and the same files each time', () => {
    fc.assert(
      fc.property(blueprints, (data) => {
        const first = designed(data);
        const second = designed(data);
        expect(second).toEqual(first);
        const files = writeAll(first);
        expect([...writeAll(second)]).toEqual([...files]);
        // names of the generator are none of the platform's own
        const { blueprint } = loadBlueprint(new SourceFile('plinth.yaml', dump(data)));
        expect(labelClashes(files, blueprint!.source)).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('gets networks that overlap nothing, and names that AWS takes', () => {
    fc.assert(
      fc.property(blueprints, (data) => {
        const { environments } = designed(data);
        const networks = environments.flatMap(({ network, recovery }) => [
          network,
          ...(recovery ? [recovery.network] : []),
        ]);
        const outer = [
          ...networks.map(({ cidr }) => cidr),
          ...new Set(
            networks.flatMap(({ peers, vpn }) => [
              ...peers.map(({ cidr }) => cidr),
              ...(vpn ? [vpn.cidr] : []),
            ]),
          ),
        ];
        expectApart(outer);
        for (const { cidr, zones } of networks) {
          const inner = zones.flatMap((zone) => [
            zone.privateCidr,
            zone.publicCidr,
            zone.dataCidr,
            zone.controlCidr,
          ]);
          expectApart(inner);
          expect(inner.every((one) => holds(parseCidr(cidr)!, parseCidr(one)!))).toBe(true);
        }
        for (const { cluster, stateBucket, datastores } of environments) {
          if (cluster) expectApart([cluster.serviceCidr, ...outer]);
          expect(stateBucket.length).toBeLessThanOrEqual(63);
          expect(new Set(datastores.map(({ resourceName }) => resourceName)).size).toBe(datastores.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function expectApart(texts: readonly string[]): void {
  const cidrs = texts.map((text) => parseCidr(text)!);
  const together = cidrs.flatMap((one, at) => cidrs.slice(at + 1).filter((other) => overlap(one, other)));
  expect(together).toEqual([]);
}
