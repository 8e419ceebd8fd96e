/** Whether a text meets a pattern in which `*` stands for any characters; in time of pattern times text at worst. */
export function meetsWildcard(pattern: string, text: string): boolean {
  let at = 0;
  let from = 0;
  /** where the last `*` stands, and how far it has reached */
  let star = -1;
  let reached = 0;
  while (from < text.length) {
    if (pattern[at] === '*') {
      star = at++;
      reached = from;
    } else if (pattern[at] === text[from]) {
      at++;
      from++;
    } else if (star >= 0) {
      at = star + 1;
      from = ++reached;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}

/** The same for a path: `*` stands for a part of a name, `**` for any folders. */
export function meetsPath(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const names = path.split('/');
  /** how many of the names in front the patterns so far may stand for */
  let reached = new Set([0]);
  for (const [at, part] of wanted.entries()) {
    const next = new Set<number>();
    for (const count of reached) {
      if (part === '**') for (let to = count; to <= names.length; to++) next.add(to);
      else if (count < names.length && meetsWildcard(part.replace(/\*{2,}/g, '*'), names[count]!))
        next.add(count + 1);
    }
    // `**` at the end stands for files, not for nothing
    if (part === '**' && at === wanted.length - 1) next.delete(Math.min(...reached));
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(names.length);
}
