import { type Step, shellStepOf, steps } from '../../graph/github-actions.ts';
import { isScan } from '../../graph/scanners.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

const scannerActions =
  /^(?:aquasecurity\/(?:trivy|tfsec)[\w-]*|bridgecrewio\/checkov-action|snyk\/actions|anchore\/scan-action|gitleaks\/gitleaks-action|checkmarx\/kics-github-action|returntocorp\/semgrep-action|trufflesecurity\/trufflehog|hadolint\/hadolint-action|stackrox\/kube-linter-action|zizmorcore\/zizmor-action)$/;

export default check({
  id: 'github-actions/scan-findings-ignored',
  title: 'Security scan that cannot fail',
  dimension: 'security',
  severity: 'low',
  why: 'A scan whose result changes nothing is not read after the second week: what it finds is merged and deployed, and everybody believes that it was checked. Let it fail from the severity on that matters, and write down the exceptions.',
  controls: ['soc2:CC7.1', 'pci-dss:6.3.2'],
  sources: [
    'https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepscontinue-on-error',
  ],
  visits: steps,
  judge(step) {
    const why = ignoredBy(step);
    if (!why || step.job?.steps.some(reportsSarif)) return;
    return {
      message:
        `The scan ${step.label === step.action?.node.content ? '' : `"${step.label}" `}cannot fail (${why}), so nobody will look at what it finds: let it fail from a severity on.`.replace(
          '  ',
          ' ',
        ),
      at: step.action?.node ?? step.script ?? step.node,
      key: step.key,
    };
  },
  examples: {
    bad: `on: pull_request
permissions: {}
jobs:
  scan:
    runs-on: ubuntu-24.04
    steps:
      - run: checkov --directory infrastructure || true
`,
    good: `on: pull_request
permissions: {}
jobs:
  scan:
    runs-on: ubuntu-24.04
    steps:
      - run: checkov --directory infrastructure
`,
  },
});

function ignoredBy(step: Step): string | undefined {
  const { action, node } = step;
  const goesOn = String(node.peek('continue-on-error')?.content) === 'true';
  if (action) {
    if (!scannerActions.test(action.repository)) return undefined;
    if (goesOn) return 'continue-on-error: true';
    const soft = ['soft_fail', 'soft-fail'].find(
      (name) => String(node.peek('with', name)?.content) === 'true',
    );
    return soft && `${soft}: true`;
  }
  const shell = shellStepOf(step);
  for (const [at, pipeline] of (shell?.pipelines ?? []).entries()) {
    const calls = pipeline.commands.map((command) => callOf(command));
    const scanner = calls.find((call) => call && isScan(call));
    if (!scanner) continue;
    if (goesOn) return 'continue-on-error: true';
    const next = shell!.pipelines[at + 1];
    if (next?.after === '||' && /^(?:true|:|echo)$/.test(callOf(next.commands[0]!)?.name ?? ''))
      return '|| true';
    const soft = scanner.args.find(({ text }) => /^--?soft-fail$/.test(text));
    if (soft) return soft.text;
  }
  return undefined;
}

/** Results that go to the security tab of the repository are looked at there. */
function reportsSarif({ action }: Step): boolean {
  return action?.repository === 'github/codeql-action' && action.path === 'upload-sarif';
}
