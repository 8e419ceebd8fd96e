import type { Alert, Rule, Severity } from './alert.ts';
import type { Here } from './here.ts';
import { runbooksFolder } from './paths.ts';

/** Labels that an alert gets from us, besides those of its series. */
export function labelsTold(alert: Alert, rule: Rule, here: Here): Record<string, string> {
  const { architecture, environment } = here;
  const owner = ownerTold(rule, here);
  return {
    severity: severityHere(alert, here),
    ...(owner === undefined ? {} : { owner }),
    system: architecture.name,
    environment: environment.name,
    ...rule.labels,
  };
}

export function annotationsTold(alert: Alert, rule: Rule, here: Here): Record<string, string> {
  return {
    summary: `${rule.summary} (${here.environment.name})`,
    description: rule.description,
    runbook_url: runbookUrl(alert.runbook, here),
    dashboard: dashboardOf(rule),
  };
}

/** Nobody is woken for an environment that nobody depends on. */
export function severityHere({ severity }: Alert, { environment }: Here): Severity {
  return severity === 'critical' && !environment.production ? 'warning' : severity;
}

/** As a template of Prometheus; `undefined` where the series says it. */
function ownerTold({ owner }: Rule, { architecture, teams }: Here): string | undefined {
  const system = architecture.owner.name;
  if (owner === 'by-owner') return undefined;
  if (owner === 'system' || teams === '' || teams === system) return system;
  return `{{ if match "^(?:${teams})$" $labels.namespace }}{{ $labels.namespace }}{{ else }}${system}{{ end }}`;
}

/** Who is told of an alert with these labels. */
export function ownerFor({ owner }: Rule, labels: Readonly<Record<string, string>>, here: Here): string {
  const system = here.architecture.owner.name;
  if (owner === 'by-owner') return labels['owner'] ?? system;
  const namespace = labels['namespace'] ?? '';
  return owner === 'by-namespace' && here.teams.split('|').includes(namespace) ? namespace : system;
}

/** Where a runbook is read in the code host. */
export function runbookUrl(runbook: string, { architecture }: Pick<Here, 'architecture'>): string {
  return `${runbooksUrl(architecture)}/${runbook}.md`;
}

/** The folder of all of them there. */
export function runbooksUrl({ delivery }: Here['architecture']): string {
  const { repository, branch, ci } = delivery;
  const host = ci === 'gitlab' ? 'https://gitlab.com' : 'https://github.com';
  return `${host}/${repository}/${ci === 'gitlab' ? '-/' : ''}blob/${branch}/${runbooksFolder}`;
}

/** The dashboard to open first, as a path of Grafana. */
function dashboardOf(rule: Rule): string {
  return /\$labels\.service\b/.test(rule.summary) ? '/d/service-{{ $labels.service }}' : '/d/executive';
}

/** A template with the labels filled in: what Prometheus makes of it. */
export function filledIn(template: string, labels: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, name: string) => labels[name] ?? '');
}
