import { describe, expect, it } from 'vitest';
import { ArcList } from './arc-list.ts';
import { type Change, effectOf } from './effect.ts';
import type { FlowName } from './flow.ts';
import { spread } from './spread.ts';

type Needs = readonly (readonly [hit: string, failing: string, flow: FlowName, among?: string])[];

/** What becomes of each name: `api fails 2` for an effect and a distance. */
function spreadOf(needs: Needs, from: string | readonly string[], change: Change = 'unavailable'): string[] {
  const names = [...new Set(needs.flat())];
  const list = new ArcList(names.length);
  needs.forEach(([hit, failing, flow, among = ''], at) => {
    list.add(names.indexOf(failing), names.indexOf(hit), flow, at, among);
  });
  const found = spread(
    list.sorted().arcs,
    [from].flat().map((name) => names.indexOf(name)),
    change,
  );
  return Array.from(
    found.reached,
    (node) =>
      `${names[node]} ${effectOf(found.rankOf(node))} ${found.distanceOf(node)}${found.isLikely(node) ? ' likely' : ''}`,
  );
}

describe('spread', () => {
  it('follows what needs it, the nearest first', () => {
    const needs: Needs = [
      ['service', 'pods', 'needs'],
      ['door', 'service', 'needs'],
      ['pods', 'database', 'needs'],
    ];
    expect(spreadOf(needs, 'database')).toEqual(['pods fails 1', 'service fails 2', 'door fails 3']);
    expect(spreadOf(needs, 'door')).toEqual([]);
  });

  it('gives the worst that any way brings, by the shortest of such ways', () => {
    const needs: Needs = [
      ['api', 'database', 'only-at-start'],
      ['api', 'settings', 'needs'],
      ['settings', 'database', 'needs'],
      ['door', 'api', 'needs'],
    ];
    expect(spreadOf(needs, 'database')).toEqual(['settings fails 1', 'api fails 2', 'door fails 3']);
  });

  it('degrades what has something left, and fails what has nothing left', () => {
    const needs: Needs = [
      ['nodes', 'a', 'one-of'],
      ['nodes', 'b', 'one-of'],
      ['pods', 'nodes', 'needs'],
      ['a', 'network', 'needs'],
      ['b', 'network', 'needs'],
    ];
    expect(spreadOf(needs, 'a')).toEqual(['nodes degraded 1', 'pods degraded 2']);
    expect(spreadOf(needs, ['a', 'b'])).toEqual(['nodes fails 1', 'pods fails 2']);
    expect(spreadOf(needs, 'network')).toEqual(['a fails 1', 'b fails 1', 'nodes fails 2', 'pods fails 3']);
  });

  it('keeps apart what stands in for each other and what does not', () => {
    const needs: Needs = [
      ['nodes', 'a', 'one-of', 'subnets'],
      ['nodes', 'b', 'one-of', 'subnets'],
      ['nodes', 'image', 'one-of', 'images'],
    ];
    expect(spreadOf(needs, 'image')).toEqual(['nodes fails 1']);
  });

  it('takes with it what cannot be without it, and asks again what goes with that', () => {
    const needs: Needs = [
      ['subnet', 'vpc', 'lives-in'],
      ['node', 'subnet', 'lives-in-one-of'],
      ['pods', 'node', 'needs'],
      ['policy', 'pods', 'idle'],
    ];
    expect(spreadOf(needs, 'vpc', 'destroy')).toEqual(['subnet goes 1', 'node goes 2', 'pods fails 3']);
    expect(spreadOf(needs, 'vpc')).toEqual(['subnet fails 1', 'node fails 2', 'pods fails 3']);
  });

  it('stops where only a guard is lost, and where something starts only later', () => {
    const needs: Needs = [
      ['pods', 'budget', 'guard'],
      ['service', 'pods', 'needs'],
    ];
    expect(spreadOf(needs, 'budget')).toEqual(['pods weakened 1']);
    expect(
      spreadOf(
        [
          ['pods', 'secret', 'at-start'],
          ['service', 'pods', 'needs'],
        ],
        'secret',
      ),
    ).toEqual(['pods latent 1', 'service latent 2']);
  });

  it('tells a modification as far as anybody may notice', () => {
    const needs: Needs = [
      ['pods', 'settings', 'at-start'],
      ['service', 'pods', 'one-of'],
      ['pods', 'budget', 'guard'],
    ];
    expect(spreadOf(needs, 'settings', 'modify')).toEqual(['pods notices 1', 'service notices 2']);
    expect(spreadOf(needs, 'budget', 'modify')).toEqual(['pods weakened 1']);
  });

  it('remembers on the whole way that a hint led there, and prefers what is sure', () => {
    const needs: Needs = [
      ['role', 'queue', 'likely'],
      ['worker', 'role', 'needs'],
      ['settings', 'queue', 'needs'],
      ['api', 'settings', 'needs'],
      ['api', 'role', 'needs'],
    ];
    expect(spreadOf(needs, 'queue')).toEqual([
      'settings fails 1',
      'api fails 2',
      'role fails 1 likely',
      'worker fails 2 likely',
    ]);
  });

  it('comes to an end in a circle', () => {
    const needs: Needs = [
      ['a', 'b', 'needs'],
      ['b', 'a', 'needs'],
      ['a', 'a', 'needs'],
    ];
    expect(spreadOf(needs, 'a')).toEqual(['b fails 1']);
  });
});
