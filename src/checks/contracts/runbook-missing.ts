import type { Graph } from '../../graph/graph.ts';
import { alertRules } from '../../graph/kubernetes/alert-rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'contracts/runbook-missing',
  title: 'Runbook link that leads to no file',
  dimension: 'observability',
  severity: 'medium',
  why: 'The link is followed once, at night, by somebody who needs it. A runbook that was renamed or never written costs the minutes that the alert was meant to save.',
  controls: ['soc2:CC7.4'],
  sources: ['https://sre.google/sre-book/being-on-call/'],
  visits: alertRules,
  judge({ node, name }, graph) {
    const link = node.get('annotations', 'runbook_url') ?? node.get('annotations', 'runbook');
    const path = link && pathOf(link.text() ?? '');
    if (!link || !path || !isKeptHere(graph, path) || graph.paths.includes(path)) return;
    return {
      message: `Alert ${name} leads to ${path}, which is not in the repository although its folder is: correct the link, or write the runbook.`,
      at: link,
      key: name,
    };
  },
  examples: {
    bad: {
      'alerts.yaml': alerts('https://github.com/acme/shop/blob/main/docs/runbooks/api-error-rate.md'),
      'docs/runbooks/api-errors.md': '# Errors of the API\n',
    },
    good: {
      'alerts.yaml': alerts('https://github.com/acme/shop/blob/main/docs/runbooks/api-errors.md'),
      'docs/runbooks/api-errors.md': '# Errors of the API\n',
    },
  },
});

/** The path in the repository that a link to a code host names, without its anchor. */
function pathOf(url: string): string | undefined {
  const found =
    /^https?:\/\/[^/]+\/[^/]+\/[^/]+\/(?:-\/)?(?:blob|tree|src\/branch)\/[^/]+\/([^?#]+\.\w+)(?:[?#].*)?$/.exec(
      url,
    );
  return found?.[1];
}

/** The link may lead to another repository: it is about this one where the folder is here. */
function isKeptHere(graph: Graph, path: string): boolean {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return folder !== '' && graph.paths.some((known) => known.startsWith(folder));
}

function alerts(runbook: string): string {
  return `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: api
spec:
  groups:
    - name: api
      rules:
        - alert: ApiErrors
          expr: sum(rate(http_requests_total{code=~"5.."}[5m])) > 1
          for: 5m
          annotations:
            runbook_url: ${runbook}
`;
}
