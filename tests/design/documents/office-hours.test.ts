import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { savedBy } from '../../../src/design/documents/office-hours-saved.ts';
import { documents } from '../../../src/design/documents/target.ts';
import { payments } from '../../support/cluster-variants.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';

const startUp = architectureOfExample('start-up');
const inCluster = architectureOfExample('payments');
const pageOf = (architecture: typeof startUp) => documents.write(architecture).get('docs/office-hours.md');

describe('office hours', () => {
  it('have a page where there are any', () => {
    expect(pageOf(architectureOfExample('events'))).toBeUndefined();
    const files = documents.write(startUp);
    for (const page of ['README.md', 'docs/README.md', 'docs/architecture.md', 'docs/cost.md'])
      expect(files.get(page), page).toContain('office-hours.md');
  });

  it('tell what stays on', () => {
    expect(pageOf(startUp)).toContain('the cache sessions: ElastiCache can only be deleted');
    expect(pageOf(inCluster)).toContain('nodes of the pool system');
    expect(
      pageOf(payments({ datastores: { entries: { hosting: 'self-hosted', rpo: '15m', rto: '4h' } } })),
    ).toContain('entries: the cluster keeps it itself');
  });

  it('have databases on before and after what connects to them', () => {
    const text = pageOf(startUp)!;
    const [on, off] = text.split('Off, when everybody has gone:') as [string, string];
    expect(on.lastIndexOf('wait db-instance-available')).toBeLessThan(on.lastIndexOf('--desired-count 2'));
    expect(off.indexOf('stop-db-instance')).toBeGreaterThan(off.lastIndexOf('--desired-count 0'));
  });

  it.each([
    ['start-up', startUp],
    ['payments', inCluster],
  ])('of %s hold commands that a shell can read', (_, architecture) => {
    const commands = [...pageOf(architecture)!.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text]) => text!);
    expect(commands).toHaveLength(4);
    execFileSync('bash', ['-n'], { input: commands.join('\n') });
  });

  it('save what the cost says', () => {
    const [staging] = startUp.environments;
    const saved = savedBy(startUp, staging!, staging!.schedule!);
    const total = staging!.costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
    const text = readFileSync(new URL('../../../examples/start-up/plinth.yaml', import.meta.url), 'utf8');
    const always = architectureOf(text.replace(/schedule: mon-fri.*/, 'zones: 2'));
    const without = always.environments[0]!.costs.reduce((sum, { monthlyUsd }) => sum + monthlyUsd, 0);
    expect(saved).toBeGreaterThan(20);
    expect(total + saved).toBeCloseTo(without, 1);
  });
});
