import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';
import type { AddonName } from './charts.ts';

/** Where Argo CD and Flux read from. */
export function repositoryUrl({ delivery }: Architecture): string {
  return `https://${delivery.ci === 'github' ? 'github.com' : 'gitlab.com'}/${delivery.repository}.git`;
}

type Named = Pick<Environment, 'name'>;

/** What one cluster reads first. */
export function clusterFolder({ name }: Named): string {
  return `gitops/clusters/${name}`;
}

/** Values of an add-on, and what belongs to it beside its chart. */
export function addonFolder(addon: AddonName, { name }: Named): string {
  return `gitops/addons/${addon}/overlays/${name}`;
}

export function addonBase(addon: AddonName): string {
  return `gitops/addons/${addon}/base`;
}

/** Namespaces of add-ons, closed, and storage: before everything else. */
export function foundationFolder({ name }: Named): string {
  return `gitops/foundation/overlays/${name}`;
}

/** What delivery itself needs once add-ons are there: its secrets, its messages. */
export function settingsFolder({ name }: Named): string {
  return `gitops/settings/${name}`;
}

/** Whether a chart comes from a registry. */
export function usesRegistry({ platform }: Architecture): boolean {
  return platform.nodes === 'karpenter';
}

/** Whether a person has to say yes before this environment follows Git. */
export function isApproved({ approvals }: Pick<Environment, 'approvals'>): boolean {
  return approvals > 0;
}

/** Whether releases wait for Monday: in production, where nobody says when they are made; a standby may be needed at any time. */
export function restsAtWeekends({
  production,
  approvals,
  standsFor,
}: Pick<Environment, 'production' | 'approvals' | 'standsFor'>): boolean {
  return production && !isApproved({ approvals }) && standsFor === undefined;
}

/** What is delivered to a standby only once it is in use. */
export function activationFolder({ name }: Named): string {
  return `gitops/activation/${name}`;
}
