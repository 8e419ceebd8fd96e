import type { Environment } from '../environment.ts';
import { isApproved } from '../gitops/repository.ts';
import type { About } from './about.ts';

/** What is delivered from Git: a folder of the platform, or what a team runs. */
type Delivered = { readonly folder: string } | { readonly namespace: string; readonly workload: string };

/** What has to be paused before something is changed in a cluster that Git says otherwise, and how it is let go on. */
export function deliveryOf(
  { architecture }: About,
  environment: Pick<Environment, 'approvals'>,
  what: Delivered,
): { readonly pause: readonly string[]; readonly resume: readonly string[] } {
  const { gitops, packaging } = architecture.delivery;
  if (gitops === 'flux') {
    const kind = 'workload' in what && packaging === 'helm' ? 'helmrelease' : 'kustomization';
    const one = 'folder' in what ? what.folder : `${what.workload} --namespace ${what.namespace}`;
    return { pause: [`flux suspend ${kind} ${one}`], resume: [`flux resume ${kind} ${one}`] };
  }
  // where people approve, nothing is brought back by itself
  if (isApproved(environment)) return { pause: [], resume: [] };
  const name = 'folder' in what ? what.folder : `${what.namespace}.${what.workload}`;
  const annotate = `kubectl annotate applications.argoproj.io/${name} -n argocd argocd.argoproj.io/skip-reconcile`;
  return { pause: [`${annotate}=true`], resume: [`${annotate}-`] };
}
