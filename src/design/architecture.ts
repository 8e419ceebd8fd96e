import type { Standard } from '../blueprint/blueprint.ts';
import type { Guideline } from '../blueprint/guidelines.ts';
import type { Decision } from './decision.ts';
import type { Environment } from './environment.ts';

/**
 * A platform as it was decided: everything explicit, nothing left to choose. This is all that a target gets, and all
 * that it needs. It is plain data, deeply frozen, in a fixed order.
 */
export interface Architecture {
  /** the system: `payments`; lower case, hyphens */
  readonly name: string;
  /** the team that answers for the whole */
  readonly owner: Owner;
  /** all teams, the one of the system among them */
  readonly owners: readonly Owner[];
  /** the domain that public hosts are below: `example.com`; absent where nothing is exposed under a name */
  readonly domain?: string;
  /** what is audited against */
  readonly compliance: readonly Standard[];
  /** absent where nobody wants one */
  readonly budget?: Budget;
  readonly delivery: Delivery;
  readonly platform: Platform;
  /** in the order in which a change reaches them, production last; never empty */
  readonly environments: readonly Environment[];
  /** numbered from 1 in this order */
  readonly decisions: readonly Decision[];
  /** lines of guideline files that were followed, or could not be */
  readonly guidelines: readonly Guideline[];
  /** what a person should know and no decision holds: limits that remain open */
  readonly notes: readonly string[];
}

export interface Owner {
  /** also the namespace of its workloads in Kubernetes: `ledger` */
  readonly name: string;
  /** where alerts about money and mails go */
  readonly email: string;
  /** chat channel: `#ledger` */
  readonly channel: string;
  /** team in the code host, for CODEOWNERS, without `@`: `acme/ledger` */
  readonly github: string;
  /** value of the tag `cost-centre` */
  readonly costCentre: string;
}

export interface Budget {
  /** US dollars a month for all environments */
  readonly monthly: number;
  /** mail address that is told */
  readonly contact: string;
  /** whether the blueprint says how much it is; otherwise it follows from the estimate */
  readonly asked: boolean;
  /** whether anybody is told of what is spent */
  readonly alarms: boolean;
}

/** How a change gets to where it runs. */
export interface Delivery {
  /** `acme/platform`: owner and name of the repository that holds what is written here */
  readonly repository: string;
  /** the branch that is released from: `main` */
  readonly branch: string;
  readonly ci: 'github' | 'gitlab';
  /** `none` where there is no cluster: the pipeline deploys */
  readonly gitops: 'argocd' | 'flux' | 'none';
  readonly packaging: 'kustomize' | 'helm';
}

/** What holds for all environments. */
export interface Platform {
  /** what services and jobs run on; `none` where there are only functions */
  readonly compute: 'eks' | 'ecs' | 'none';
  /** whether there are functions (AWS Lambda) */
  readonly functions: boolean;
  /** what takes requests for services; `none` where nothing is exposed (functions answer through API Gateway) */
  readonly ingress: 'alb' | 'nginx' | 'none';
  /** what stands before public hosts */
  readonly edge: 'none' | 'waf' | 'cloudfront';
  readonly mesh: 'none' | 'istio' | 'linkerd';
  /** what adds nodes to clusters; `none` without clusters */
  readonly nodes: 'managed-groups' | 'karpenter' | 'none';
  /** where workloads get secrets from */
  readonly secrets: 'external-secrets' | 'vault';
  /** how a lost region is recovered from, in environments that have a recovery site */
  readonly recovery: 'backup-restore' | 'pilot-light' | 'warm-standby';
  readonly accounts: 'single' | 'per-environment';
  readonly state: 'per-boundary' | 'per-environment';
  /** share of the capacity that may run on spot, 0 to 1; only workloads with `spot: true` run on it */
  readonly spotShare: number;
  /** whether some service is deployed blue/green or as a canary, so that Argo Rollouts is needed */
  readonly progressive: boolean;
  /** minor version of Kubernetes, `1.35` */
  readonly kubernetesVersion: string;
  /** how workloads in clusters get AWS rights: EKS Pod Identity needs no account id in manifests */
  readonly identity: 'pod-identity';
}
