import type { Architecture } from '../architecture.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { hereOf } from './here.ts';
import { ruleTests } from './write/rule-tests.ts';
import { ruleManifests } from './write/rules.ts';

/** Objectives, recording rules, alerts, dashboards, and a runbook for each alert. */
export const observability: Target = { name: 'observability', write };

function write(architecture: Architecture): Files {
  const files = new FileSet();
  for (const environment of architecture.environments) {
    if (!environment.cluster) continue;
    const here = hereOf(architecture, environment);
    files.addAll(ruleManifests(here)).addAll(ruleTests(here));
  }
  return files.files;
}
