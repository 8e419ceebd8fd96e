import type { Architecture } from '../../architecture.ts';
import { artifactsBucket } from '../../artifacts.ts';
import { uploadScript } from '../github/package.ts';
import { packagesOf } from '../releases.ts';
import { rolesOf } from '../roles.ts';
import { releaseJob, scanner } from './image.ts';
import { cosignScript } from './registry.ts';

/**
 * Jobs that projects of functions include: a package is scanned, signed, and put where every environment takes it from,
 * under a key that says what is in it.
 */
export function packageJobs(architecture: Architecture): string {
  const { delivery, environments } = architecture;
  const packages = packagesOf(architecture);
  const into = environments.map(
    (one) => `      - BUCKET: ${artifactsBucket(one)}
        AWS_REGION: ${one.region}
        AWS_ROLE_ARN: ${rolesOf(one).packages}
`,
  );
  return `# Scans and signs the package of a function, and puts it where environments take packages from. It is built once; its
# digest, which is its key as well, is what every environment runs from then on. To be there runs it nowhere.
# In the project of a function, where a job called "build" leaves package.zip as an artifact, .gitlab-ci.yml holds:
#
#   include:
#     - project: ${delivery.repository}
#       ref: COMMIT
#       file: /.gitlab/package.yml
#       inputs:
#         workload: ${packages[0]}
#
#   # Sigstore takes the token of a job only where the project itself asks for it.
#   sign package:
#     id_tokens:
#       SIGSTORE_ID_TOKEN:
#         aud: sigstore
spec:
  inputs:
    workload:
      description: name of the function, as in the blueprint
      options:
${packages.map((name) => `        - ${name}\n`).join('')}    job:
      description: the job that leaves package.zip
      default: build
    stage:
      description: a stage of the pipeline of the function, not before that of the job
      default: build
---
.package:
  stage: $[[ inputs.stage ]]
  image:
    name: ${scanner}
    # its own is trivy, and jobs are scripts of a shell
    entrypoint: ['']
  timeout: 15 minutes
  rules:
    - if: $CI_COMMIT_BRANCH == '${delivery.branch}' && $CI_PIPELINE_SOURCE != 'schedule'

# Scanned before it is signed, and a release takes only what is signed.
sign package:
  extends: .package
  needs: ['$[[ inputs.job ]]']
  script:
    - mkdir -p ~/bin && export PATH="$HOME/bin:$PATH"
    - unzip -q package.zip -d unpacked
    - trivy rootfs --scanners vuln,secret --severity CRITICAL,HIGH --ignore-unfixed --exit-code 1 unpacked
    - |
${cosignScript('      ')}    - cosign sign-blob --yes --bundle package.sigstore.json package.zip
    - echo "PACKAGE_DIGEST=sha256:$(sha256sum package.zip | cut -d ' ' -f 1)" | tee package.env
  artifacts:
    expire_in: 1 week
    paths: [package.zip, package.sigstore.json]
    reports:
      dotenv: package.env

upload package:
  extends: .package
  needs: [sign package]
  id_tokens:
    AWS_ID_TOKEN:
      aud: https://gitlab.com
  parallel:
    matrix:
${into.join('')}  script:
    - apk add --no-cache aws-cli
    - printf '%s' "$AWS_ID_TOKEN" > ~/aws-token
    - export AWS_WEB_IDENTITY_TOKEN_FILE=~/aws-token AWS_ROLE_SESSION_NAME="gitlab-$CI_JOB_ID" DIGEST="$PACKAGE_DIGEST"
    - |
${uploadScript('      ', '.')}${releaseJob(architecture, 'package')}`;
}
