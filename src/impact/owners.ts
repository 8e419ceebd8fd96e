import picomatch from 'picomatch';
import type { Graph } from '../graph/graph.ts';
import { pairsOf } from '../graph/kubernetes/names.ts';
import type { Resource } from '../model/resource.ts';

/** Who answers for a resource, and what says so. */
export interface Owner {
  readonly name: string;
  readonly by: 'tag' | 'label' | 'CODEOWNERS';
}

const ownerKey = /(^|[/:_.-])(owner|owners|team|squad|owned-?by|contact|maintainer)$/i;

/** Finds owners: what a resource itself says, then what its provider puts onto everything, then CODEOWNERS. */
export function ownersOf(graph: Graph, codeowners: string): (resource: Resource) => readonly Owner[] {
  const rules = parseCodeowners(codeowners);
  const byUnit = new Map<string, readonly Owner[]>();
  return (resource) => {
    const own = statedBy(resource);
    if (own.length > 0) return own;
    if (resource.source === 'terraform') {
      const { id } = resource.unit;
      let usual = byUnit.get(id);
      if (!usual) {
        usual = graph
          .ofType('provider')
          .filter(({ unit }) => unit.id === id)
          .flatMap(({ body }) => named(pairsOf(body.peek('default_tags', 'tags')), 'tag'));
        byUnit.set(id, usual);
      }
      if (usual.length > 0) return usual.slice(0, 1);
    }
    const path = resource.body.origin().file.path;
    const rule = rules.findLast(({ covers }) => covers(path));
    return (rule?.owners ?? []).map((name) => ({ name, by: 'CODEOWNERS' }));
  };
}

function statedBy({ body, source }: Resource): Owner[] {
  if (source === 'kubernetes')
    return [
      ...named(pairsOf(body.peek('metadata', 'labels')), 'label'),
      ...named(pairsOf(body.peek('metadata', 'annotations')), 'label'),
    ].slice(0, 1);
  return [...named(pairsOf(body.peek('tags')), 'tag'), ...named(pairsOf(body.peek('labels')), 'label')].slice(
    0,
    1,
  );
}

function named(pairs: readonly (readonly [string, string])[], by: Owner['by']): Owner[] {
  return pairs.flatMap(([key, name]) => (ownerKey.test(key) && name !== '' ? [{ name, by }] : []));
}

/** Source: GitHub Docs, About code owners: patterns as in .gitignore, and the last that fits holds. */
function parseCodeowners(
  text: string,
): readonly { covers: (path: string) => boolean; owners: readonly string[] }[] {
  return text.split('\n').flatMap((line) => {
    const [pattern, ...owners] = line
      .replace(/(^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (!pattern || pattern.startsWith('[')) return [];
    const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
    const isAnchored = pattern.startsWith('/') || bare.includes('/');
    const globs = isAnchored ? [bare, `${bare}/**`] : [`**/${bare}`, `**/${bare}/**`];
    const covers = picomatch(pattern.endsWith('/') ? globs.slice(1) : globs, { dot: true });
    return [{ covers: (path: string) => covers(path), owners }];
  });
}
