import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { load } from 'js-yaml';
import { beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../src/operations/verify.ts';
import type { Report, ReportedFinding } from '../src/report/report.ts';
import { renderText } from '../src/report/text/text.ts';
import { provideTools } from './support/tools.ts';

interface Planted {
  readonly id: string;
  readonly check: string;
  readonly resource: string;
  readonly also?: readonly string[];
  readonly file: string;
}

interface Sound {
  readonly id: string;
  /** checks that would be a false alarm here */
  readonly never?: readonly string[];
  readonly resource: string;
  readonly looksLike: string;
}

// relative, as a user gives it: the report's advice repeats it
const folder = relative('.', resolve(import.meta.dirname, '../examples/online-store'));
const { planted, sound } = load(
  readFileSync(resolve(import.meta.dirname, 'golden/online-store/planted.yaml'), 'utf8'),
) as {
  planted: readonly Planted[];
  sound: readonly Sound[];
};
const tools = provideTools();

describe.skipIf(!tools.helm || !tools.kubectl)('online-store (needs helm and kubectl)', () => {
  let report: Report;
  beforeAll(async () => {
    report = await verify(folder);
  });

  it('is read whole', () => {
    expect(report.problems).toEqual([]);
    expect(report.dimensions.map(({ verdict }) => verdict)).not.toContain('not-assessed');
  });

  it.each(planted)('finds $id by $check', ({ check, resource, also = [], file }) => {
    const found = report.findings.filter((finding) => finding.check === check);
    const places = [resource, ...also].map(bare);
    expect(
      found.some(
        (finding) => finding.file === file || addressesOf(finding).some((one) => places.includes(one)),
      ),
    ).toBe(true);
  });

  it('raises nothing critical or high but what is planted', () => {
    const known = new Set(planted.map(({ check }) => check));
    const others = report.findings.filter(
      ({ severity, check }) => /critical|high/.test(severity) && !known.has(check),
    );
    // the same open door, seen by the checks of its two parts
    expect(others.map(({ check }) => check).sort()).toEqual([
      'aws/data-service-public',
      'aws/inner-port-open-to-internet',
    ]);
  });

  it.each(sound.filter(({ never }) => never))(
    'raises no alarm for $id: $looksLike',
    ({ resource, never = [] }) => {
      const alarms = report.findings.filter(
        (finding) => never.includes(finding.check) && addressesOf(finding).includes(bare(resource)),
      );
      expect(alarms.map(({ check, file, startLine }) => `${check} at ${file}:${startLine}`)).toEqual([]);
    },
  );

  it('reads well', async () => {
    const text = renderText(report, {
      colour: false,
      width: 100,
      quiet: false,
      verbose: false,
      pathPrefix: 'examples/online-store',
    });
    await expect(text).toMatchFileSnapshot('golden/online-store/report.txt');
  });
});

function addressesOf(finding: ReportedFinding): string[] {
  return [finding.resource, ...(finding.also ?? [])].map(bare);
}

/** Instance keys and the prefixes of workflows and files make no difference to which resource is meant. */
function bare(address: string): string {
  return address.replace(/\[[^\]]*\]/g, '').replace(/^workflow\//, '.github/workflows/');
}
