import type { Problem } from '../../model/problem.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { type BlockTypes, jsonToBody } from '../../syntax/hcl/json-body.ts';
import { parseHcl, parseHclExpression } from '../../syntax/hcl/parse-hcl.ts';
import { parseHclJson } from '../../syntax/hcl/parse-hcl-json.ts';
import type { Attribute, Block, Expression, SyntaxFault } from '../../syntax/hcl/tree.ts';

import { configurationBlocks } from './json-blocks.ts';

type Report = (problem: Problem) => void;

/** What stands at the top of a configuration file; errors are reported with their place, and the rest is kept. */
export function parseFile(file: SourceFile, report: Report): readonly (Attribute | Block)[] {
  return parse(file, configurationBlocks, report);
}

function parse(file: SourceFile, blocks: BlockTypes, report: Report): readonly (Attribute | Block)[] {
  if (!file.path.endsWith('.json')) {
    const { body, errors } = parseHcl(file.text);
    tell(file, errors, report);
    return body.items;
  }
  const { value, errors } = parseHclJson(file.text);
  tell(file, errors, report);
  if (!value) return [];
  const made = jsonToBody(file.text, value, blocks);
  tell(file, made.errors, report);
  return made.body.items;
}

/** The values of a variables file. */
export function parseVariables(
  file: SourceFile,
  report: Report,
): readonly { readonly name: string; readonly expression: Expression }[] {
  return parse(file, {}, report).flatMap((item) => {
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
