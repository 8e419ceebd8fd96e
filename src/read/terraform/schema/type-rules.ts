/** What a provider demands of the arguments of a type beside their names and types. */
export interface TypeRules {
  /** of each list exactly one has to be given */
  readonly exactlyOne: readonly (readonly string[])[];
  /** of each list at least one has to be given */
  readonly atLeastOne: readonly (readonly string[])[];
  /** pairs that cannot be given together */
  readonly conflicts: readonly (readonly [string, string])[];
  /** arguments whose change replaces the resource; nested ones with dots. Known of types that hold state only */
  readonly replacing: ReadonlySet<string>;
}

/** Reads a line of rules; the format is told at the head of data/terraform/aws-rules.ts. */
export function parseRules(line: string): TypeRules {
  const exactlyOne: (readonly string[])[] = [];
  const atLeastOne: (readonly string[])[] = [];
  const conflicts: (readonly [string, string])[] = [];
  let replacing: readonly string[] = [];
  for (const token of line.split(' ').slice(1)) {
    const rest = token.slice(1);
    if (token.startsWith('=')) exactlyOne.push(rest.split(','));
    else if (token.startsWith('+')) atLeastOne.push(rest.split(','));
    else if (token.startsWith('!')) replacing = rest.split(',');
    else {
      const [name = '', others = ''] = token.split('|');
      for (const other of others.split(',')) conflicts.push([name, other]);
    }
  }
  return { exactlyOne, atLeastOne, conflicts, replacing: new Set(replacing) };
}
