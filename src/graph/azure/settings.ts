import type { Node, Path } from '../../model/node.ts';

/** A setting that is there, with the path that it was found at. */
export interface Setting {
  readonly node: Node;
  readonly path: Path;
}

/**
 * A setting by the names that it has had: the provider renames arguments between majors (`enable_https_traffic_only`,
 * `https_traffic_only_enabled`), and configurations stay as they are.
 * @returns the first that is set
 * @throws Undecided
 */
export function settingOf(body: Node, ...paths: readonly Path[]): Setting | undefined {
  for (const path of paths) {
    const node = body.get(...path);
    if (node) return { node, path };
  }
  return undefined;
}

/** Whether a switch is on by any of its names; `undefined` where none is set. @throws Undecided */
export function flagOf(body: Node, ...names: readonly string[]): boolean | undefined {
  return settingOf(body, ...names.map((name) => [name]))?.node.flag();
}
