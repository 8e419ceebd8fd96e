import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plinth } from './command-line.ts';

const example = join(import.meta.dirname, '../../examples/online-store');

it('prints the control matrix of a framework, in text and in data', async () => {
  const asked = ['verify', example, '--no-render', '--compliance', 'pci-dss', '--compliance', 'gdpr'];
  const { out } = await plinth(...asked);
  expect(out).toMatch(/^PCI DSS 4\.0\.1: \d+ met, \d+ not met, \d+ undecided, \d+ not covered$/m);
  expect(out).toMatch(/^ {2}1\.3\.1 +not met/m);
  expect(out).toMatch(/^ {2}3\.5\.1 +met/m);
  const { compliance } = JSON.parse((await plinth(...asked, '--format', 'json')).out);
  expect(compliance.map(({ framework }: { framework: string }) => framework)).toEqual(['pci-dss', 'gdpr']);
});

it('tells which frameworks there are', async () => {
  const { code, err } = await plinth('verify', example, '--compliance', 'iso');
  expect(code).toBe(2);
  expect(err).toMatch(/no framework iso.*\n.*pci-dss, soc2, hipaa, gdpr/);
});
