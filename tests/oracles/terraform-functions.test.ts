import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/read/terraform/language/budget.ts';
import { evaluate } from '../../src/read/terraform/language/evaluate.ts';
import { Failure } from '../../src/read/terraform/language/failure.ts';
import { parseHclExpression } from '../../src/syntax/hcl/parse-hcl.ts';
import { filesOf } from '../support/evaluate-text.ts';
import { difference, hasOracles, type OracleValue, readOracle, readValue } from './oracle-values.ts';

interface Row {
  readonly key: string;
  readonly src: string;
  readonly want: OracleValue;
}

/** Other answers on purpose, by the beginning of the call. */
const inapplicable: Readonly<Record<string, string>> = {
  'base64gzip(': 'unknown on purpose: the bytes differ between versions of Terraform',
  'plantimestamp(': 'unknown on purpose: the time of the plan decides it',
};

const files = filesOf({
  'hello.txt': 'hello!',
  'hello.tmpl': 'Hello, ${name}!',
  'subdirectory/hello.txt': 'hello!',
  'subdirectory/hello.tmpl': 'Hello, ${name}!',
});

const rows = readOracle<Row>('terraform-functions');

function reasonAgainst({ src }: Row): string | undefined {
  return Object.entries(inapplicable).find(([start]) => src.startsWith(start))?.[1];
}

describe.skipIf(!hasOracles)('calls of functions in OpenTofu (../shared/oracles)', () => {
  it('passes over as many rows as have a reason', () => {
    expect(rows.length).toBe(168);
    expect(rows.filter(reasonAgainst).length).toBe(2);
  });

  for (const row of rows.filter((each) => !reasonAgainst(each)))
    it(row.src, () => {
      const problems: string[] = [];
      const { expression, errors } = parseHclExpression(row.src);
      const value = evaluate(expression, {
        resolve: (root) => new Failure(`there is no ${root}`),
        report: ({ message }) => problems.push(message),
        files,
        budget: new Budget(),
      });
      expect([...errors, ...problems]).toEqual([]);
      expect(difference(value, readValue(row.want))).toBeUndefined();
    });
});
