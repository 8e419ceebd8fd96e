import type { Architecture } from '../../architecture.ts';
import { bullets, table } from '../../documents/markdown.ts';
import { bucketsOf, metricsOf } from '../../metrics.ts';
import { hereOf } from '../here.ts';
import { receiversRemoteName } from '../paths.ts';
import { objectivesOf } from '../slo/objective.ts';
import { receiverKeys } from './routing.ts';

/** What is promised, what services have to give so that it can be measured, and what a person fills in. */
export function observabilityReadme(architecture: Architecture): string {
  const main = architecture.environments.at(-1)!;
  const here = hereOf(architecture, main);
  const objectives = objectivesOf(main).map(({ slo, promise, owner }) => [slo, promise, owner]);
  const metrics = main.services.flatMap((service) => {
    const names = metricsOf(service);
    if (!names) return [];
    const bounds = service.slo.latency ? bucketsOf(service.slo).join(', ') : 'the usual ones';
    return [
      [service.name, `\`${names.requests}\` (label \`${names.outcome}\`)`, `\`${names.duration}\``, bounds],
    ];
  });
  return [
    '# Observability\n\nObjectives, rules, alerts, dashboards and pipelines of logs and traces, written from `plinth.yaml`. Each environment has a folder: `rules/` and `tests/` for promtool, `rules.yaml` for the operator of Prometheus, `routing.yaml` for Alertmanager, `values/` for the charts. Each alert has a runbook in `docs/runbooks/`.\n',
    `\n## What is promised in ${main.name}\n\n${table(['objective', 'promise', 'owner'], objectives)}`,
    '\nSomebody is woken when a budget is spent 14.4 times too fast over an hour, or 6 times over six hours; a ticket is written at 3 times over a day, or once over three days. Each needs its short window to agree, so that an alert ends when the trouble does.\n',
    '\nAt low traffic one failure is a large share: fewer than 5 bad requests (10 for tickets) in the long window raise nothing. A service that is seldom called is caught by the windows of days, by the probe of its host each half a minute, and by the alert on its ready replicas.\n',
    metrics.length > 0
      ? `\n## What services have to give\n\nOn their own port, at their path of metrics. Calls of health and metrics are not counted.\n\n${table(['service', 'counter', 'histogram', 'buckets, in seconds'], metrics)}`
      : '',
    `\n## What a person fills in\n\nThe secret \`${receiversRemoteName(main)}\` (and its like in each environment) in AWS Secrets Manager, as JSON with the keys:\n\n${bullets([...receiverKeys(here), 'grafana-user', 'grafana-password'].map((name) => `\`${name}\``))}`,
    '\n`dead-mans-switch` is the address of a service outside of this account that wakes somebody when the Watchdog stops.\n',
    '\n## How it is tested\n\n```sh\npromtool check rules observability/*/rules/*.yaml\npromtool test rules observability/*/tests/*.yaml\n```\n',
    '\nAlarms of CloudWatch that the Terraform modules make go to mail only: a second way, for when the cluster itself is gone.\n',
  ].join('');
}
