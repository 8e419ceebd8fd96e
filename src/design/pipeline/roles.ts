import type { Environment } from '../environment.ts';
import { nameIn } from '../names.ts';

/** The roles that a pipeline assumes by OIDC, made by `terraform/bootstrap`: ARNs. */
export interface PipelineRoles {
  /** reads everything, changes nothing */
  readonly plan: string;
  readonly apply: string;
  /** pushes images and nothing else */
  readonly images: string;
  /** uploads packages of functions and nothing else */
  readonly packages: string;
}

export function rolesOf(environment: Environment): PipelineRoles {
  const arn = (role: string) =>
    `arn:aws:iam::${environment.account}:role/${pipelineName(environment)}-${role}`;
  return { plan: arn('plan'), apply: arn('apply'), images: arn('images'), packages: arn('packages') };
}

/** What names of the pipeline's roles and policies begin with: the module `ci-identity` appends what each is for. */
export function pipelineName(environment: Environment): string {
  return nameIn(environment, environment.system, 'ci');
}

/** ARN of the policy that bounds every role which the pipeline makes: it can make no other. */
export function boundaryArn(environment: Environment): string {
  return `arn:aws:iam::${environment.account}:policy/${pipelineName(environment)}-boundary`;
}
