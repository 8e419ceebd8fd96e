import { monitorKinds } from '../../graph/kubernetes/monitors.ts';
import { mayMeet } from '../../graph/kubernetes/names.ts';
import { holdsAny } from '../../graph/kubernetes/presence.ts';
import { ruleExpressions } from '../../graph/kubernetes/rule-expressions.ts';
import { tokensOf } from '../../syntax/promql/tokens.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'contracts/rule-job-not-scraped',
  title: 'Objective or alert on a Service that nothing scrapes',
  dimension: 'observability',
  severity: 'medium',
  why: 'A ServiceMonitor names its job after the Service. A rule that asks for the job of a Service without a monitor finds no series, which is no error for Prometheus: the objective looks met, and the alert never fires.',
  controls: ['soc2:CC7.2'],
  sources: [
    'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor',
    'https://prometheus.io/docs/concepts/jobs_instances/',
  ],
  visits: ruleExpressions,
  judge({ resource, node, text, name }, graph) {
    if (!holdsAny(graph, resource, monitorKinds)) return;
    return jobsAskedFor(text).flatMap((job): Fault[] => {
      const services = graph
        .ofType('Service')
        .filter((service) => service.name === job && mayMeet(resource, service));
      if (services.length === 0 || services.some((service) => graph.to(service, 'scrapes').length > 0))
        return [];
      const annotated = services.some(({ body }) =>
        body.flag('metadata', 'annotations', 'prometheus.io/scrape'),
      );
      // a label of the monitor can name the job otherwise, and a job of that name may come from elsewhere
      const renamed = monitorKinds.some((kind) =>
        graph.ofType(kind).some(({ body }) => body.has('spec', 'jobLabel')),
      );
      if (annotated || renamed) return [];
      return [
        {
          message: `${name} asks for job="${job}", and no ServiceMonitor leads to the Service ${job}, although other Services of this repository have one: it never has a value. Add a monitor for it.`,
          at: node,
          key: `${name} ${job}`,
        },
      ];
    });
  },
  examples: {
    bad: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop }
spec:
  groups:
    - name: shop
      rules:
        - record: shop:errors:rate5m
          expr: sum(rate(http_requests_total{job="orders", code=~"5.."}[5m]))
---
apiVersion: v1
kind: Service
metadata: { name: orders, labels: { app: orders } }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80 }] }
---
apiVersion: v1
kind: Service
metadata: { name: cart, labels: { app: cart } }
spec: { selector: { app: cart }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: cart }
spec: { selector: { matchLabels: { app: cart } }, endpoints: [{ port: http }] }
`,
    good: `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop }
spec:
  groups:
    - name: shop
      rules:
        - record: shop:errors:rate5m
          expr: sum(rate(http_requests_total{job="orders", code=~"5.."}[5m]))
---
apiVersion: v1
kind: Service
metadata: { name: orders, labels: { app: orders } }
spec: { selector: { app: orders }, ports: [{ name: http, port: 80 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: orders }
spec: { selector: { matchLabels: { app: orders } }, endpoints: [{ port: http }] }
`,
  },
});

/** Values of `job="…"` in an expression. */
function jobsAskedFor(expression: string): readonly string[] {
  const tokens = tokensOf(expression);
  if (typeof tokens === 'number') return [];
  const jobs = tokens.flatMap(({ kind, text }, at) => {
    const asks = kind === 'name' && text === 'job' && tokens[at + 1]?.text === '=';
    const value = tokens[at + 2];
    return asks && value?.kind === 'text' ? [value.text.slice(1, -1)] : [];
  });
  return [...new Set(jobs)];
}
