import { type Job, type Step, steps, type Workflow } from '../../graph/github-actions.ts';
import { check } from '../check.ts';

export default check({
  id: 'github-actions/release-from-shared-cache',
  title: 'Release built from a cache that others can fill',
  dimension: 'security',
  severity: 'medium',
  why: 'Caches are shared by all workflows of a branch: a job that runs something bad once, a dependency or a pull_request_target, can leave a changed dependency in the cache, and the release that restores it ships it, signed. Build releases without a cache.',
  sameAs: ['zizmor:cache-poisoning'],
  controls: ['slsa:build-l3'],
  sources: [
    'https://adnanthekhan.com/2024/05/06/the-monsters-in-your-build-cache-github-actions-cache-poisoning/',
  ],
  visits: steps,
  judge(step) {
    const { job, key } = step;
    const how = cacheOf(step);
    if (!how || !job || !publishesAnything(job)) return;
    return {
      message: `The release is built from what ${how} restores, which other jobs of the repository can fill: build it without a cache.`,
      at: step.action!.node,
      key,
    };
  },
  examples: {
    bad: `on:
  release:
    types: [published]
permissions: {}
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
        with:
          path: node_modules
          key: modules
      - run: npm publish
`,
    good: `on:
  release:
    types: [published]
permissions: {}
jobs:
  publish:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/setup-node@49933ea5288caeca8642d1e84afbd3f7d6820020 # v4.4.0
        with:
          node-version: 22
      - run: npm ci && npm publish
`,
  },
});

const knownJobs = new WeakMap<Job, boolean>();

function publishesAnything(job: Job): boolean {
  let known = knownJobs.get(job);
  if (known === undefined) {
    known = job.steps.some((step) => publishes(step, isRelease(job.workflow)));
    knownJobs.set(job, known);
  }
  return known;
}

function isRelease({ triggers }: Workflow): boolean {
  if (triggers.has('release')) return true;
  const push = triggers.get('push');
  return push?.peek('tags') !== undefined;
}

const publishingActions =
  /^(?:pypa\/gh-action-pypi-publish|softprops\/action-gh-release|ncipollo\/release-action|actions\/create-release|rubygems\/release-gem|jreleaser\/release-action)$/;
const publishing =
  /\b(?:npm|pnpm|yarn)\s+(?:\w+\s+)?publish\b|\btwine upload\b|\bcargo publish\b|\bgem push\b|\bgoreleaser\s+release\b(?!.*--(?:snapshot|skip[= ]\S*publish))|\bgh release (?:create|upload)\b|\bmvn\b.*\bdeploy\b|\bpoetry publish\b/;

/** Images of each commit are pushed with a cache and tested before they are released: those count for releases only. */
function publishes({ action, script, node }: Step, isRelease: boolean): boolean {
  const text = String(script?.content ?? '');
  if (script) return publishing.test(text) || (isRelease && /\bdocker push\b/.test(text));
  if (!action) return false;
  if (action.repository === 'docker/build-push-action')
    return isRelease && String(node.peek('with', 'push')?.content) === 'true';
  if (action.repository === 'goreleaser/goreleaser-action') {
    const args = String(node.peek('with', 'args')?.content ?? 'release');
    return /\brelease\b/.test(args) && !/--(?:snapshot|skip[= ]\S*publish)/.test(args);
  }
  return publishingActions.test(action.repository);
}

function cacheOf({ action, node }: Step): string | undefined {
  const input = (name: string) => {
    const content = node.peek('with', name)?.content;
    return content === undefined || content === null ? undefined : String(content);
  };
  switch (action?.repository) {
    case 'actions/cache':
      return input('lookup-only') === 'true' || action.path === 'save' ? undefined : 'actions/cache';
    case 'swatinem/rust-cache':
    case 'mozilla-actions/sccache-action':
      return action.repository;
    case 'astral-sh/setup-uv':
      return input('enable-cache') === 'true' ? action.repository : undefined;
    case 'pyo3/maturin-action':
      return input('sccache') === 'true' ? action.repository : undefined;
    case 'actions/setup-node':
    case 'actions/setup-python':
    case 'actions/setup-java':
      return input('cache') ? action.repository : undefined;
    case 'actions/setup-go':
      // it caches unless told otherwise
      return input('cache') === 'false' ? undefined : action.repository;
    case 'docker/build-push-action':
      return /type=gha/.test(input('cache-from') ?? '') ? 'cache-from: type=gha' : undefined;
    default:
      return undefined;
  }
}
