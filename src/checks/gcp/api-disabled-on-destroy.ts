import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/api-disabled-on-destroy',
  title: 'API that is switched off with its resource',
  dimension: 'reliability',
  severity: 'low',
  why: 'Taking this resource out, or destroying its root, disables the API for the whole project, under everything that other roots have built on it; with disable_dependent_services those that need it go too. Leave it enabled.',
  controls: ['soc2:A1.1'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/google_project_service',
  ],
  visits: resources('google_project_service'),
  judge({ resource, node }) {
    const setting = node.get('disable_on_destroy');
    if (setting?.flag() !== true) return;
    const dependent = node.get('disable_dependent_services');
    const takesMore = dependent?.flag() === true;
    const name = node.peek('service')?.content;
    return {
      message: `${resource.address} switches ${typeof name === 'string' ? name : 'its API'} off for the whole project when it is taken out${takesMore ? ', and what depends on it' : ''}: set disable_on_destroy to false.`,
      at: setting,
      ...(takesMore && { severity: 'medium' }),
      fix: {
        safety: 'safe',
        summary: 'set disable_on_destroy to false',
        edits: [{ op: 'set', in: node, path: ['disable_on_destroy'], value: false }],
      },
    };
  },
  examples: {
    bad: api('true'),
    good: api('false'),
  },
});

function api(disable: string): string {
  return `resource "google_project_service" "run" {
  service            = "run.googleapis.com"
  disable_on_destroy = ${disable}
}
`;
}
