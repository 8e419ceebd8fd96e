import type { Architecture } from '../../architecture.ts';
import type { Environment } from '../../environment.ts';
import { imagesOf, packagesOf } from '../releases.ts';
import { rolesOf } from '../roles.ts';
import type { Signer } from '../signed-images.ts';
import { imagesOfOthers } from '../verify-release.ts';
import { scanner } from './image.ts';
import { cosignScript, ecrToken, loginScript } from './registry.ts';

/**
 * Jobs that have an environment run an image: a pipeline that is run by hand, or triggered by that of a service, with
 * the variables WORKLOAD, ENVIRONMENT and DIGEST opens a merge request that changes one line.
 */
export function releaseJobs(architecture: Architecture, followed: readonly Environment[]): string {
  const { branch } = architecture.delivery;
  const packages = packagesOf(architecture).length > 0;
  const others = imagesOfOthers(architecture).length > 0;
  const login = imagesOf(architecture).length > 0 ? loginScript(architecture, '      ') : '';
  const token = packages
    ? '  id_tokens:\n    AWS_ID_TOKEN:\n      aud: https://gitlab.com\n'
    : ecrToken(architecture, '  ');
  return `
# Has an environment run a version: run a pipeline on ${branch} with WORKLOAD, ENVIRONMENT and DIGEST (sha256:...), by hand or
# by a trigger of the service's own pipeline, once that has built and signed it (.gitlab).
# From one environment to the next: the same, without DIGEST. Back to the version before: with "previous" as DIGEST.
# RELEASE_TOKEN is a project access token with write_repository and api, masked and protected.
release:
  stage: release
${others ? `  image:\n    name: ${scanner}\n    entrypoint: ['']\n` : ''}  rules:
    - if: $WORKLOAD && $ENVIRONMENT && $CI_COMMIT_BRANCH == '${branch}'
  resource_group: release-$WORKLOAD-$ENVIRONMENT
${token}  variables:
    DIGEST: ''
    # what ran before is in the history
    GIT_DEPTH: '0'
  before_script:
    - apk add --no-cache bash=~5${others ? ' git' : ''}${packages ? ' aws-cli' : ''}
  script:
    - IMAGE=$(bash .gitlab/scripts/set-digest.sh "$WORKLOAD" "$ENVIRONMENT" "$DIGEST")
    - mkdir -p ~/bin && export PATH="$HOME/bin:$PATH"
    - |
${login}${cosignScript('      ')}${packages ? `    - |\n${packageAccess(architecture)}` : ''}    # Only what ${branch} of a project in this group has signed. A name says who signs, so who may push to those branches counts.
    - bash .gitlab/scripts/verify-release.sh "$IMAGE" "$ENVIRONMENT"
    - if git diff --quiet; then echo "$ENVIRONMENT runs it already"; exit 0; fi
    - git config user.name release && git config user.email "release@$CI_SERVER_HOST"
    - git commit --quiet --all --message "Run $WORKLOAD \${IMAGE##*@} in $ENVIRONMENT"
    - >-
      git push --force
      -o merge_request.create -o "merge_request.target=${branch}" -o merge_request.remove_source_branch
      "https://release:$RELEASE_TOKEN@$CI_SERVER_HOST/$CI_PROJECT_PATH.git"
      "HEAD:refs/heads/digest/$ENVIRONMENT/$WORKLOAD"
${followed.length > 0 ? promoteJob(branch, followed) : ''}`;
}

/** Shell that lets a job read the packages of `$ENVIRONMENT`, by the role that reads there and changes nothing. */
function packageAccess({ environments }: Architecture): string {
  const arms = environments.map(
    (one) => `        ${one.name}) export AWS_ROLE_ARN=${rolesOf(one).plan} AWS_REGION=${one.region} ;;\n`,
  );
  return `      printf '%s' "$AWS_ID_TOKEN" > ~/aws-token
      case "$IMAGE" in *.zip@*)
        export AWS_WEB_IDENTITY_TOKEN_FILE=~/aws-token AWS_ROLE_SESSION_NAME="gitlab-$CI_JOB_ID"
        case "$ENVIRONMENT" in
${arms.map((arm) => `  ${arm}`).join('')}        esac ;;
      esac
`;
}

/** Shell that scans what others made. */
export const scanOfOthers =
  'trivy image --severity CRITICAL --ignore-unfixed --exit-code 1 --platform linux/arm64 "$version"';

/** Who signs, as Cosign is told it: the main branch of a project in the group of this repository. */
export function signer({ delivery: { branch, repository } }: Architecture): Signer {
  const group = repository.split('/').slice(0, -1).join('/').replaceAll('.', '\\.');
  return {
    issuer: 'https://gitlab.com',
    identity: `^https://gitlab\\.com/${group}/.+//\\.gitlab-ci\\.yml@refs/heads/${branch.replaceAll('.', '\\.')}$`,
  };
}

function promoteJob(branch: string, followed: readonly Environment[]): string {
  const names = followed.map(({ name }) => name);
  return `
# Asks for an environment to get what is on ${branch}: a merge request into the branch that Flux follows there, which has to
# be protected and to ask for the approvals of the environment. PROMOTE is ${names.join(' or ')}.
promote:
  stage: release
  rules:
    - if: $PROMOTE =~ /^(${names.join('|')})$/ && $CI_COMMIT_BRANCH == '${branch}'
  before_script:
    - apk add --no-cache curl=~8
  script:
    - >-
      curl -fsS --header "PRIVATE-TOKEN: $RELEASE_TOKEN"
      --data-urlencode "source_branch=${branch}" --data-urlencode "target_branch=release/$PROMOTE"
      --data-urlencode "title=Bring ${branch} to $PROMOTE"
      "$CI_API_V4_URL/projects/$CI_PROJECT_ID/merge_requests"
`;
}
