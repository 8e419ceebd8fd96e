import { isNonProduction, isProduction } from '../../graph/circumstances.ts';
import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: 'gcp/dataset-emptied-on-destroy',
  title: 'Dataset that is emptied when it is destroyed',
  dimension: 'disaster-recovery',
  severity: 'medium',
  why: 'A dataset with tables refuses to be deleted, and that saves them when its name changes or the wrong root is destroyed. delete_contents_on_destroy deletes all tables first, and they come back for seven days at most.',
  controls: ['soc2:A1.2'],
  sources: [
    'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/bigquery_dataset',
  ],
  visits: resources('google_bigquery_dataset'),
  judge({ resource, node }) {
    const setting = node.get('delete_contents_on_destroy');
    if (setting?.flag() !== true || isNonProduction(resource)) return;
    return {
      message: `${resource.address} loses all its tables by a destroy or a change of its name: take delete_contents_on_destroy out.`,
      at: setting,
      ...(!isProduction(resource) && { severity: 'low' }),
      fix: {
        safety: 'safe',
        summary: 'set delete_contents_on_destroy to false',
        edits: [{ op: 'replace', node: setting, value: false }],
      },
    };
  },
  examples: {
    bad: dataset('true'),
    good: dataset('false'),
  },
});

function dataset(empty: string): string {
  return `resource "google_bigquery_dataset" "orders" {
  dataset_id                 = "orders"
  delete_contents_on_destroy = ${empty}
}
`;
}
