import type { Unknown } from '../../src/model/unknown.ts';
import { Budget } from '../../src/read/terraform/language/budget.ts';
import { evaluate } from '../../src/read/terraform/language/evaluate.ts';
import { Failure } from '../../src/read/terraform/language/failure.ts';
import { joinPath } from '../../src/read/terraform/language/functions/path-text.ts';
import type { Files, Step } from '../../src/read/terraform/language/scope.ts';
import { objectValue, textValue, type Value } from '../../src/read/terraform/language/value.ts';
import { parseHclExpression } from '../../src/syntax/hcl/parse-hcl.ts';

export interface Evaluated {
  readonly value: Value;
  readonly problems: readonly string[];
  /** the traversals that were asked for: `local.a`, `aws_vpc.main.id` */
  readonly asked: readonly string[];
}

/** Evaluates an expression written as text, with the values of names and the texts of files. */
export function evaluateText(
  text: string,
  names: Readonly<Record<string, Value>> = {},
  files: Files = filesOf({}),
  budget = new Budget(),
): Evaluated {
  const problems: string[] = [];
  const asked: string[] = [];
  const { expression, errors } = parseHclExpression(text);
  if (errors[0]) throw new Error(`${text} is not an expression: ${errors[0].message}`);
  const value = evaluate(expression, {
    resolve: (root, steps) => {
      asked.push([root, ...steps.map(shown)].join('.'));
      const found = names[root];
      return found ? { value: found, used: 0 } : new Failure(`there is no ${root}`);
    },
    report: ({ message }) => problems.push(message),
    files,
    budget,
  });
  return { value, problems, asked };
}

/** What a call of JSON's own encoder would print of a known value, through the language's encoder. */
export function jsonOf(text: string, names?: Readonly<Record<string, Value>>): string {
  const { value, problems } = evaluateText(`jsonencode(${text})`, names);
  return problems.length > 0 ? `error: ${problems[0]}` : value.text;
}

function shown(step: Step): string {
  if (typeof step === 'string') return step;
  return step.isUnknown ? '?' : `[${String(step.data)}]`;
}

export function objectOfTexts(texts: Readonly<Record<string, string>>): Value {
  return objectValue(new Map(Object.entries(texts).map(([key, text]) => [key, textValue(text)])));
}

/** Files as functions see them, from texts by path; those of an unknown are out of reach. */
export function filesOf(texts: Readonly<Record<string, string | Unknown>>): Files {
  const at = (path: string) => joinPath('.', path);
  return {
    read: (path) => texts[at(path)],
    has: (path) => texts[at(path)] !== undefined,
    list: (folder) => {
      const start = at(folder) === '.' ? '' : `${at(folder)}/`;
      return Object.keys(texts)
        .filter((path) => path.startsWith(start))
        .map((path) => path.slice(start.length));
    },
  };
}
