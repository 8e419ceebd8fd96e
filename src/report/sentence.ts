/** A message with the names in it taken out: what two faults of one cause have in common, and what tells them apart. */
export interface Sentence {
  /** equal for two messages that say the same of different things */
  readonly form: string;
  /** the names in their order */
  readonly names: readonly string[];
}

/**
 * Takes the names out of a message. A name is what stands in quotes or backticks (those of containers, ports, keys),
 * and the address of the resource itself.
 */
export function takeNames(message: string, resource: string): Sentence {
  const names: string[] = [];
  const form = message
    .replaceAll(resource === '' ? '\0' : resource, '\u0001')
    .replace(/"[^"\n]{1,200}"|`[^`\n]{1,200}`|(?<!\w)'[^'\n]{1,200}'(?!\w)/g, (quoted) => {
      names.push(quoted.slice(1, -1).replaceAll('\u0001', resource));
      return '\u0002';
    });
  return { form, names };
}
