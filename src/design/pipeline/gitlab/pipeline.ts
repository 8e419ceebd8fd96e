import type { Architecture } from '../../architecture.ts';
import type { Environment, StateBoundary } from '../../environment.ts';
import { placeOfState, statesBefore, statesOfPipeline } from '../../state-place.ts';
import { FileSet, type Files } from '../../target.ts';
import { codeOwners } from '../code-owners.ts';
import { followedByBranch, imagesOf, packagesOf, releasedOf } from '../releases.ts';
import { rolesOf } from '../roles.ts';
import { forEachRoot, installConftest } from '../scripts.ts';
import { setDigest } from '../set-digest.ts';
import { pinnedInTerraform, verifyImages } from '../signed-images.ts';
import { tools } from '../tools.ts';
import { verifyRelease } from '../verify-release.ts';
import { image } from './image.ts';
import { packageJobs } from './package.ts';
import { cosignScript, ecrToken, loginScript } from './registry.ts';
import { releaseJobs, scanOfOthers, signer } from './release.ts';

/** Images of the jobs. That of Terraform goes by its version: mirror it into your registry and pin it there by digest. */
const images = {
  terraform: `hashicorp/terraform:${tools.terraform}`,
  node: 'node:22.17.0-bookworm-slim@sha256:b04ce4ae4e95b522112c2e5c52f781471a5cbc3b594527bcddedee9bc48c03a0',
} as const;

export function gitlabPipeline(architecture: Architecture): Files {
  const files = new FileSet();
  const by = signer(architecture);
  if (releasedOf(architecture).length > 0)
    files
      .add('.gitlab/scripts/set-digest.sh', setDigest(architecture))
      .add(
        '.gitlab/scripts/verify-release.sh',
        verifyRelease(architecture, { image: by, package: by }, scanOfOthers),
      );
  const pinned = pinnedInTerraform(architecture);
  if (pinned.length > 0)
    files.add(
      '.gitlab/scripts/verify-images.sh',
      verifyImages(pinned, by, loginScript(architecture, '  ', 'plan')),
    );
  if (imagesOf(architecture).length > 0) files.add('.gitlab/image.yml', image(architecture));
  if (packagesOf(architecture).length > 0) files.add('.gitlab/package.yml', packageJobs(architecture));
  return files
    .add('.gitlab-ci.yml', pipelineOf(architecture))
    .add('.gitlab/scripts/for-each-root.sh', forEachRoot)
    .add('.gitlab/scripts/install-conftest.sh', installConftest)
    .add('.gitlab/CODEOWNERS', codeOwners(architecture)).files;
}

function pipelineOf(architecture: Architecture): string {
  const { environments, delivery } = architecture;
  const releases = releasedOf(architecture).length > 0;
  const stages = [
    'validate',
    // plans wait for what they read to be applied, and nothing may need a job of a later stage
    ...environments.map(({ name }) => name),
    'drift',
    ...(releases ? ['release'] : []),
  ];
  const others = releases ? '$WORKLOAD == null && $PROMOTE == null && ' : '';
  const signed = imagesJob(architecture, others);
  const jobs = environments.flatMap((environment, at) =>
    statesOfPipeline(environment).map((state) =>
      jobsOf({ environment, state, before: environments[at - 1] }, signed !== '', others, delivery.branch),
    ),
  );
  return `# Every change of infrastructure: validated, scanned, planned, held against policies, approved, applied as planned.
# The environments follow each other, production last; a merge request plans them and applies none. Only roots that a
# change touches are planned, so that a release waits for nothing else; a pipeline that is run by hand plans all of them.
stages:
${[...new Set(stages)].map((stage) => `  - ${stage}\n`).join('')}
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == 'merge_request_event'
    - if: $CI_COMMIT_BRANCH == '${delivery.branch}'

default:
  image:
    name: ${images.terraform}
    # its own is terraform, and jobs are scripts of a shell
    entrypoint: ['']
  interruptible: true
  timeout: 30 minutes
  retry:
    max: 1
    when: [runner_system_failure, stuck_or_timeout_failure]

variables:
  TF_IN_AUTOMATION: 'true'
  TF_INPUT: 'false'
  # where providers are kept between jobs of one runner
  TF_PLUGIN_CACHE_DIR: $CI_PROJECT_DIR/.terraform-plugins

validate:
  stage: validate
  rules:
    - if: ${others}$CI_PIPELINE_SOURCE != 'schedule'
  before_script:
    - mkdir -p "$TF_PLUGIN_CACHE_DIR"
    - apk add --no-cache bash=~5
  script:
    - terraform fmt -check -recursive -diff terraform
    - bash .gitlab/scripts/for-each-root.sh validate
    - bash .gitlab/scripts/for-each-root.sh test

verify:
  stage: validate
  image: ${images.node}
  rules:
    - if: ${others}$CI_PIPELINE_SOURCE != 'schedule'
  script:
    - npx --yes plinth@${tools.plinth} verify . --fail-on medium --format gitlab --output plinth.json --format text
  artifacts:
    when: always
    expire_in: 1 week
    reports:
      codequality: plinth.json

${signed}# A token of this job, which AWS takes instead of a key. Source: https://docs.gitlab.com/ci/cloud_services/aws/
.aws:
  id_tokens:
    AWS_ID_TOKEN:
      aud: https://gitlab.com
  before_script:
    - mkdir -p "$TF_PLUGIN_CACHE_DIR"
    - printf '%s' "$AWS_ID_TOKEN" > "$CI_BUILDS_DIR/aws-token"
    - export AWS_WEB_IDENTITY_TOKEN_FILE="$CI_BUILDS_DIR/aws-token" AWS_ROLE_SESSION_NAME="gitlab-$CI_JOB_ID"
    - cd "$ROOT" && terraform init

.plan:
  extends: .aws
  script:
    - terraform plan -lock-timeout=5m -out=tfplan
    - terraform show -json tfplan > "$CI_BUILDS_DIR/plan.json"
    - apk add --no-cache bash=~5 curl=~8 && bash "$CI_PROJECT_DIR/.gitlab/scripts/install-conftest.sh"
    - conftest test --policy "$CI_PROJECT_DIR/policy/terraform" "$CI_BUILDS_DIR/plan.json"
  artifacts:
    # a plan may hold values of the state: for as long as an approval takes, and for developers only
    access: developer
    expire_in: 3 days
    paths:
      - $ROOT/tfplan

.apply:
  extends: .aws
  interruptible: false
  timeout: 90 minutes
  allow_failure: false
  script:
    # Terraform refuses a plan that was made from an older state.
    - terraform apply -lock-timeout=5m tfplan

# Looks for what somebody changed by hand: a plan of what is on the main branch has to be empty.
.drift:
  extends: .aws
  stage: drift
  rules:
    - if: $CI_PIPELINE_SOURCE == 'schedule'
  script:
    - terraform plan -lock=false -detailed-exitcode

${jobs.join('\n')}${releases ? releaseJobs(architecture, followedByBranch(architecture)) : ''}`;
}

/** What admission is to a cluster: nothing is planned that runs an image which nobody signed. */
function imagesJob(architecture: Architecture, others: string): string {
  return pinnedInTerraform(architecture).length === 0
    ? ''
    : `# Takes only images that projects of this group have signed.
verify images:
  stage: validate
  rules:
    - if: ${others}$CI_PIPELINE_SOURCE != 'schedule'
${ecrToken(architecture, '  ')}  before_script:
    - apk add --no-cache bash=~5
    - mkdir -p ~/bin && export PATH="$HOME/bin:$PATH"
    - |
${cosignScript('      ')}  script:
    - bash .gitlab/scripts/verify-images.sh

`;
}

interface RootHere {
  readonly environment: Environment;
  readonly state: StateBoundary;
  /** the environment that is applied before */
  readonly before: Environment | undefined;
}

/** @param others what excludes pipelines that change nothing */
function jobsOf(root: RootHere, isSigned: boolean, others: string, branch: string): string {
  const { environment, state, before } = root;
  const roles = rolesOf(environment);
  const { region } = placeOfState(environment, state);
  const name = `${environment.name} ${state.name}`;
  const reads = statesBefore(environment, state);
  const variables = (role: string) => `  variables:
    ROOT: ${state.path}
    AWS_REGION: ${region}
    AWS_ROLE_ARN: ${role}
`;
  const reading = reads.map((other) => applied(environment, other)).join('');
  const following = (before?.states ?? []).map((other) => applied(before!, other)).join('');
  return `plan ${name}:
  extends: .plan
  stage: ${environment.name}
  rules:
    - if: ${others}$CI_PIPELINE_SOURCE != 'schedule'
${touching(environment, state)}  needs:
    - job: validate
      artifacts: false
    - job: verify
      artifacts: false
${isSigned ? '    - job: verify images\n      artifacts: false\n' : ''}${reading}${variables(roles.plan)}
apply ${name}:
  extends: .apply
  stage: ${environment.name}
  rules:
    - if: ${others}$CI_COMMIT_BRANCH == '${branch}' && $CI_PIPELINE_SOURCE != 'schedule'
${touching(environment, state)}${environment.approvals > 0 ? '      when: manual\n' : ''}  needs:
    - plan ${name}
${following}  resource_group: ${environment.name}-${state.name}
  environment:
    name: ${environment.name}
    deployment_tier: ${environment.production ? 'production' : 'staging'}
${variables(roles.apply)}
drift ${name}:
  extends: .drift
${variables(roles.plan)}`;
}

/** What a root is made of, and the roots whose outputs it reads. */
function touching({ states }: Environment, state: StateBoundary): string {
  const read = states.filter(({ name }) => state.reads.includes(name)).map(({ path }) => `${path}/*.tf`);
  const paths = [
    `${state.path}/*`,
    ...read,
    'terraform/modules/**/*',
    'policy/terraform/*',
    '.gitlab-ci.yml',
  ];
  return `      changes:\n        paths:\n${paths.map((path) => `          - ${path}\n`).join('')}`;
}

/** In a merge request nothing is applied, and nothing waits. */
function applied(environment: Environment, state: StateBoundary): string {
  return `    - job: apply ${environment.name} ${state.name}\n      optional: true\n      artifacts: false\n`;
}
