import { circumstancesOf, isNonProduction } from '../graph/circumstances.ts';
import type { Graph } from '../graph/graph.ts';
import { type Dimension, type Severity, severities } from '../model/dimension.ts';
import type { Resource } from '../model/resource.ts';

/** A severity, and why it is another than the check's own. */
export interface Weighed {
  readonly severity: Severity;
  /** completes "high: …": `raised from medium, as it is production and holds data` */
  readonly because?: string;
}

interface Rule {
  readonly dimensions: readonly Dimension[];
  /** severities that it moves */
  readonly moves: readonly Severity[];
  /** what all must be true of the resource, in the words of {@link circumstancesOf} */
  readonly when: readonly string[];
}

/** What makes the same defect worse. Nothing becomes critical by where it stands: that a check says by itself. */
const raising: readonly Rule[] = [
  { dimensions: ['security'], moves: ['medium'], when: ['production', 'reachable from the internet'] },
  { dimensions: ['security'], moves: ['medium'], when: ['production', 'holds data'] },
  { dimensions: ['disaster-recovery'], moves: ['medium', 'low'], when: ['production', 'holds data'] },
  { dimensions: ['reliability'], moves: ['medium'], when: ['production', 'much depends on it'] },
];

/** What an environment that is named and not production makes milder: nobody is woken for it. */
const lowering: Readonly<Partial<Record<Dimension, readonly Severity[]>>> = {
  reliability: ['high', 'medium'],
  'disaster-recovery': ['high', 'medium'],
  observability: ['high', 'medium'],
};

/** Moves the severity of a check by one step where what the graph knows of a resource asks for it. */
export function weigh(graph: Graph, resource: Resource, dimension: Dimension, own: Severity): Weighed {
  if (isNonProduction(resource)) {
    if (!lowering[dimension]?.includes(own)) return { severity: own };
    return {
      severity: severities[severities.indexOf(own) + 1]!,
      because: `lowered from ${own}, as ${resource.unit.environment} is not production`,
    };
  }
  const candidates = raising.filter(
    (rule) => rule.dimensions.includes(dimension) && rule.moves.includes(own),
  );
  if (candidates.length === 0) return { severity: own };
  const known = circumstancesOf(graph, resource);
  const rule = candidates.find(({ when }) => when.every((word) => known.includes(word)));
  if (!rule) return { severity: own };
  return {
    severity: severities[severities.indexOf(own) - 1]!,
    because: `raised from ${own}: ${rule.when.join(', ')}`,
  };
}
