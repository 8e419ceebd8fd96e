import type { Architecture } from '../../architecture.ts';
import type { Environment, StateBoundary } from '../../environment.ts';
import { releasedByTerraform } from '../../release-files.ts';
import { placeOfState, statesBefore, statesOfPipeline } from '../../state-place.ts';
import { rolesOf } from '../roles.ts';
import { pinnedInTerraform } from '../signed-images.ts';
import { actions, tools } from '../tools.ts';
import { releasePaths, signedJob } from './deploy.ts';
import { logins, releaseBranches } from './release.ts';

/** What holds for every change: formatting, validity, tests, Plinth's own verdict. */
const validate = `  validate:
    runs-on: ubuntu-24.04
    timeout-minutes: 20
    permissions:
      contents: read
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.terraform}
        with:
          terraform_version: ${tools.terraform}
          terraform_wrapper: false
      - name: format
        run: terraform fmt -check -recursive -diff terraform
      - name: validate every root and module
        run: bash .github/scripts/for-each-root.sh validate
      - name: test every module
        run: bash .github/scripts/for-each-root.sh test
  scan:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.node}
        with:
          node-version: 22
      - name: verify
        run: npx --yes plinth@${tools.plinth} verify . --fail-on medium --format github --format text
      - name: test the policies
        run: |
          bash .github/scripts/install-conftest.sh
          conftest verify --policy policy/terraform
`;

/** The workflow of every change of infrastructure: validate, scan, plan, hold against policies, approve, apply. */
export function infrastructure(architecture: Architecture): string {
  const { environments, delivery } = architecture;
  const jobs: string[] = [];
  const signed = imagesJob(architecture);
  // deploy.yaml plans and applies those
  const released = releasedByTerraform(environments.at(-1)!).length > 0;
  let before: readonly string[] = ['validate', 'scan', ...(signed === '' ? [] : ['images'])];
  for (const environment of environments) {
    const states = statesOfPipeline(environment);
    jobs.push(...states.map((state) => jobOf(environment, state, before)));
    before = states.map((state) => jobName(environment, state));
  }
  return `# Every change of infrastructure: validated, scanned, planned, held against policies, approved, applied as planned.
# The environments follow each other, production last; a pull request plans all of them and applies none.
name: infrastructure
on:
  # every one of them, as a check that is required has to be told
  pull_request:
    branches: [${delivery.branch}]
  push:
    branches: [${delivery.branch}]
    paths: ['terraform/**', 'policy/**', '.github/**'${released ? `, '!${releasePaths}'` : ''}]

permissions: {}

# One run after the other on the main branch: two applies would wait for the same locks.
concurrency:
  group: infrastructure-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
${validate}${signed}${jobs.join('')}`;
}

/** What admission is to a cluster: nothing is planned that runs an image which nobody signed. */
function imagesJob(architecture: Architecture): string {
  return signedJobOf(architecture, 'images');
}

/** The job that looks at signatures of what Terraform runs; empty where there is nothing to look at. */
export function signedJobOf(architecture: Architecture, name: string): string {
  const sources = pinnedInTerraform(architecture).map(({ source }) => source);
  return sources.length === 0 ? '' : signedJob(name, logins(architecture, sources, 'plan'));
}

function jobName(environment: Environment, state: StateBoundary): string {
  return `${environment.name}-${state.name}`;
}

function jobOf(environment: Environment, state: StateBoundary, before: readonly string[]): string {
  const needs = [...before, ...statesBefore(environment, state).map((other) => jobName(environment, other))];
  const roles = rolesOf(environment);
  const { region } = placeOfState(environment, state);
  return `  ${jobName(environment, state)}:
    needs: [${needs.join(', ')}]
    if: \${{ !startsWith(github.head_ref, '${releaseBranches}') }}
    uses: ./.github/workflows/terraform-root.yaml
    permissions:
      contents: read
      id-token: write # handed on to the jobs that ask AWS for credentials
    with:
      path: ${state.path}
      environment: ${environment.name}
      region: ${region}
      plan-role: ${roles.plan}
      apply-role: ${roles.apply}
      apply: \${{ github.event_name == 'push' }}
`;
}
