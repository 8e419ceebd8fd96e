import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { parseHcl, parseHclExpression } from '../../syntax/hcl/parse-hcl.ts';
import type { Attribute, Block, Expression, SyntaxFault } from '../../syntax/hcl/tree.ts';

type Report = (problem: Problem) => void;

/** What stands at the top of a configuration file; errors are reported with their place, and the rest is kept. */
export function parseFile(file: SourceFile, report: Report): readonly (Attribute | Block)[] {
  const { body, errors } = parseHcl(file.text);
  tell(file, errors, report);
  return body.items;
}

/** The values of a variables file. */
export function parseVariables(
  file: SourceFile,
  report: Report,
): readonly { readonly name: string; readonly expression: Expression }[] {
  return parseFile(file, report).flatMap((item) => {
    if (item.kind === 'attribute') return [{ name: item.name, expression: item.value }];
    report({
      kind: 'invalid',
      message: `a variables file holds values only: write ${item.type} = { ... }`,
      path: file.path,
      file,
      start: item.start,
      end: item.open,
    });
    return [];
  });
}

/** A value of `--var`: an expression, or the text as it is. */
export function parseExpression(file: SourceFile, isText: boolean, report: Report): Expression {
  const { text } = file;
  const range = { start: 0, end: text.length };
  if (isText) return { kind: 'template', parts: [{ kind: 'text', text, ...range }], ...range };
  const { expression, errors } = parseHclExpression(text);
  tell(file, errors, report);
  return expression;
}

function tell(file: SourceFile, errors: readonly SyntaxFault[], report: Report): void {
  for (const { message, start, end } of errors)
    report({ kind: 'unreadable', message, path: file.path, file, start, end });
}
