import type { Environment } from '../environment.ts';
import { nameIn } from '../names.ts';

/** The roles that a pipeline assumes by OIDC, made by `terraform/bootstrap`: ARNs. */
export interface PipelineRoles {
  /** reads everything, changes nothing */
  readonly plan: string;
  readonly apply: string;
  /** pushes images and nothing else */
  readonly images: string;
}

export function rolesOf(environment: Environment): PipelineRoles {
  const arn = (role: string) =>
    `arn:aws:iam::${environment.account}:role/${nameIn(environment, environment.system, role)}`;
  return { plan: arn('ci-plan'), apply: arn('ci-apply'), images: arn('ci-images') };
}
