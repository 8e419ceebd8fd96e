import { describe, expect, it } from 'vitest';
import { writeAll } from '../../../src/design/write-all.ts';
import { architectureOf, architectureOfExample } from '../../support/design-example.ts';

const lone = 'name: hello\naccount: "111122223333"\nservices: { web: { image: nginx } }\n';
const tasks = `name: tickets
account: "111122223333"
domain: tickets.example
compute: ecs
services:
  web: { image: acme/web, expose: { host: www, path: /shop }, needs: [api] }
  api: { image: acme/api, expose: www }
environments: { staging: {}, production: {} }
`;

const pages = (architecture: ReturnType<typeof architectureOf>) =>
  new Map([...writeAll(architecture)].filter(([path]) => path.endsWith('.md')));

describe('documents', () => {
  it('of one service speak of nothing that is not there', () => {
    const architecture = architectureOf(lone);
    const written = pages(architecture);
    const readme = written.get('README.md')!;
    expect(readme).not.toMatch(/next environment|the same digest|database/i);
    expect(readme).toContain('image: ghcr.io/acme/reports');
    expect(written.get('docs/security.md')).toContain(
      'Between the internet and the platform: nothing is let in',
    );
    expect(written.get('docs/disaster-recovery.md')).not.toMatch(/strictest|Restores are made/);
    expect([...written].filter(([, text]) => /flowchart LR\n```/.test(text))).toEqual([]);
    expect(architecture.notes).toEqual([
      'alarms of platform go to platform@example.com, which nobody reads: set owners.platform.email, unless it is right.',
      expect.stringContaining('public.ecr.aws/docker/library/nginx'),
      expect.stringContaining('nobody can call web'),
    ]);
  });

  it('of services on ECS speak of no pods, and ask from outside where something answers', () => {
    const written = pages(architectureOf(tasks));
    const runbooks = [...written].filter(([path]) => path.startsWith('docs/runbooks/'));
    expect(runbooks.length).toBeGreaterThan(5);
    for (const [path, text] of runbooks)
      expect(text, path).not.toMatch(/kubectl|ImagePullBackOff|CreateContainer|CrashLoop|pods are/);
    expect(written.get('README.md')).toContain(
      'the same without a digest takes it from staging to production:',
    );
    expect(written.get('docs/on-call.md')).toContain('curl --fail https://www.tickets.example/shop`');
    expect(written.get('docs/on-call.md')).toContain('curl --fail https://www.tickets.example/healthz`');
  });

  it.each([
    ['one service', architectureOf(lone)],
    ['services on ECS', architectureOf(tasks)],
    ['functions', architectureOfExample('events')],
    ['a cluster', architectureOfExample('payments')],
  ])('of %s name only runbooks that are there', (_, architecture) => {
    const written = pages(architecture);
    for (const [path, text] of written)
      for (const [, name] of text.matchAll(/(?:see|runbook) `([a-z-]+)`/g))
        expect([...written.keys()], path).toContain(`docs/runbooks/${name}.md`);
  });

  it('tell what has come of age, and what costs more than was meant', () => {
    const { notes } = architectureOf(
      'name: shop\naccount: "111122223333"\nowners: { shop: { email: a@shop.example } }\nbudget: { monthly: 305 }\nservices: { web: { image: a/b } }\nfunctions: { f: { runtime: nodejs20.x } }\ndatastores: { db: { type: mysql, version: "8.0" } }\n',
    );
    expect(notes).toContainEqual(expect.stringContaining('db is mysql 8.0, whose standard support ended on'));
    expect(notes).toContainEqual(expect.stringContaining('f runs on nodejs20.x'));
  });
});
