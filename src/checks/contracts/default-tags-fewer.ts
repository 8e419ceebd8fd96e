import type { Graph } from '../../graph/graph.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import type { Resource } from '../../model/resource.ts';
import { check } from '../check.ts';

interface Tagged extends Subject {
  readonly twins: readonly Resource[];
}

const providersOfEnvironments: Selector<Tagged> = {
  of: 'providers that several environments configure',
  find: (graph) =>
    graph.ofType('provider').flatMap((resource) => {
      const twins = twinsOf(graph, resource);
      return resource.unit.environment && twins.length > 0 ? [{ resource, node: resource.body, twins }] : [];
    }),
};

export default check({
  id: 'contracts/default-tags-fewer',
  title: 'Environment that is tagged less than another',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'Reports by owner or cost centre leave out whatever has no such tag. Where one environment sets fewer default tags than another, its whole bill is missing from them, and nobody sees that it is.',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html',
  ],
  visits: providersOfEnvironments,
  judge({ resource, node, twins }) {
    const own = tagsOf(resource);
    for (const twin of twins) {
      const missing = [...tagsOf(twin)].filter((tag) => !own.has(tag));
      if (missing.length === 0) continue;
      return {
        message: `${resource.address} of ${resource.unit.environment} tags nothing with ${missing.join(', ')}, as ${twin.unit.environment} does: set the same tags in every environment.`,
        at: node.get('default_tags') ?? node,
      };
    }
    return;
  },
  examples: {
    bad: {
      'prod/main.tf': provider('owner = "shop", cost-centre = "4711"'),
      'staging/main.tf': provider('owner = "shop"'),
    },
    good: {
      'prod/main.tf': provider('owner = "shop", cost-centre = "4711"'),
      'staging/main.tf': provider('cost-centre = "4711", owner = "shop"'),
    },
  },
});

function tagsOf(provider: Resource): Set<string> {
  return new Set(
    provider.body.list('default_tags').flatMap((block) => block.entries('tags').map(([key]) => key)),
  );
}

function twinsOf(graph: Graph, { address, unit }: Resource): readonly Resource[] {
  return graph
    .at(address)
    .filter((other) => other.unit.environment && other.unit.environment !== unit.environment);
}

function provider(tags: string): string {
  return `provider "aws" {\n  default_tags {\n    tags = { ${tags} }\n  }\n}\n`;
}
