import type { Architecture } from '../architecture.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { hereOf } from './here.ts';
import { dashboardFiles } from './write/dashboards.ts';
import { manifests } from './write/manifests.ts';
import { plainReadme } from './write/plain-readme.ts';
import { observabilityReadme } from './write/readme.ts';
import { ruleTests } from './write/rule-tests.ts';
import { ruleManifests } from './write/rules.ts';
import { runbookPages } from './write/runbooks.ts';
import { chartValues } from './write/values.ts';

/** Objectives, recording rules, alerts, dashboards, and a runbook for each alert. */
export const observability: Target = { name: 'observability', write };

function write(architecture: Architecture): Files {
  const files = new FileSet().addAll(runbookPages(architecture));
  const watched = architecture.environments
    .flatMap((one) => (one.standby ? [one, one.standby] : [one]))
    .filter(({ cluster }) => cluster);
  if (watched.length > 0) {
    files.addAll(dashboardFiles(architecture));
    files.add('observability/README.md', observabilityReadme(architecture));
  } else files.add('observability/README.md', plainReadme(architecture));
  for (const environment of watched) {
    const here = hereOf(architecture, environment);
    files.addAll(ruleManifests(here)).addAll(ruleTests(here));
    files.addAll(manifests(here)).addAll(chartValues(here));
  }
  return files.files;
}
