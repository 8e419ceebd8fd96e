import type { Node } from './node.ts';

export type Source = 'terraform' | 'kubernetes' | 'dockerfile' | 'github-actions' | 'gitlab-ci';

/**
 * What is applied together and resolves its names together: a Terraform root with one set of variables,
 * an overlay, a chart with one values file, or the plain manifests of the repository.
 */
export interface Unit {
  /** unique in the repository: `terraform:envs/prod`, `kustomize:overlays/prod`, `helm:charts/shop (values-prod.yaml)` */
  readonly id: string;
  readonly kind:
    | 'terraform'
    | 'manifests'
    | 'kustomize'
    | 'helm'
    | 'dockerfile'
    | 'github-actions'
    | 'gitlab-ci';
  /** its folder, relative to the repository; `.` for the top */
  readonly path: string;
  /** the environment it stands for, as its folder or variables file names it: `prod`, `staging` */
  readonly environment?: string;
  /** whether people depend on it, where the configuration says so; judged by the name otherwise */
  readonly production?: boolean;
  /** the version of Kubernetes whose API its objects are held against: `1.33` */
  readonly kubernetesVersion?: string;
  /** why something that belongs to it, or what it becomes, is not known here: then absence of a thing proves nothing */
  readonly incomplete?: string;
}

/** A thing that infrastructure code declares. */
export interface Resource {
  /** as its own tool prints it: `module.db.aws_db_instance.orders[0]`, `Deployment/shop/api` */
  readonly address: string;
  /**
   * Terraform: `aws_db_instance`, `data.aws_ami`, and `module`, `variable`, `output`, `provider`, `terraform`.
   * Kubernetes: the kind where Kubernetes itself serves it (`Deployment`), `kind.group` otherwise (`Certificate.cert-manager.io`).
   * Others: `dockerfile`, `workflow`, `gitlab-ci`.
   */
  readonly type: string;
  readonly name: string;
  readonly source: Source;
  readonly unit: Unit;
  /** its attributes; for Kubernetes the whole object */
  readonly body: Node;
  /** Kubernetes: the kustomization of its folder, where that does not list its file */
  readonly unlistedIn?: string;
}
