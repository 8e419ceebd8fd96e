import { addonNamespaces } from '../../addon-namespaces.ts';
import { boundMatcher, metricsOf, seriesOf } from '../../metrics.ts';
import type { Service } from '../../workload.ts';
import { why, type YamlMap, type YamlValue } from '../../yaml/yaml.ts';
import { selectorOf } from '../labels.ts';
import type { Site } from '../site.ts';

/** The label of series that tells versions apart; monitors take it from the label that Argo Rollouts gives pods. */
export const versionLabel = 'version';

/** As fast as what wakes somebody: two percent of a month's budget in an hour. Source: Google's SRE workbook, chapter 5. */
const burn = 14.4;

/** Judges a new version by the objectives of the service. */
export function analysesOf(service: Service, { vary }: Site): YamlMap[] {
  const metrics = metricsOf(service);
  if (service.strategy === 'rolling' || !metrics) return [];
  const { name, namespace, slo, strategy } = service;
  const series = `${seriesOf(service)}, ${versionLabel}="{{args.version}}"`;
  const sum = (metric: string, more = '') => `sum(rate(${metric}{${series}${more}}[5m]))`;
  const { requests, outcome, failed, duration } = metrics;
  const failures = `${sum(requests, `, ${outcome}=~"${failed}"`)}\n  /\n${sum(requests)}`;
  const slow = (milliseconds: number) =>
    `1 - ${sum(`${duration}_bucket`, `, ${boundMatcher(milliseconds / 1000)}`)}\n  /\n${sum(`${duration}_count`)}`;
  return [
    {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'AnalysisTemplate',
      metadata: { name, namespace, labels: selectorOf(service) },
      spec: {
        args: [{ name: 'version' }],
        metrics: [
          metric('failures', failures, vary('judgement.failures', conditionOf(slo.availability)), strategy),
          ...(slo.latency
            ? [
                metric(
                  'slow-answers',
                  slow(slo.latency.milliseconds),
                  vary('judgement.slowAnswers', conditionOf(slo.latency.percentile)),
                  strategy,
                ),
              ]
            : []),
        ],
      },
    },
  ];
}

/** What a share of bad requests has to hold, for an objective in percent. */
function conditionOf(objective: number): string {
  const most = Number(Math.min(0.5, burn * (1 - objective / 100)).toFixed(6));
  return `len(result) == 0 || isNaN(result[0]) || result[0] <= ${most}`;
}

function metric(name: string, query: string, condition: YamlValue, strategy: Service['strategy']): YamlMap {
  return {
    name,
    initialDelay: '2m',
    interval: '1m',
    // a canary is watched for as long as it lasts
    ...(strategy === 'blue-green' && { count: 8 }),
    failureLimit: 2,
    consecutiveErrorLimit: why(5, 'Prometheus that does not answer proves nothing good.'),
    successCondition: why(condition, 'Without requests there is nothing to hold against it.'),
    provider: {
      prometheus: {
        address: `http://prometheus-operated.${addonNamespaces.metrics}.svc.cluster.local:9090`,
        query,
      },
    },
  };
}
