import type { Node } from '../../model/node.ts';

/** One way in which an object does not fit its schema. */
export interface Violation {
  readonly kind: 'unknown-field' | 'wrong-type' | 'required-missing' | 'invalid-value';
  /** as people write it: `spec.template.spec.containers[0].image` */
  readonly path: string;
  readonly node: Node;
  /** what is wrong, and what would be right; never a value */
  readonly message: string;
  /** what mends a wrong type that is only a matter of quotes */
  readonly quotes?: 'add' | 'remove';
}

/** That a value is of another type than its field. A number or boolean in the place of text, or the other way, needs only its quotes changed. */
export function wrongType(node: Node, expected: string, path: string, quotes?: 'add' | 'remove'): Violation {
  const what = path === '' ? 'the object' : `\`${path}\``;
  const remedy = quotes === 'add' ? ': put it in quotes' : quotes === 'remove' ? ': take off its quotes' : '';
  return {
    kind: 'wrong-type',
    node,
    path,
    message: `${what} has to be ${expected} and is ${describeContent(node)}${remedy}`,
    ...(quotes ? { quotes } : {}),
  };
}

/** `spec` and `ports` become `spec.ports`; a key that would read as two is quoted: `metadata.labels["app.kubernetes.io/name"]`. */
export function joinPath(path: string, key: string | number): string {
  if (typeof key === 'number') return `${path}[${key}]`;
  if (/[.[\]]/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

/** Violations kept of one object: more of them help nobody. */
export const maxViolations = 50;

/** The known name that is nearest to one that is not, where it is near enough to be what was meant. */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = name.length <= 4 ? 1 : name.length <= 8 ? 2 : 3;
  for (const candidate of known) {
    if (candidate.toLowerCase() === name.toLowerCase()) return candidate;
    const distance = editDistance(name, candidate, least);
    if (distance > least || (distance === least && best !== undefined)) continue;
    best = candidate;
    least = distance;
  }
  return best;
}

/** Edits between two words (insert, remove, replace, swap neighbours), or more than `limit` where it is not near. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 100) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(above[column]! + 1, current[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1);
      current.push(cost);
    }
    before = above;
    above = current;
  }
  return above[b.length]!;
}

/** What a value is, in words that give nothing of it away. */
function describeContent(node: Node): string {
  const { content } = node;
  if (content === null) return 'nothing';
  if (Array.isArray(content)) return 'a list';
  if (typeof content === 'object') return 'a map';
  if (typeof content === 'string') return 'text';
  if (typeof content === 'number') return Number.isInteger(content) ? 'a whole number' : 'a number';
  return 'a boolean';
}

/** A value that something else fills in before the file reaches a cluster: `${REPLICAS}`, `$(NAME)`, `{{ x }}`. */
export function isPlaceholder({ content, file, start }: Node): boolean {
  if (typeof content === 'string')
    return content.includes('${') || content.includes('$(') || content.includes('{{');
  // without quotes around it, YAML takes a template's braces for maps
  return content !== null && typeof content === 'object' && file.text.startsWith('{{', start);
}
