import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/read/terraform/language/budget.ts';
import { evaluate } from '../../src/read/terraform/language/evaluate.ts';
import { Failure } from '../../src/read/terraform/language/failure.ts';
import { parseHclExpression } from '../../src/syntax/hcl/parse-hcl.ts';
import { filesOf } from '../support/evaluate-text.ts';
import { consoleExpressions } from './console-expressions.ts';
import { consoleText } from './console-text.ts';

const hasTerraform = spawnSync('terraform', ['version']).status === 0;
const failed = '"<error>"';

/** What the console prints for each expression, asked in one go: it prints the value of the last line only. */
function askConsole(): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'plinth-console-'));
  try {
    const rows = consoleExpressions.map(
      (text, at) => `"r${String(at).padStart(4, '0')}" = try(${text}, ${failed})`,
    );
    const input = `{ ${rows.join(', ')} }\n`;
    const { stdout, stderr } = spawnSync('terraform', ['console'], { cwd: folder, input, encoding: 'utf8' });
    const printed = stdout
      .split(/^ {2}"r\d{4}" = /m)
      .slice(1)
      .map((row) => row.replace(/\n\}?\n?$/, ''));
    if (printed.length !== consoleExpressions.length)
      throw new Error(`the console refuses the expressions: ${stderr}`);
    return printed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the evaluator makes of an expression, in the same form. */
function ask(text: string): string {
  const problems: string[] = [];
  const { expression, errors } = parseHclExpression(text);
  const value = evaluate(expression, {
    resolve: (root) => new Failure(`there is no ${root}`),
    report: ({ message }) => problems.push(message),
    files: filesOf({}),
    budget: new Budget(),
  });
  return problems.length + errors.length > 0 ? failed : consoleText(value, 2);
}

describe.skipIf(!hasTerraform)('the same answers as terraform console (needs terraform on PATH)', () => {
  const answers = hasTerraform ? askConsole() : [];
  it('compares at least 300 expressions', () => {
    expect(answers.length).toBeGreaterThanOrEqual(300);
  });
  for (const [at, text] of consoleExpressions.entries()) it(text, () => expect(ask(text)).toBe(answers[at]));
});
