import { describe, expect, it } from 'vitest';
import { writeAll } from '../../../src/design/write-all.ts';
import { architectureOfExample } from '../../support/design-example.ts';

const architecture = architectureOfExample('payments');
const files = writeAll(architecture);
const page = (path: string) => files.get(path)!;

describe('the documents of a platform that is audited and has a second region', () => {
  it('ask for quotas where it would come up, before the day that it has to', () => {
    const prerequisites = page('docs/prerequisites.md');
    expect(prerequisites).toMatch(
      /444455556666 eu-west-1 \(production-dr\) \| vCPUs of nodes, on demand \| \d+/,
    );
    expect(prerequisites).toContain('needed on the day that eu-central-1 is lost');
  });

  it('say what stands in the other region, and times as people say them', () => {
    const text = page('docs/architecture.md');
    expect(text).toMatch(/production-dr stands in eu-west-1 for the day that eu-central-1 is lost/);
    expect(text).toContain('`30 2 * * *` (UTC), at most 2h');
  });

  it('give a cache the room of its memory, and no disk', () => {
    const [row] = page('docs/architecture.md')
      .split('\n')
      .filter((line) => line.startsWith('| `rates`'));
    expect(row).toMatch(/at most [\d,]+ MiB, in memory/);
    expect(row).not.toContain('GB');
  });

  it('list controls in the order of their numbers, each with the number of what implements it', () => {
    const text = page('docs/security.md');
    const matrix = text.slice(text.indexOf('## Matrix: PCI DSS'), text.indexOf('## Matrix: SOC 2'));
    const ids = [...matrix.matchAll(/^\| `([\d.]+)` /gm)].map(([, id]) => id!);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids).toEqual(ids.toSorted(new Intl.Collator('en', { numeric: true }).compare));
    const [, number] = /stored data is encrypted with keys of the platform[^;|]*\((\d+)\)/.exec(matrix)!;
    expect(text).toMatch(new RegExp(`^\\| ${number} \\| stored data is encrypted`, 'm'));
    // each is linked once, in the list of controls
    expect(text.match(/modules\/network\/flow-logs\.tf\)/g)).toHaveLength(1);
  });

  it('reckon decisions with the prices of the region, as the page of costs does', () => {
    const [, clusters] = /\*\*eks\*\* .*\$(\d+) \|/.exec(page('docs/decisions/0001-compute.md'))!;
    const each = [...page('docs/cost.md').matchAll(/^\| cluster \| \$([\d.]+)/gm)].map(([, usd]) =>
      Number(usd),
    );
    expect(each).toHaveLength(3);
    expect(Number(clusters)).toBe(Math.round(each.reduce((sum, one) => sum + one, 0)));
  });

  it('name every secret that a person fills in', () => {
    const keys = (text: string) =>
      new Set([...text.matchAll(/`(production\/payments\/[\w/-]+)`/g)].map(([, name]) => name));
    const secrets = page('docs/security.md').split('## Secrets')[1]!.split('\n## ')[0]!;
    expect(keys(secrets)).toContain('production/payments/alert-receivers');
  });

  it('leave nothing of a mesh to services where there is one', () => {
    expect(page('docs/security.md')).not.toContain('encrypt what they say to each other');
    expect(writeAll(architectureOfExample('start-up')).get('docs/security.md')).toContain(
      'services encrypt what they say to each other, or it is accepted',
    );
  });
});
