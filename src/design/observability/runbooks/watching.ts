import type { Runbook } from './runbook.ts';

const rules =
  'kubectl get prometheusrules -n monitoring\nkubectl logs -n monitoring prometheus-kube-prometheus-stack-prometheus-0 -c prometheus --since=30m | grep -iE "err|warn" | tail -20';

export const watchdog: Runbook = {
  name: 'watchdog',
  title: 'Watchdog',
  users:
    'This alert fires always, and that is right. If it has stopped arriving where it is waited for, no alert at all arrives: whatever fails now, nobody is told.',
  look: () => [
    {
      what: 'Does Prometheus run, and Alertmanager?',
      command:
        'kubectl get pods -n monitoring -l "app.kubernetes.io/name in (prometheus, alertmanager)" -o wide',
    },
    {
      what: 'Does the alert reach Alertmanager?',
      command:
        'kubectl exec -n monitoring alertmanager-kube-prometheus-stack-alertmanager-0 -c alertmanager -- amtool --alertmanager.url=http://localhost:9093 alert query alertname=Watchdog',
    },
    {
      what: 'Does it leave the cluster?',
      command:
        'kubectl logs -n monitoring alertmanager-kube-prometheus-stack-alertmanager-0 -c alertmanager --since=30m | grep -i error | tail',
    },
  ],
  causes: [
    ['The cluster is down or cut off', 'nothing of it answers'],
    ['Prometheus does not run', 'its pod is pending, or ran out of memory or storage'],
    ['The address that waits for it changed', 'errors of sending in Alertmanager'],
  ],
  mitigate: () => [
    'Look at each service by hand until it is back: start with the hosts that people use.',
    'Out of storage: see `volume-fills-up`.',
  ],
  after: ['Look through the time that was missed: did anything fail that nobody was told of?'],
};

export const targetsDown: Runbook = {
  name: 'targets-down',
  title: 'Metrics do not arrive',
  users: 'Nothing. But alerts that need these metrics are blind meanwhile.',
  look: () => [
    {
      what: 'Which targets, and why? Prometheus names the error of each on its page *Targets*.',
      command:
        'kubectl port-forward -n monitoring svc/kube-prometheus-stack-prometheus 9090 &\ncurl -s localhost:9090/api/v1/targets?state=active | jq -r \'.data.activeTargets[] | select(.health == "down") | [.labels.job, .scrapeUrl, .lastError] | @tsv\'',
    },
    { what: 'Do its pods run?', command: 'kubectl get pods -n "$NAMESPACE" -o wide' },
  ],
  causes: [
    ['A network policy', '`context deadline exceeded` for all pods of one namespace'],
    ['The path or port of metrics changed', '404, or connection refused, since a release'],
    ['Mutual TLS', '`connection reset` by the mesh'],
    ['The program is too slow to answer', 'time-outs of the largest only'],
  ],
  mitigate: () => [
    'Correct the monitor or the network policy in the repository; a change by hand is taken back.',
  ],
  after: ['Did `ObjectiveNotMeasured` fire as well? It should have, for a service.'],
};

export const rulesFail: Runbook = {
  name: 'rules-fail',
  title: 'Rules cannot be evaluated',
  users: 'Nothing. But what these rules would tell, nobody is told.',
  look: () => [
    { what: 'Which rule, and what is wrong with it?', command: rules },
    {
      what: 'Do the rules of the repository pass their tests?',
      command:
        'promtool check rules observability/*/rules/*.yaml\npromtool test rules observability/*/tests/*.yaml',
    },
  ],
  causes: [
    [
      'Two series where one was expected',
      '`many-to-many matching not allowed`: an exporter runs twice, or two of its objects are called alike',
    ],
    ['Too much at once', '`query timed out` or `too many samples`'],
    ['A rule that was changed', 'it began with a merge'],
  ],
  mitigate: () => ['Revert the change, or aggregate the side that has too many series (`max by (…)`).'],
  after: ['Add the case to the tests beside the rules.'],
};

export const alertsNotDelivered: Runbook = {
  name: 'alerts-not-delivered',
  title: 'Alerts do not arrive',
  users:
    'Nothing. But people are not told of what goes wrong; this alert comes through the way that still works, if there is one.',
  look: () => [
    {
      what: 'What does the receiver answer?',
      command:
        'kubectl logs -n monitoring alertmanager-kube-prometheus-stack-alertmanager-0 -c alertmanager --since=30m | grep -i "notify" | tail -20',
    },
    {
      what: 'Are the keys of receivers there?',
      command: 'kubectl get secret -n monitoring alert-receivers -o json | jq ".data | keys"',
    },
  ],
  causes: [
    ['A key that was rotated or never filled in', '401, 403 or 404'],
    ['A channel that was renamed or archived', '`channel_not_found` or `is_archived`'],
    ['Too many at once', '429: a storm; group or inhibit more'],
    ['The way out of the cluster', 'time-outs to all receivers'],
  ],
  mitigate: () => [
    'Put the right key into the secret store; it is in the cluster within the hour.',
    'Tell the on-call person through another way that alerts do not arrive.',
  ],
  after: ['Look through the alerts of that time in Alertmanager.'],
};

export const logsLost: Runbook = {
  name: 'logs-lost',
  title: 'Logs are lost',
  users: 'Nothing. But what happened in this time cannot be found out later, and an auditor will ask.',
  look: () => [
    {
      what: 'What does Fluent Bit say?',
      command:
        'kubectl logs -n monitoring -l app.kubernetes.io/name=fluent-bit --since=30m --prefix | grep -iE "error|warn" | tail -20',
    },
    {
      what: 'Who writes so much?',
      command:
        'aws cloudwatch get-metric-statistics --namespace AWS/Logs --metric-name IncomingBytes --statistics Sum --period 3600 \\\n  --start-time "$(date -u -d \'6 hours ago\' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --dimensions Name=LogGroupName,Value="$LOG_GROUP"',
    },
  ],
  causes: [
    ['CloudWatch refuses', '`AccessDeniedException`, or a log group that is not there'],
    ['CloudWatch is throttled', '`ThrottlingException`: one service writes too much'],
    ['The way out', 'time-outs: the endpoint of logs, or its security group'],
  ],
  mitigate: () => [
    'Lower the level of the service that writes too much.',
    'Refused: apply the Terraform root of the platform, which holds the log groups and the right.',
  ],
  after: ['Write down the time that is missing, where compliance asks for an unbroken trail.'],
};
