const quoteIt = 'text that starts with ! is a tag: put it in quotes if it is text';
const unclosed = 'is opened and never closed: look for it above';

/**
 * The parser's reasons in words that say what to do. Those that would quote the text are all here: a text in the place
 * of a value may be a secret.
 */
const messages: readonly (readonly [reason: string, message: string])[] = [
  ['bad indentation of a mapping entry', 'this line does not stand below the keys beside it: align it'],
  ['bad indentation of a sequence entry', 'this line does not stand below the items beside it: align it'],
  ['deficient indentation', 'this line belongs to the value above it: indent it more'],
  [
    'end of the stream or a document separator is expected',
    'this belongs to nothing above it: check its indentation, or start a document by ---',
  ],
  ["expected ':' after a mapping key", 'a key without a colon: add one and a blank, or remove the line'],
  [
    'can not read a block mapping entry',
    'this key goes over several lines: is a colon missing, or a closing quote?',
  ],
  [
    'a whitespace character is expected after the key-value separator',
    'a blank is missing after the colon of this key',
  ],
  [
    'missed comma between flow collection entries',
    'a comma is missing between brackets, or text that starts with a bracket lacks quotes',
  ],
  ['expected the node content', 'a value is missing before this comma'],
  ['tab characters must not be used in indentation', 'a tab in the indentation: use spaces'],
  ['unexpected end of the stream within a flow collection', `a bracket ${unclosed}`],
  ['unexpected end of the stream within a double quoted', `a double quote ${unclosed}`],
  ['unexpected end of the stream within a single quoted', `a single quote ${unclosed}`],
  ['unexpected end of the document within a double quoted', `a double quote ${unclosed}`],
  ['unexpected end of the document within a single quoted', `a single quote ${unclosed}`],
  [
    'unknown escape sequence',
    'there is no such escape in double quotes: write \\\\ for a backslash, or use single quotes',
  ],
  ['the stream contains non-printable characters', 'a control character: remove it'],
  ['null byte is not allowed', 'a control character: remove it'],
  ['expected valid JSON character', 'a control character: remove it'],
  ['directives end mark is expected', 'a directive (%) without a document after it: add --- below it'],
  ['tag name cannot contain', quoteIt],
  ['tag suffix cannot contain', quoteIt],
  ['named tag handle cannot contain', quoteIt],
  ['undeclared tag handle', quoteIt],
  ['there is a previously declared suffix', 'this tag handle is declared twice'],
  ['nesting exceeded maxDepth', 'too many collections inside one another: this is not read'],
];

const quoteValue = 'put the whole value in quotes';

/**
 * What to tell people for a reason that js-yaml gives.
 * @param text, at the text and the place that it gives
 */
export function messageFor(reason: string, text: string, at: number): string {
  if (reason.startsWith('bad indentation')) {
    const better = badValue(text, at);
    if (better) return better;
  }
  for (const [start, message] of messages) if (reason.startsWith(start)) return message;
  return reason;
}

/** What js-yaml takes for an indentation that is wrong is a value that is, where it does not begin a line. */
function badValue(text: string, at: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (before.trim() === '' || before.trim() === '-') return undefined;
  const sign = text[at];
  if (sign === '`' || sign === '@' || sign === '%') return `a value cannot begin with ${sign}: ${quoteValue}`;
  if (sign === ':') return `a second colon in one line: ${quoteValue}, or begin a new line`;
  return /[}\]]$/.test(before)
    ? `something follows the bracket that ends this value: ${quoteValue}`
    : undefined;
}
