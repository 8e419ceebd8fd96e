import { type Token, tokensOf } from './tokens.ts';

/** What Prometheus refuses in an expression, and where. */
export interface PromqlFault {
  readonly message: string;
  readonly start: number;
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Functions of a range of time. Source: Prometheus documentation, Query functions. */
const ofRanges =
  /^(?:absent_over_time|changes|delta|deriv|double_exponential_smoothing|holt_winters|idelta|increase|irate|predict_linear|rate|resets|\w+_over_time)$/;

/** Words that stand between two operands. */
const between = /^(?:and|or|unless|atan2)$/i;

/**
 * The first fault of an expression that no version of Prometheus takes: brackets and quotes that are not closed, an operator
 * without an operand, a function of a range without one. What it says nothing of may still be wrong.
 */
export function promqlFault(text: string): PromqlFault | undefined {
  const tokens = tokensOf(text);
  if (typeof tokens === 'number')
    return {
      message: /["'`]/.test(text[tokens]!) ? 'a quote is not closed' : `${text[tokens]} has no meaning here`,
      start: tokens,
    };
  if (tokens.length === 0) return { message: 'there is no expression', start: 0 };
  return bracketFault(tokens) ?? operatorFault(tokens) ?? rangeFault(tokens);
}

function bracketFault(tokens: readonly Token[]): PromqlFault | undefined {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'bracket') continue;
    if (closing[token.text]) open.push(token);
    else {
      const last = open.pop();
      if (!last) return { message: `${token.text} closes nothing`, start: token.start };
      if (closing[last.text] !== token.text)
        return { message: `${last.text} is closed by ${token.text}`, start: token.start };
    }
  }
  const last = open.pop();
  return last && { message: `${last.text} is not closed`, start: last.start };
}

function operatorFault(tokens: readonly Token[]): PromqlFault | undefined {
  const last = tokens.at(-1)!;
  if (isBinary(last)) return { message: `nothing stands behind ${last.text}`, start: last.start };
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    if (!isBinary(token) || !next) continue;
    const isMissing = next.text === ')' || next.text === ',' || (isBinary(next) && !/^[+-]$/.test(next.text));
    if (isMissing) return { message: `nothing stands behind ${token.text}`, start: token.start };
  }
  return undefined;
}

function isBinary({ kind, text }: Token): boolean {
  return (kind === 'operator' && text !== '=') || (kind === 'name' && between.test(text));
}

/** A function of a range whose arguments hold no range at all. */
function rangeFault(tokens: readonly Token[]): PromqlFault | undefined {
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'name' || !ofRanges.test(token.text) || tokens[at + 1]?.text !== '(') continue;
    let depth = 0;
    let hasRange = false;
    for (const inner of tokens.slice(at + 1)) {
      if (inner.text === '[') hasRange = true;
      if (inner.text === '(') depth++;
      if (inner.text === ')' && --depth === 0) break;
    }
    if (!hasRange)
      return { message: `${token.text} is given no range of time, such as [5m]`, start: token.start };
  }
  return undefined;
}
