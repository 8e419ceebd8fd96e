import { describe, expect, it } from 'vitest';
import { readFiles } from '../../../tests/support/read-example.ts';
import { judge } from '../../verdict/judge.ts';
import check from './script-injection.ts';

async function found(on: string, step: string, rest = '') {
  const text = `on: ${on}\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    ${rest}\n    steps:\n      - ${step}\n`;
  const { graph } = await readFiles({ '.github/workflows/ci.yml': text });
  return judge(graph, [check]).findings.map(({ severity, message, origin }) => ({
    severity,
    at: text.slice(origin.start, origin.end),
    message,
  }));
}

describe('github-actions/script-injection', () => {
  it.each([
    ['issues', 'run: echo ${{ github.event.issue.title }}', 'high'],
    ['push', 'run: echo ${{ github.event.head_commit.message }}', 'medium'],
    ['issues', "run: echo ${{ format('x {0}', github.event.issue.body) }}", 'high'],
    ['issues', 'run: echo ${{ toJSON(github.event) }}', 'high'],
    ['issues', "run: echo ${{ github.event['issue'].title || 'none' }}", 'high'],
    [
      'issue_comment',
      '{ uses: actions/github-script@v7, with: { script: "f(`${{ github.event.comment.body }}`)" } }',
      'high',
    ],
    ['workflow_dispatch: { inputs: { tag: { type: string } } }', 'run: echo ${{ inputs.tag }}', 'low'],
    ['[push]', 'run: echo ${{ github.ref_name }}', 'low'],
  ])('on %s: %s is %s', async (on, step, severity) => {
    const findings = await found(on.includes(':') ? `{ ${on} }` : on, step);
    expect(findings.map((finding) => finding.severity)).toEqual([severity]);
    expect(findings[0]!.at).toMatch(/^\$\{\{.*\}\}$/);
  });

  it.each([
    ['a number', 'issues', 'run: echo ${{ github.event.issue.number }}'],
    ['a comparison', 'issues', "run: echo ${{ github.event.issue.title == 'x' }}"],
    ['a search', 'issues', "run: echo ${{ contains(github.event.issue.body, 'x') && 'yes' || 'no' }}"],
    ['the environment', 'issues', '{ run: echo "$T", env: { T: "${{ github.event.issue.title }}" } }'],
    [
      'a choice',
      '{ workflow_dispatch: { inputs: { tag: { type: choice } } } }',
      'run: echo ${{ inputs.tag }}',
    ],
    ['named branches only', '{ push: { branches: [main] } }', 'run: echo ${{ github.ref_name }}'],
    [
      'an input that runs nothing',
      'issues',
      '{ uses: actions/labeler@v5, with: { x: "${{ github.event.issue.title }}" } }',
    ],
  ])('lets %s pass', async (_, on, step) => {
    expect(await found(on, step)).toEqual([]);
  });

  it('follows an environment variable that is pasted in again', async () => {
    const findings = await found(
      'issues',
      'run: echo ${{ env.T }}',
      "env: { T: '${{ github.event.issue.title }}' }",
    );
    expect(findings.map(({ severity }) => severity)).toEqual(['high']);
  });

  it.each([
    ['!github.event.pull_request.head.repo.fork && !github.event.pull_request.draft', 'low'],
    ['github.event.pull_request.head.repo.full_name == github.repository', 'low'],
    ['github.event.pull_request.head.repo.fork == false || always()', 'high'],
    ['github.event.pull_request.head.repo.fork', 'high'],
  ])('weighs pull requests of a job with the condition %s as %s', async (condition, severity) => {
    const step = 'run: echo ${{ github.head_ref }}';
    const findings = await found('pull_request', step, `if: \${{ ${condition} }}`);
    expect(findings.map((finding) => finding.severity)).toEqual([severity]);
  });

  it('does not take a guard of pull requests for one of issues', async () => {
    const condition = 'if: ${{ !github.event.pull_request.head.repo.fork }}';
    const findings = await found('issues', 'run: echo ${{ github.event.issue.title }}', condition);
    expect(findings.map(({ severity }) => severity)).toEqual(['high']);
  });

  it('names a variable as it is written', async () => {
    const env = "env: { Title: '${{ github.event.issue.title }}' }";
    const [finding] = await found('issues', 'run: echo ${{ env.Title }}', env);
    expect(finding?.message).toContain('choose env.Title,');
  });
});
