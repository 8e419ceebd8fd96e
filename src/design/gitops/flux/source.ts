import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { isApproved, repositoryUrl } from '../repository.ts';

/** The branch that an environment follows. Flux has no button: moving a branch is the approval. */
export function branchOf({ delivery }: Architecture, environment: Environment): string {
  return isApproved(environment) ? `release/${environment.name}` : delivery.branch;
}

/** The repository, as one environment follows it. */
export function gitRepository(
  architecture: Architecture,
  environment: Environment,
  namespace: string,
): YamlMap {
  const branch = branchOf(architecture, environment);
  const { approvals, name } = environment;
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name: 'platform', namespace },
    spec: {
      interval: '1m',
      timeout: '1m',
      url: repositoryUrl(architecture),
      ref: {
        branch: isApproved(environment)
          ? why(
              branch,
              `${name} asks for ${approvals} ${approvals === 1 ? 'approval' : 'approvals'}: a pull request moves this branch, and they are given there.`,
            )
          : branch,
      },
      secretRef: { name: 'repository' },
    },
  };
}
