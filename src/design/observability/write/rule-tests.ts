import { FileSet, type Files } from '../../target.ts';
import { type YamlMap, yaml } from '../../yaml/yaml.ts';
import type { Alert, Case, Fired, Rule } from '../alert.ts';
import { ruleFiles } from '../groups.ts';
import type { Here } from '../here.ts';
import { testPath } from '../paths.ts';
import { annotationsTold, filledIn, labelsTold, ownerFor } from '../told.ts';

/** What `promtool test rules` runs: each alert firing, and not firing. */
export function ruleTests(here: Here): Files {
  const files = new FileSet();
  for (const { name, alerts, recorded } of ruleFiles(here)) {
    const tests = alerts.flatMap((alert) => {
      const rules = alert.rules(here);
      return alert.cases(here).map((one) => testOf(alert, rules, one, here));
    });
    if (tests.length === 0) continue;
    const text = yaml({
      rule_files: [`../rules/${name}.yaml`],
      // objectives have the most to reckon
      evaluation_interval: name === 'objectives' ? '2m' : '1m',
      group_eval_order: [...recorded.map(([group]) => group), name],
      tests,
    });
    files.add(testPath(here.environment, name), text);
  }
  return files.files;
}

function testOf(
  alert: Alert,
  rules: readonly Rule[],
  { about, series, at, fires = [] }: Case,
  here: Here,
): YamlMap {
  return {
    name: `${alert.name}: ${about}`,
    interval: '1m',
    input_series: Object.entries(series).map(([one, values]) => ({ series: one, values })),
    alert_rule_test: [
      {
        eval_time: at,
        alertname: alert.name,
        exp_alerts: fires.map((one) => expected(alert, rules[one.rule ?? 0]!, one, here)),
      },
    ],
  };
}

function expected(alert: Alert, rule: Rule, { labels }: Fired, here: Here): YamlMap {
  const all = { ...labels, ...labelsTold(alert, rule, here), owner: ownerFor(rule, labels, here) };
  const annotations = Object.entries(annotationsTold(alert, rule, here)).map(([name, text]) => [
    name,
    filledIn(text, all),
  ]);
  return { exp_labels: all, exp_annotations: Object.fromEntries(annotations) };
}
