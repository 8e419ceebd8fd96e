import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kubernetes } from '../../../src/design/kubernetes/target.ts';
import { verify } from '../../../src/operations/verify.ts';
import { architectureOfExample } from '../../support/design-example.ts';
import { provideTools } from '../../support/tools.ts';

const tools = provideTools();
const folder = mkdtempSync(join(tmpdir(), 'plinth-kubernetes-'));
const files = kubernetes.write(architectureOfExample('payments'));
const overlays = [...files.keys()].filter((path) => /overlays\/[^/]+\/kustomization/.test(path));

beforeAll(() => {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('manifests of the payments example', () => {
  it.skipIf(!tools.kubectl)(
    'are rendered by kubectl for each environment',
    () => {
      expect(overlays).toHaveLength(3 * 7);
      for (const path of overlays) {
        const text = execFileSync('kubectl', ['kustomize', dirname(join(folder, path))], {
          encoding: 'utf8',
        });
        expect(text).toContain('kind: NetworkPolicy');
      }
    },
    120_000,
  );

  it('give no finding at medium or above, and no problem', async () => {
    const { findings, problems } = await verify(folder);
    expect(problems.map(({ message }) => message)).toEqual([]);
    const grave = findings.filter(({ severity }) => ['medium', 'high', 'critical'].includes(severity));
    expect(grave.map(({ check, message }) => `${check}: ${message}`)).toEqual([]);
  }, 120_000);
});
