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
${types.map((type) => `  ${renamed(type)}: { type: ${type}, fifo: ${type === 'queue'}${ending === '' ? '' : `, formerly: ${type}`} }`).join('\n')}
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
