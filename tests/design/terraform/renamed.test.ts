import { describe, expect, it } from 'vitest';
import { terraform } from '../../../src/design/terraform/target.ts';
import { architectureOf } from '../../support/design-example.ts';

const types = ['postgres', 'mysql', 'redis', 'bucket', 'queue', 'topic', 'table'];

function platform(recovery: string, ending: string, ...more: readonly string[]) {
  const renamed = (name: string) => `${name}${ending}`;
  return architectureOf(`name: shop
account: "111122223333"
domain: shop.example
compute: ecs
environments: { production: { recoveryRegion: eu-central-1 } }
decisions: { recovery: ${recovery} }
services:
  ${renamed('web')}: { image: acme/web, expose: www, secrets: [KEY], needs: [${types.map(renamed).join(', ')}]${more[0] ?? ''} }
datastores:
${types.map((type) => `  ${renamed(type)}: { type: ${type}${type === 'queue' ? ', fifo: true' : ''}${ending === '' ? '' : `, formerly: ${type}`} }`).join('\n')}
`);
}

describe.each(['backup-restore', 'pilot-light'])('what is renamed, with %s', (recovery) => {
  const before = platform(recovery, '');
  const after = platform(recovery, '-new', ', formerly: web');

  it('keeps the names that AWS cannot change', () => {
    const names = (of: typeof before) =>
      of.environments.map(({ datastores, services, standby }) =>
        [...datastores, ...(standby?.datastores ?? [])].map((one) =>
          Object.entries(one)
            .filter(([key]) => /Name$|Secret$/.test(key))
            .concat(services[0]!.secrets.map(({ remoteName }) => ['secret', remoteName])),
        ),
      );
    expect(names(after)).toEqual(names(before));
  });

  it('is moved, wherever it holds something', () => {
    const [old, now] = [before, after].map((one) => terraform.write(one));
    const holding = /\/(database|database-backup-copy|cache|bucket|queue|topic|table|secret)"$/;
    for (const [path, text] of old!) {
      if (!path.startsWith('terraform/environments/')) continue;
      const modules = [...text.matchAll(/^module "(\w+)" \{\n {2}source = (.*)$/gm)]
        .filter(([, , source]) => holding.test(source!))
        .map(([, label]) => label!)
        .filter((label) => ['web', ...types].some((name) => label === name || label.startsWith(`${name}_`)));
      for (const label of modules)
        expect(now!.get(path), `${path} ${label}`).toMatch(new RegExp(`from = module\\.${label}\\n`));
    }
  });
});

describe('a service, a job and a function that are renamed', () => {
  const shop = (web: string, tidy: string, mail: string) =>
    terraform.write(
      architectureOf(`name: shop
account: "111122223333"
domain: shop.example
compute: ecs
services:
  ${web}, image: ghcr.io/acme/web, expose: www, secrets: [KEY] }
  other: { image: ghcr.io/acme/other, needs: [${web.split(':')[0]}, ${mail.split(':')[0]}] }
jobs:
  ${tidy}, image: ghcr.io/acme/job, schedule: "0 3 * * *" }
functions:
  ${mail}, on: { queue: work, http: { host: in } } }
datastores: { work: { type: queue } }
`),
    );
  const before = shop('web: { port: 80', 'tidy: { retries: 1', 'mail: { memory: 256');
  const after = shop(
    'front: { formerly: web, port: 80',
    'clean: { formerly: tidy, retries: 1',
    'post: { formerly: mail, memory: 256',
  );
  const root = 'terraform/environments/production/services';
  const textOf = (files: typeof before) =>
    [...files].flatMap(([path, text]) => (path.startsWith(root) ? [text] : [])).join('\n');
  const [old, now] = [textOf(before), textOf(after)];

  it('are moved with all that belongs to them, but for what only reads', () => {
    const calls = [...old.matchAll(/^module "((?:web|tidy|mail)\w*)" \{\n {2}source = "\S*\/([\w-]+)"/gm)];
    const kept = calls.filter(([, , module]) => module !== 'objective-alarms' && module !== 'dashboard');
    expect(kept.length).toBeGreaterThanOrEqual(9);
    for (const [, label] of kept) expect(now).toMatch(new RegExp(`from = module\\.${label}\\n`));
    expect(now).toContain('from = aws_route53_record.web\n');
  });

  it('keep their names in AWS, by which they are found', () => {
    const namesIn = (text: string) =>
      [...text.matchAll(/"[^"\n]*production-[^"\n]*"|"https?:[^"\n]*internal[^"\n]*"/g)]
        .map(([name]) => name)
        .filter((name) => !/-availability|-latency|-dashboard|runbooks|dashboards| in production/.test(name))
        .sort();
    expect(namesIn(now).length).toBeGreaterThan(20);
    expect(namesIn(now)).toEqual(namesIn(old));
    expect(now).toMatch(/FRONT_URL += "http:\/\/web\.production\.shop\.internal:80"/);
    expect(now).toMatch(/container += "web"/);
  });
});
