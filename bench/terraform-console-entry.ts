// What the comparison with `terraform console` needs of the project, as one bundle.
export { Budget } from '../src/read/terraform/language/budget.ts';
export { evaluate } from '../src/read/terraform/language/evaluate.ts';
export { Failure } from '../src/read/terraform/language/failure.ts';
export { parseHclExpression } from '../src/syntax/hcl/parse-hcl.ts';
export { consoleExpressions } from '../tests/oracles/console-expressions.ts';
export { consoleText } from '../tests/oracles/console-text.ts';
