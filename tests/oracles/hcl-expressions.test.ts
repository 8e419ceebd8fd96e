import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/read/terraform/language/budget.ts';
import { evaluate } from '../../src/read/terraform/language/evaluate.ts';
import { Failure } from '../../src/read/terraform/language/failure.ts';
import type { Scope } from '../../src/read/terraform/language/scope.ts';
import { parseHclExpression, parseHclTemplate } from '../../src/syntax/hcl/parse-hcl.ts';
import { filesOf } from '../support/evaluate-text.ts';
import {
  difference,
  hasOracles,
  isOpaque,
  type OracleValue,
  readOracle,
  readValue,
} from './oracle-values.ts';

interface Row {
  readonly input: string;
  readonly test: string;
  readonly ctx: { readonly vars?: Readonly<Record<string, OracleValue>>; readonly funcs?: object } | null;
  readonly diagCount?: string;
  readonly want?: OracleValue;
}

/** What does not apply, by input, with the reason. Rows whose variables the oracle does not spell out are left out too. */
const inapplicable: Readonly<Record<string, string>> = {
  'foo::upper("foo")': 'calls a function that the test defines',
  'foo :: upper("foo")': 'calls a function that the test defines',
  '["hello"][negate(0)]': 'calls a function that the test defines',
};

const rows = readOracle<Row>('hcl-expressions');

function reasonAgainst(row: Row): string | undefined {
  if (isOpaque(row.ctx)) return 'a variable is refined in a way that the oracle does not spell out';
  return inapplicable[row.input];
}

describe.skipIf(!hasOracles)('expressions of hashicorp/hcl (../shared/oracles)', () => {
  it('passes over as many rows as have a reason', () => {
    expect(rows.length).toBe(290);
    expect(rows.filter(reasonAgainst).length).toBe(8);
  });

  for (const row of rows.filter((each) => !reasonAgainst(each)))
    it(`${row.test.includes('Template') ? 'template ' : ''}${JSON.stringify(row.input)} with ${JSON.stringify(row.ctx?.vars ?? {})}`, () => {
      const problems: string[] = [];
      const scope: Scope = {
        resolve: (root) => {
          const written = row.ctx?.vars?.[root];
          return written ? { value: readValue(written), used: 0 } : new Failure(`there is no ${root}`);
        },
        report: ({ message }) => problems.push(message),
        files: filesOf({}),
        budget: new Budget(),
      };
      const parse = row.test.includes('Template') ? parseHclTemplate : parseHclExpression;
      const { expression, errors } = parse(row.input);
      const value = evaluate(expression, scope);
      const fails = problems.length + errors.length > 0;
      expect({ fails, problems, errors }).toMatchObject({ fails: row.diagCount !== '0' });
      // What is left of an expression with an error is nobody's promise.
      if (row.want && !fails) expect(difference(value, readValue(row.want))).toBeUndefined();
    });
});
