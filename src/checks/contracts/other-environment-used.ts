import { namedResources, wordsOf } from '../../graph/cloud-names.ts';
import { pairsOf } from '../../graph/kubernetes/names.ts';
import type { Selector, Subject } from '../../graph/selector.ts';
import { check } from '../check.ts';

const environmentConfigMaps: Selector<Subject> = {
  of: 'ConfigMaps of an environment',
  find: (graph) =>
    namedResources(graph).size === 0
      ? []
      : graph
          .ofType('ConfigMap')
          .flatMap((resource) => (resource.unit.environment ? [{ resource, node: resource.body }] : [])),
};

export default check({
  id: 'contracts/other-environment-used',
  title: 'Configuration that points into another environment',
  dimension: 'functionality',
  severity: 'high',
  why: 'A base names the queue, bucket or database of one environment and the overlay of another does not override it. Then production works on staging’s data, or waits for messages that nobody sends, and both look healthy.',
  sources: ['https://12factor.net/config'],
  visits: environmentConfigMaps,
  judge({ resource, node }, graph) {
    const named = namedResources(graph);
    const own = resource.unit.environment!;
    const data = node.get('data');
    return pairsOf(data).flatMap(([key, value]) => {
      const strangers = wordsOf(value).flatMap((word) => {
        const owners = named.get(word) ?? [];
        const environments = new Set(owners.map((owner) => owner.resource.unit.environment));
        return owners.length > 0 && !environments.has(own) && !environments.has(undefined)
          ? [{ word, owner: owners[0]!.resource }]
          : [];
      });
      const [stranger] = strangers;
      if (!stranger) return [];
      return [
        {
          message: `${key} in ${resource.address} of ${own} names ${stranger.word}, which is ${stranger.owner.address} of ${stranger.owner.unit.environment}: override it for ${own}.`,
          at: data!.get(key)!,
          key,
        },
      ];
    });
  },
  examples: {
    bad: {
      'main.tf':
        'variable "environment" { type = string }\n\nresource "aws_sqs_queue" "orders" {\n  name = "shop-${var.environment}-orders"\n}\n',
      'staging.tfvars': 'environment = "staging"\n',
      'prod.tfvars': 'environment = "prod"\n',
      'k8s/prod/config.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: worker\ndata:\n  QUEUE_URL: https://sqs.eu-west-1.amazonaws.com/123456789012/shop-staging-orders\n',
    },
    good: {
      'main.tf':
        'variable "environment" { type = string }\n\nresource "aws_sqs_queue" "orders" {\n  name = "shop-${var.environment}-orders"\n}\n',
      'staging.tfvars': 'environment = "staging"\n',
      'prod.tfvars': 'environment = "prod"\n',
      'k8s/prod/config.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: worker\ndata:\n  QUEUE_URL: https://sqs.eu-west-1.amazonaws.com/123456789012/shop-prod-orders\n',
    },
  },
});
