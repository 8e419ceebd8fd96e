import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import { isApproved, repositoryUrl } from '../repository.ts';

/** The branch that an environment follows. Flux has no button: moving a branch is the approval. */
export function branchOf(architecture: Architecture, environment: Environment): string {
  const followed = followedBy(architecture, environment);
  return isApproved(followed) ? `release/${followed.name}` : architecture.delivery.branch;
}

/** A standby is what it stands for, and so follows the same. */
function followedBy({ environments }: Architecture, environment: Environment): Environment {
  return environments.find(({ name }) => name === environment.standsFor) ?? environment;
}

/** The repository, as one environment follows it. */
export function gitRepository(
  architecture: Architecture,
  environment: Environment,
  namespace: string,
): YamlMap {
  const branch = branchOf(architecture, environment);
  const followed = followedBy(architecture, environment);
  const { approvals, name } = followed;
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name: 'platform', namespace },
    spec: {
      interval: '1m',
      timeout: '1m',
      url: repositoryUrl(architecture),
      ref: {
        branch: isApproved(followed)
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
