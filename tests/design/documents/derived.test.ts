import { describe, expect, it } from 'vitest';
import { totalOf } from '../../../src/design/decide/budget.ts';
import { writeOthers } from '../../../src/design/documents/others.ts';
import { recoveriesOf, restoreSeconds } from '../../../src/design/documents/recovery-figures.ts';
import { documents, writeDocuments } from '../../../src/design/documents/target.ts';
import { architectureOf, architectureOfExample, designExamples } from '../../support/design-example.ts';

const base = `
name: shop
account: "111122223333"
region: eu-west-1
domain: shop.example
owners:
  shop: { email: ops@shop.example, channel: "#shop", github: acme/shop }
services:
  api:
    image: ghcr.io/acme/api
    expose: api
    needs: [orders]
    secrets: [CARD_KEY]
    egress: [{ host: api.cards.example }]
    slo: { availability: 99.9 }
datastores:
  orders: { type: postgres, storage: 100GB, sensitivity: confidential, rpo: 15m, rto: 4h }
environments:
  staging: { account: "444455556666" }
  production: { approvals: 1 }
compliance: [gdpr]
budget: { monthly: 3000 }
`;

function pages(change: (text: string) => string = (text) => text): ReadonlyMap<string, string> {
  return documents.write(architectureOf(change(base)));
}

const before = pages();

/** A page, what changes in the blueprint, and what the page says after it and did not before. */
const cases: readonly (readonly [page: string, from: string, to: string, says: RegExp])[] = [
  ['README.md', 'domain: shop.example', 'domain: store.example', /`api\.store\.example`/],
  ['README.md', 'production: { approvals: 1 }', 'production: { approvals: 3 }', /3 people/],
  ['README.md', 'services:\n', 'services:\n  web: { image: ghcr.io/acme/web }\n', /2 services/],
  ['docs/README.md', 'compliance: [gdpr]', 'compliance: [gdpr, soc2]', /stands to SOC 2 and GDPR/],
  ['docs/architecture.md', 'host: api.cards.example', 'host: api.banks.example', /api\.banks\.example/],
  ['docs/architecture.md', 'type: postgres', 'type: mysql', /"orders<br\/>mysql"/],
  ['docs/architecture.md', 'production: { approvals: 1 }', 'production: { zones: 2 }', /one zone of 2/],
  ['docs/prerequisites.md', 'CARD_KEY', 'BANK_KEY', /`production\/shop\/api` \| `BANK_KEY`/],
  ['docs/prerequisites.md', 'github: acme/shop', 'github: acme/sellers', /`@acme\/sellers`/],
  ['docs/prerequisites.md', 'account: "111122223333"', 'account: "999988887777"', /999988887777/],
  ['docs/security.md', 'compliance: [gdpr]', 'compliance: [pci-dss]', /Matrix: PCI DSS/],
  [
    'docs/security.md',
    'sensitivity: confidential',
    'sensitivity: restricted',
    /`orders` \(postgres\) \| restricted/,
  ],
  ['docs/cost.md', 'storage: 100GB', 'storage: 900GB', /900 GB/],
  ['docs/cost.md', 'monthly: 3000', 'monthly: 5000', /The budget is \$5,000/],
  ['docs/disaster-recovery.md', 'rpo: 15m', 'rpo: 10m', /an RPO of 10m/],
  [
    'docs/disaster-recovery.md',
    'rto: 4h',
    'rto: 30m',
    /orders: it takes about 55m when its data is destroyed, and 30m is allowed/,
  ],
  [
    'docs/disaster-recovery.md',
    'production: { approvals: 1 }',
    'production: { recoveryRegion: eu-central-1 }',
    /eu-central-1/,
  ],
  ['docs/on-call.md', 'channel: "#shop"', 'channel: "#sellers"', /#sellers/],
  ['docs/on-call.md', 'availability: 99.9 ', 'availability: 99.5 ', /api 99\.5 %/],
  ['docs/incidents/template.md', 'channel: "#shop"', 'channel: "#sellers"', /#sellers/],
  [
    'docs/incidents/post-mortem-template.md',
    'availability: 99.9 ',
    'availability: 99.5 ',
    /99\.5 % \| 216\.0 minutes/,
  ],
];

describe('a page follows the blueprint', () => {
  it.each(cases)('%s: %s → %s', (page, from, to, says) => {
    expect(base).toContain(from);
    expect(before.get(page)).not.toMatch(says);
    expect(pages((text) => text.replace(from, to)).get(page)).toMatch(says);
  });

  it('and each page is followed by one of these', () => {
    const written = [...before.keys()].filter((path) => !path.startsWith('docs/decisions/'));
    expect(written.filter((path) => !cases.some(([page]) => page === path))).toEqual([]);
  });
});

describe('docs/cost.md', () => {
  it('has sums that are those of its parts', () => {
    const architecture = architectureOfExample('payments');
    const text = documents.write(architecture).get('docs/cost.md')!;
    for (const environment of architecture.environments) {
      const part = text.split(`## Part by part: ${environment.name}\n`)[1]!.split('\n## ')[0]!;
      const amounts = [...part.matchAll(/^\| [^*|]+ \| \$([\d.]+) \|/gm)].map(([, amount]) => Number(amount));
      const told = Number(/\*\*together\*\* \| \*\*\$([\d.]+)/.exec(part)![1]);
      expect(amounts).toHaveLength(environment.costs.length);
      expect(amounts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(told, 2);
      expect(told).toBeCloseTo(totalOf(environment), 2);
    }
    const groups = [
      ...text.matchAll(/^\| (?:development|staging|production) \|(.*)\*\*\$([\d.]+)\*\* \|$/gm),
    ];
    expect(groups).toHaveLength(3);
    for (const [, row, total] of groups) {
      const sum = [...row!.matchAll(/\$([\d.]+)/g)].reduce((all, [, one]) => all + Number(one), 0);
      expect(sum).toBeCloseTo(Number(total), 1);
    }
  });
});

describe('docs/disaster-recovery.md', () => {
  const architecture = architectureOfExample('payments');
  const main = architecture.environments.at(-1)!;
  const text = documents.write(architecture).get('docs/disaster-recovery.md')!;

  it.each(designExamples)('tells the targets that the decision of %s tells', (name) => {
    const one = architectureOfExample(name);
    const { context } = one.decisions.find(({ id }) => id === 'disaster-recovery')!;
    const [, rpo, rto] = /RPO of (\w+) and an RTO of (\w+)/.exec(context[0]!)!;
    expect(documents.write(one).get('docs/disaster-recovery.md')).toContain(
      `an RPO of ${rpo} (how much may be lost) and an RTO of ${rto}`,
    );
  });

  it('takes a replica for what it is worth only where it is in the output', () => {
    const figures = (replicated: boolean) =>
      recoveriesOf(main, () => replicated).find(({ datastore }) => datastore.name === 'vault')!;
    expect(figures(true).region.rpo).toBe(60);
    expect(figures(false).region.rpo).toBe(86_400);
    expect(figures(false).misses.join('\n')).toContain(
      'up to 1d is lost when the region is lost, and 1m is allowed',
    );
    expect(figures(true).misses.join('\n')).not.toContain('1d is lost');
  });

  it('reckons longer restores for more data', () => {
    expect(restoreSeconds(10)).toBeLessThan(restoreSeconds(1000));
    expect(restoreSeconds(250)).toBe(5400);
  });

  it('restores what the platform calls by its names', () => {
    expect(text).toContain('--source-db-instance-identifier production-vault-db');
    expect(text).toContain("state rm 'module.vault.aws_db_instance.this'");
    expect(text).toContain('payments-production-statements-bucket-444455556666');
  });
});

describe('docs/security.md', () => {
  it('names a control only where its file is', () => {
    const architecture = architectureOfExample('payments');
    const others = writeOthers(architecture);
    const without = new Map([...others].filter(([path]) => !path.startsWith('policy/')));
    const told = (files: typeof others) => writeDocuments(architecture, files).get('docs/security.md')!;
    expect(told(others)).toContain('plans are held against policies');
    expect(told(without)).not.toContain('plans are held against policies');
  });

  it('says of every control of a framework what answers it, or that it is open', () => {
    const text = documents.write(architectureOfExample('payments')).get('docs/security.md')!;
    const rows = [...text.matchAll(/^\| `[\w.()-]+` \|([^|]+)\|([^|]+)\|([^|]*)\|$/gm)];
    expect(rows.length).toBeGreaterThan(80);
    for (const [row, , by, open] of rows) expect(by!.trim() + open!.trim(), row).not.toBe('');
  });
});
