import type { Architecture } from '../../architecture.ts';
import { imagesOf, releasedOf } from '../releases.ts';
import { tools } from '../tools.ts';
import { cosignScript, ecrToken, loginScript } from './registry.ts';

const buildkit =
  'moby/buildkit:v0.33.0-rootless@sha256:80b15f0735e87bab7bf59ec4d695dfb4a7cfb25521cf56dc75d6f256285b63ef';
/** Has a shell and apk as well. */
export const scanner = `aquasec/trivy:${tools.trivy}@sha256:bcc376de8d77cfe086a917230e818dc9f8528e3c852f7b1aff648949b6258d1c`;

/**
 * Jobs that projects of services include: an image is built once, scanned, signed, and known by its digest from then
 * on, in every environment. Source: https://docs.gitlab.com/ci/yaml/signing_examples/ for what a signature needs.
 */
export function image(architecture: Architecture): string {
  const { delivery } = architecture;
  const [first] = releasedOf(architecture).filter(({ image }) => image !== undefined);
  const released = first !== undefined;
  const images = imagesOf(architecture);
  return `# Builds an image once, scans it, signs it, and tells its digest: what every environment runs from then on.
# In the project of a service, on ${delivery.branch} of which images are built, .gitlab-ci.yml holds:
#
#   include:
#     - project: ${delivery.repository}
#       ref: COMMIT
#       file: /.gitlab/image.yml
#       inputs:
#         image: ${first ? `${first.image}\n#         workload: ${first.name}` : images[0]}
#
#   # Sigstore takes the token of a job only where the project itself asks for it.
#   sign image:
#     id_tokens:
#       SIGSTORE_ID_TOKEN:
#         aud: sigstore
#
# It is pushed under the name that the blueprint has for it, which manifests and policies have as well. Clusters have
# to be let in there: nodes may read ECR of their own account, other registries have to be readable by them.
spec:
  inputs:
    image:
      description: name of the image, as in the blueprint
      options:
${images.map((name) => `        - ${name}\n`).join('')}    context:
      description: folder that holds the Dockerfile
      default: .
    stage:
      description: a stage of the pipeline of the service
      default: build
    runner:
      description: tag of runners, best of the processors that the image is for
      default: saas-linux-small-arm64
${
  released
    ? `    workload:
      description: what runs it, as in the blueprint, to release it to ${architecture.environments[0]!.name} at once; empty for by hand
      default: ''
`
    : ''
}---
.image:
  stage: $[[ inputs.stage ]]
  tags:
    - $[[ inputs.runner ]]
  timeout: 30 minutes
  rules:
    - if: $CI_COMMIT_BRANCH == '${delivery.branch}' && $CI_PIPELINE_SOURCE != 'schedule'
${ecrToken(architecture, '  ')}  variables:
    IMAGE: $[[ inputs.image ]]
  before_script:
    - |
${loginScript(architecture, '      ')}
build image:
  extends: .image
  image:
    name: ${buildkit}
    # its own starts a daemon
    entrypoint: ['']
  variables:
    CONTEXT: $[[ inputs.context ]]
    # needs no privileged runner
    BUILDKITD_FLAGS: --oci-worker-no-process-sandbox
  script:
    - >-
      buildctl-daemonless.sh build --frontend dockerfile.v0
      --local "context=$CONTEXT" --local "dockerfile=$CONTEXT"
      --opt platform=linux/arm64 --opt attest:provenance=mode=max --opt attest:sbom=
      --output "type=image,name=$IMAGE:$CI_COMMIT_SHA,push=true" --metadata-file image.json
    - digest=$(sed -nE 's/.*"containerimage\\.digest"[^"]*"(sha256:[0-9a-f]{64})".*/\\1/p' image.json)
    - if [ -z "$digest" ]; then echo "no digest of what was built" >&2; exit 1; fi
    - echo "IMAGE_DIGEST=$digest" | tee image.env
  artifacts:
    expire_in: 1 week
    reports:
      dotenv: image.env

# Scanned before it is signed, and a release takes only what is signed. Clusters themselves ask for the registry and
# for a digest (policy/admission), and look at no signature.
scan image:
  extends: .image
  image:
    name: ${scanner}
    # its own is trivy, and jobs are scripts of a shell
    entrypoint: ['']
  needs: [build image]
  script:
    - >-
      trivy image --severity CRITICAL,HIGH --ignore-unfixed --exit-code 1
      --platform linux/arm64 "$IMAGE@$IMAGE_DIGEST"

sign image:
  extends: .image
  image:
    name: ${scanner}
    entrypoint: ['']
  needs:
    - build image
    - job: scan image
      artifacts: false
  script:
    - |
${cosignScript('      ')}    - cosign sign --yes "$IMAGE@$IMAGE_DIGEST"
${released ? releaseJob(architecture, 'image') : ''}`;
}

/** The job that brings what was built to the first environment. @param what `image` or `package`, as its jobs are called */
export function releaseJob(architecture: Architecture, what: 'image' | 'package'): string {
  const { repository, branch } = architecture.delivery;
  return `
# Whoever merges here has to be a developer there as well: GitLab starts that pipeline in their name.
release ${what}:
  stage: $[[ inputs.stage ]]
  rules:
    - if: '"$[[ inputs.workload ]]" != "" && $CI_COMMIT_BRANCH == "${branch}" && $CI_PIPELINE_SOURCE != "schedule"'
  needs:
    - ${what === 'image' ? 'build image' : 'sign package'}
    - job: ${what === 'image' ? 'sign image' : 'upload package'}
      artifacts: false
  variables:
    WORKLOAD: $[[ inputs.workload ]]
    ENVIRONMENT: ${architecture.environments[0]!.name}
    DIGEST: $${what.toUpperCase()}_DIGEST
  trigger:
    project: ${repository}
    branch: ${branch}
`;
}
