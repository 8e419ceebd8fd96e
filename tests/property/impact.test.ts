import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArcList } from '../../src/impact/arc-list.ts';
import { type Change, changes, rank } from '../../src/impact/effect.ts';
import { type FlowName, flows, passed } from '../../src/impact/flow.ts';
import { spread } from '../../src/impact/spread.ts';

interface Arc {
  readonly source: number;
  readonly target: number;
  readonly flow: FlowName;
}

const size = 12;
const names = Object.keys(flows) as FlowName[];
const node = fc.nat(size - 1);
const arc = fc.record({ source: node, target: node, flow: fc.constantFrom(...names) });
const arcs = fc.array(arc, { maxLength: 40 });
const change = fc.constantFrom(...changes);

function spreadOf(some: readonly Arc[], seeds: readonly number[], kind: Change) {
  const list = new ArcList(size);
  some.forEach(({ source, target, flow }, at) => {
    if (source !== target) list.add(source, target, flow, at, '');
  });
  return spread(list.sorted().arcs, seeds, kind);
}

function hitBy(some: readonly Arc[], seed: number, kind: Change): ReadonlySet<number> {
  return new Set(spreadOf(some, [seed], kind).reached);
}

it('the radius of what needs another lies within the radius of that other, unless they need each other', () => {
  fc.assert(
    fc.property(arcs, node, node, (some, dependent, other) => {
      fc.pre(dependent !== other);
      const within = [...some, { source: other, target: dependent, flow: 'needs' as const }];
      const narrow = hitBy(within, dependent, 'unavailable');
      fc.pre(!narrow.has(other));
      const wide = hitBy(within, other, 'unavailable');
      for (const hit of narrow) expect(wide).toContain(hit);
    }),
    { numRuns: 2000 },
  );
});

it('a relation less never hits more', () => {
  fc.assert(
    fc.property(arcs, node, change, fc.nat(), (some, seed, kind, at) => {
      fc.pre(some.length > 0);
      const fewer = some.filter((_, index) => index !== at % some.length);
      const before = hitBy(some, seed, kind);
      for (const hit of hitBy(fewer, seed, kind)) expect(before).toContain(hit);
    }),
    { numRuns: 2000 },
  );
});

it('a relation less makes nothing worse, but for what loses something that stood in', () => {
  fc.assert(
    fc.property(arcs, node, change, fc.nat(), (all, seed, kind, at) => {
      const some = all.filter(({ flow }) => flow !== 'one-of' && flow !== 'lives-in-one-of');
      fc.pre(some.length > 0);
      const before = spreadOf(some, [seed], kind);
      const after = spreadOf(
        some.filter((_, index) => index !== at % some.length),
        [seed],
        kind,
      );
      for (let one = 0; one < size; one++) expect(after.rankOf(one)).toBeLessThanOrEqual(before.rankOf(one));
    }),
    { numRuns: 2000 },
  );
});

it('what more starts from hits at least as much', () => {
  fc.assert(
    fc.property(arcs, node, node, change, (all, one, other, kind) => {
      // what starts from a thing itself is told by its own loss, which may be milder than what it passes on
      const some = all.filter(({ flow }) => flows[flow][kind] === flows[flow].carried);
      const alone = spreadOf(some, [one], kind);
      const both = spreadOf(some, [one, other], kind);
      for (let at = 0; at < size; at++) expect(both.rankOf(at)).toBeGreaterThanOrEqual(alone.rankOf(at));
    }),
    { numRuns: 2000 },
  );
});

it('the order in which relations are found does not matter', () => {
  fc.assert(
    fc.property(arcs, node, change, (some, seed, kind) => {
      const forward = spreadOf(some, [seed], kind);
      const backward = spreadOf([...some].reverse(), [seed], kind);
      for (let at = 0; at < size; at++) {
        expect(backward.rankOf(at)).toBe(forward.rankOf(at));
        expect(backward.distanceOf(at)).toBe(forward.distanceOf(at));
      }
    }),
    { numRuns: 2000 },
  );
});

it('nothing gets worse on its way, and what is worse never arrives as less', () => {
  for (const { carried, ...own } of Object.values(flows))
    for (const mode of [carried, ...changes.map((one) => own[one])])
      for (const all of [false, true]) {
        let last = 0;
        for (let effect = rank.notices; effect <= rank.goes; effect++) {
          const arrives = passed(mode, effect, all);
          expect(arrives).toBeLessThanOrEqual(effect);
          // a guard and a purpose are lost by failing or changing, and not by what lies between
          if (mode !== 'guard' && mode !== 'idle') {
            expect(arrives).toBeGreaterThanOrEqual(last);
            last = arrives;
          }
        }
      }
});
