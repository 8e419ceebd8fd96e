import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseHclExpression, parseHclTemplate } from '../../src/syntax/hcl/parse-hcl.ts';

const oracle = resolve(import.meta.dirname, '../../../shared/oracles/hcl-expressions.json');

interface Row {
  readonly input: string;
  readonly diagCount: string;
  readonly test: string;
}

describe("the expressions of HashiCorp's own tests", () => {
  it.skipIf(!existsSync(oracle))(
    'are read without error where they have none (needs ../shared/oracles)',
    () => {
      const rows: readonly Row[] = JSON.parse(readFileSync(oracle, 'utf8'));
      const refused = rows
        .filter(({ diagCount }) => diagCount === '0')
        .map(({ input, test }) => {
          const read = test.includes('Template') ? parseHclTemplate : parseHclExpression;
          return { input, errors: read(input).errors };
        })
        .filter(({ errors }) => errors.length > 0);
      expect(refused).toEqual([]);
      expect(rows.length).toBeGreaterThan(200);
    },
  );
});
