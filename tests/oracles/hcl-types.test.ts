import { describe, expect, it } from 'vitest';
import { sameType, withoutOptional } from '../../src/read/terraform/language/type.ts';
import { parseType } from '../../src/read/terraform/language/type-constraint.ts';
import { untypedNull } from '../../src/read/terraform/language/value.ts';
import { parseHclExpression } from '../../src/syntax/hcl/parse-hcl.ts';
import { hasOracles, type OracleType, readOracle, readType } from './oracle-values.ts';

interface Row {
  readonly Source: string;
  readonly Want: OracleType;
  readonly WantError: string;
  readonly Constraint: boolean;
  readonly test: string;
}

const rows = readOracle<Row>('hcl-types');

/** Terraform reads types as constraints with defaults; rows of the two stricter ways of reading do not apply. */
function reasonAgainst(row: Row): string | undefined {
  if (row.WantError.includes('exact type')) return 'is about exact types, which Terraform reads nowhere';
  if (row.WantError.includes('expects only one argument')) return 'is about constraints without defaults';
  return undefined;
}

describe.skipIf(!hasOracles)('type constraints of hashicorp/hcl (../shared/oracles)', () => {
  it('passes over as many rows as have a reason', () => {
    expect(rows.length).toBe(46);
    expect(rows.filter(reasonAgainst).length).toBe(5);
  });

  for (const row of rows.filter((each) => !reasonAgainst(each)))
    it(`${row.Source} ${row.Constraint ? 'as a constraint' : ''}`, () => {
      const source = row.test.includes('JSON')
        ? (JSON.parse(row.Source) as { expr: string }).expr
        : row.Source;
      const problems: string[] = [];
      const { expression, errors } = parseHclExpression(source);
      const { type } = parseType(
        expression,
        () => untypedNull,
        ({ message }) => problems.push(message),
      );
      expect(errors).toEqual([]);
      expect(problems.length > 0, problems.join()).toBe(row.WantError !== '');
      if (row.WantError === '') expect(sameType(withoutOptional(type), readType(row.Want))).toBe(true);
    });
});
