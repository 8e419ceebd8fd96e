const compiled = new Map<string, RegExp>();

/** Whether a pattern of a policy fits a text: `*` stands for any text, `?` for one character. Actions are compared without case. */
export function fits(pattern: string, text: string, flags: '' | 'i' = ''): boolean {
  const key = `${flags}${pattern}`;
  let expression = compiled.get(key);
  if (!expression) {
    const source = pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\?/g, '.');
    expression = new RegExp(`^${source}$`, `s${flags}`);
    compiled.set(key, expression);
  }
  return expression.test(text);
}
