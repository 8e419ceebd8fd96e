import { pipelineIncludes } from '../../graph/gitlab-ci/includes.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/include-not-pinned',
  title: 'Jobs included from somewhere that may change',
  dimension: 'security',
  severity: 'medium',
  why: 'What is included runs with all variables of this project, and who can change it there changes it here, at the next pipeline and without a review. Give an address with integrity, a project with the ref of a commit or tag, a component with a full version.',
  controls: ['slsa:build-l3', 'soc2:CC8.1'],
  sources: [
    'https://docs.gitlab.com/ci/yaml/#include',
    'https://docs.gitlab.com/ci/components/#component-versions',
  ],
  visits: pipelineIncludes,
  judge({ kind, node, target }) {
    if (kind === 'remote') {
      if (node.peek('integrity')) return;
      return {
        message: `${target} may hold something else tomorrow, and it runs with the variables of this project: give its integrity (sha256), or keep a copy here.`,
        key: target,
      };
    }
    if (kind === 'project') {
      const ref = node.peek('ref');
      const name = String(ref?.content ?? '');
      if (name.includes('$') || (ref && !/^(?:main|master|develop|trunk|HEAD)$/.test(name))) return;
      return {
        message: `${target} is included ${ref ? `from its branch ${name}` : 'from its default branch'}, so every push there changes this pipeline: name a commit or tag as ref.`,
        ...(ref && { at: ref }),
        key: target,
        severity: 'low',
      };
    }
    const version = kind === 'component' ? target.slice(target.lastIndexOf('@') + 1) : '';
    if (kind !== 'component' || !/^(?:~latest|main|master|HEAD)$/.test(version)) return;
    return {
      message: `${target} follows whatever is released or pushed there: name a full version (@1.4.2) or a commit.`,
      key: target,
      severity: 'low',
    };
  },
  examples: {
    bad: `include:
  - remote: https://ci.example.com/common.yml
test:
  script: [make test]
`,
    good: `include:
  - project: platform/pipelines
    ref: v2.3.1
    file: /common.yml
test:
  script: [make test]
`,
  },
});
