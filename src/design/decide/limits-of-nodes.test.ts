import { describe, expect, it } from 'vitest';
import { architectureOf } from '../../../tests/support/design-example.ts';
import { rehearsalOf } from '../rehearsal/rehearse.ts';

const shop = (cpu: string, memory: string, more = '') =>
  architectureOf(`name: shop
account: "111122223333"
compute: eks
services: { api: { image: ghcr.io/acme/api, scale: 2, resources: { cpu: "${cpu}", memory: ${memory} } } }
${more}`);
const typesOf = (...asked: Parameters<typeof shop>) =>
  shop(...asked).environments[0]!.cluster!.nodePools.find(({ name }) => name === 'general')!.instanceTypes;

describe('a replica that is large', () => {
  it.each([
    ['250m', '256Mi', 'm7g.large'],
    ['2', '1Gi', 'm7g.xlarge'],
    ['1', '12Gi', 'm7g.xlarge'],
    ['20', '20Gi', 'm7g.8xlarge'],
    ['54', '200Gi', 'm7g.16xlarge'],
  ])('of %s processors and %s gets nodes that hold it: %s', (cpu, memory, type) => {
    expect(typesOf(cpu, memory)).toEqual([type]);
    const broken = rehearsalOf(shop(cpu, memory)).broken.filter(({ what }) => what.includes('no place'));
    expect(broken).toEqual([]);
  });

  it('leaves room for the proxy of a mesh', () => {
    expect(typesOf('1700m', '1Gi')).toEqual(['m7g.large']);
    expect(typesOf('1700m', '1Gi', 'mesh: linkerd\n')).toEqual(['m7g.xlarge']);
  });

  it.each([
    ['55', '1Gi'],
    ['1', '205Gi'],
  ])('is told where no node holds it: %s and %s', (cpu, memory) => {
    expect(() => shop(cpu, memory)).toThrow(/a replica of api asks for .* it would never start/);
  });
});
