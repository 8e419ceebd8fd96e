import type { Architecture } from '../../architecture.ts';
import type { Environment, StateBoundary } from '../../environment.ts';
import { rootsOfReleases } from '../../release-files.ts';
import { placeOfState, statesOfPipeline } from '../../state-place.ts';
import { rolesOf } from '../roles.ts';
import { actions } from '../tools.ts';
import { releaseBranches } from './release.ts';

/** What a release changes; `infrastructure` leaves it to the workflow here. */
export const releasePaths = 'terraform/environments/**/release-*.auto.tfvars';

/**
 * The workflow that brings what was released to where Terraform runs it. It stands apart from that of infrastructure, so
 * that a release, and the way back from one, waits for nothing else.
 * @param images steps that look at signatures, where images are pinned by Terraform
 */
export function deploy(architecture: Architecture, images: string): string {
  const { branch } = architecture.delivery;
  const jobs = architecture.environments.flatMap((environment) => {
    const roots = rootsOfReleases(environment);
    const states = statesOfPipeline(environment).filter(({ path }) => roots.includes(path));
    return states.map((state, at) =>
      jobOf(environment, state, [images !== '' && 'signed', at > 0 && nameOf(environment, states[0]!)]),
    );
  });
  return `# Brings what was released to tasks and functions: planned, held against policies, approved, applied as planned.
# Each run plans every environment as it is on ${branch}, so that one which a later run overtook is not lost.
name: deploy
on:
  pull_request:
    branches: [${branch}]
    paths: ['${releasePaths}']
  push:
    branches: [${branch}]
    paths: ['${releasePaths}']

permissions: {}

jobs:
${images}${jobs.join('')}`;
}

/** The job that looks at signatures. @param login steps that let it into registries */
export function signedJob(name: string, login: string): string {
  return `  ${name}:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
      packages: read
${login.includes('role-to-assume') ? '      id-token: write # for AWS, where the registry is\n' : ''}    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
${login}      - uses: ${actions.cosign}
      - name: take only what image.yaml of this repository has signed
        run: bash .github/scripts/verify-images.sh
`;
}

function nameOf(environment: Environment, state: StateBoundary): string {
  return `${environment.name}-${state.name}`;
}

function jobOf(environment: Environment, state: StateBoundary, needs: readonly (string | false)[]): string {
  const roles = rolesOf(environment);
  const { region } = placeOfState(environment, state);
  const before = needs.filter((one) => one !== false);
  return `  ${nameOf(environment, state)}:
${before.length > 0 ? `    needs: [${before.join(', ')}]\n` : ''}    if: \${{ github.event_name == 'push' || startsWith(github.head_ref, '${releaseBranches}${environment.name}/') }}
    uses: ./.github/workflows/terraform-root.yaml
    permissions:
      contents: read
      id-token: write # handed on to the jobs that ask AWS for credentials
    # one release after the other; of those that wait the last one counts, and has all before it
    concurrency:
      group: deploy-${nameOf(environment, state)}-\${{ github.ref }}
      cancel-in-progress: false
    with:
      path: ${state.path}
      environment: ${environment.name}
      region: ${region}
      plan-role: ${roles.plan}
      apply-role: ${roles.apply}
      apply: \${{ github.event_name == 'push' }}
`;
}
