import type { YamlMap } from '../../yaml/yaml.ts';
import { why } from '../../yaml/yaml.ts';
import type { Here } from '../here.ts';
import { logGroupOf } from '../paths.ts';
import { memory } from './prometheus.ts';
import { redactionScript } from './redaction.ts';

/** Values of the chart fluent-bit: logs of containers to CloudWatch, without what must not be kept. */
export function logValues(here: Here): YamlMap {
  return {
    luaScripts: { 'redact.lua': redactionScript() },
    serviceMonitor: { enabled: true, interval: '30s' },
    resources: memory('100m', '192Mi'),
    tolerations: [{ operator: 'Exists' }],
    config: {
      service: lines('SERVICE', {
        Flush: '5',
        Log_Level: 'warn',
        Daemon: 'Off',
        Parsers_File: '/fluent-bit/etc/parsers.conf',
        HTTP_Server: 'On',
        HTTP_Listen: '0.0.0.0',
        HTTP_Port: '2020',
        Health_Check: 'On',
        'storage.path': '/var/log/flb-storage/',
        'storage.backlog.mem_limit': '16M',
      }),
      inputs: lines('INPUT', {
        Name: 'tail',
        Path: '/var/log/containers/*.log',
        'multiline.parser': 'docker, cri',
        Tag: 'kube.*',
        Mem_Buf_Limit: '32M',
        'storage.type': 'filesystem',
        Skip_Long_Lines: 'On',
      }),
      filters: why(
        [
          lines('FILTER', {
            Name: 'kubernetes',
            Match: 'kube.*',
            Merge_Log: 'On',
            Keep_Log: 'Off',
            Labels: 'On',
            Annotations: 'Off',
            'K8S-Logging.Exclude': 'On',
          }),
          lines('FILTER', {
            Name: 'lua',
            Match: 'kube.*',
            script: '/fluent-bit/scripts/redact.lua',
            call: 'redact',
          }),
        ].join('\n'),
        'Redaction comes last: what the program wrote as JSON is looked at field by field.',
      ),
      outputs: outputs(here),
    },
  };
}

/** The groups are made by Terraform, with their key and for how long they are kept: none is made here by mistake. */
function outputs({ environment }: Here): string {
  const common = {
    region: environment.region,
    auto_create_group: 'false',
    log_stream_prefix: 'from-',
    workers: '1',
    Retry_Limit: '10',
  };
  const teams = environment.namespaces.map(({ name }) =>
    lines('OUTPUT', {
      Name: 'cloudwatch_logs',
      Alias: `cloudwatch-${name}`,
      Match: `kube.var.log.containers.*_${name}_*`,
      log_group_name: logGroupOf(environment, name),
      ...common,
    }),
  );
  const others = environment.namespaces.map(({ name }) => `_${name}_`).join('|');
  const rest = lines('OUTPUT', {
    Name: 'cloudwatch_logs',
    Alias: 'cloudwatch-platform',
    Match_Regex: others === '' ? '^kube\\..*' : `^kube\\.(?!.*(?:${others})).*`,
    log_group_name: logGroupOf(environment, 'platform'),
    ...common,
  });
  return [...teams, rest].join('\n');
}

/** A section of Fluent Bit's own format. */
function lines(section: string, settings: Readonly<Record<string, string>>): string {
  const width = Math.max(...Object.keys(settings).map(({ length }) => length));
  const text = Object.entries(settings).map(([key, value]) => `    ${key.padEnd(width)} ${value}\n`);
  return `[${section}]\n${text.join('')}`;
}
