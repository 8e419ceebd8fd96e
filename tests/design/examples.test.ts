import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { writeAll } from '../../src/design/write-all.ts';
import { dimensions } from '../../src/model/dimension.ts';
import { design } from '../../src/operations/design.ts';
import { verify } from '../../src/operations/verify.ts';
import { architectureOfExample, designExamples } from '../support/design-example.ts';
import { provideTools } from '../support/tools.ts';
import { accepted } from './accepted.ts';

const folderOf = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
const tools = provideTools();

describe.each(designExamples)('what is written for %s', (name) => {
  const folder = folderOf(name);

  it('is in the repository as it is written today (npm run gen:examples)', () => {
    const stale = [...writeAll(architectureOfExample(name))].flatMap(([path, text]) => {
      const file = `${folder}/${path}`;
      return existsSync(file) && readFileSync(file, 'utf8') === text ? [] : [path];
    });
    expect(stale).toEqual([]);
  });

  it('changes nothing where the blueprint did not change', async () => {
    const { out, code } = await design(folder, { dryRun: true, home: null });
    expect(out).toBe('');
    expect(code).toBe(0);
  });

  it('is all that is there, beside the blueprint', () => {
    const record = readFileSync(`${folder}/plinth.lock`, 'utf8');
    const there = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, `${entry.parentPath}/${entry.name}`))
      .filter((path) => path !== 'plinth.yaml' && path !== 'plinth.lock');
    expect(there.length).toBeGreaterThan(100);
    expect(there.filter((path) => !record.includes(path))).toEqual([]);
  });

  it.skipIf(!tools.kubectl)('passes verify in all seven dimensions (needs kubectl)', async () => {
    const { findings, problems, dimensions: judged } = await verify(folder, {});
    expect(problems).toEqual([]);
    expect(findings.filter(({ severity }) => severity !== 'low' && severity !== 'info')).toEqual([]);
    expect(findings.filter(({ check }) => !(check in accepted))).toEqual([]);
    const looked = judged.filter(({ examined }) => examined > 0).map(({ dimension }) => dimension);
    expect(looked.toSorted()).toEqual(dimensions.toSorted());
  });
});
