/** A release of a provider: major, minor, patch. */
export type Version = readonly [number, number, number];

/** Reads `5`, `5.31`, `v5.31.0`; `undefined` where it is no version or a pre-release. */
export function parseVersion(text: string): Version | undefined {
  const match = /^\s*v?(\d+)(?:\.(\d+))?(?:\.(\d+))?\s*$/.exec(text);
  return match ? [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)] : undefined;
}

export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** One condition of a version constraint. */
export interface Condition {
  readonly version: Version;
  admits(version: Version): boolean;
}

/**
 * Reads `>= 4.0, < 6.0` or `~> 5.1`; `undefined` where it cannot be read.
 * Source: Terraform documentation, Version Constraints.
 */
export function parseConstraint(text: string): readonly Condition[] | undefined {
  const conditions: Condition[] = [];
  for (const part of text.split(',')) {
    const [, sign = '', number = ''] = /^\s*(=|!=|>=|<=|>|<|~>)?\s*(\S+)\s*$/.exec(part) ?? [];
    const version = parseVersion(number);
    if (!version) return undefined;
    const order = (other: Version) => compareVersions(other, version);
    const places = number.split('.').length;
    conditions.push({
      version,
      admits: (other) => {
        switch (sign) {
          case '>=':
            return order(other) >= 0;
          case '<=':
            return order(other) <= 0;
          case '>':
            return order(other) > 0;
          case '<':
            return order(other) < 0;
          case '!=':
            return order(other) !== 0;
          case '~>':
            return order(other) >= 0 && sameBut(other, version, places);
          default:
            return order(other) === 0;
        }
      },
    });
  }
  return conditions;
}

/** `~> 5.1` lets the last of its places grow: all before it stay. */
function sameBut(other: Version, version: Version, places: number): boolean {
  for (let at = 0; at < places - 1; at++) if (other[at] !== version[at]) return false;
  return true;
}
