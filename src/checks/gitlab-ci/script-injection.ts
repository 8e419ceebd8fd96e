import { scriptLines } from '../../graph/gitlab-ci/scripts.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check, type Fault } from '../check.ts';

/** Variables whose text an author of commits, branches and merge requests chooses. Source: GitLab documentation, Predefined CI/CD variables. */
const chosen =
  /\$\{?(CI_COMMIT_(?:MESSAGE|TITLE|DESCRIPTION|AUTHOR|REF_NAME|BRANCH|TAG_MESSAGE)|CI_MERGE_REQUEST_(?:TITLE|DESCRIPTION|SOURCE_BRANCH_NAME|LABELS)|CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME|GITLAB_USER_NAME)\b/;

export default check({
  id: 'gitlab-ci/script-injection',
  title: 'Text of a stranger run as a command',
  dimension: 'security',
  severity: 'medium',
  why: 'A variable in a script is only a text, until something parses it again: eval, sh -c, or ssh with the whole command in quotes. A branch may be called $(curl …) and a title may hold anything, so whoever opens a merge request runs commands there. Hand it over as an argument, or use $CI_COMMIT_REF_SLUG, which holds letters, digits and dashes alone.',
  sameAs: ['poutine:injection'],
  controls: ['soc2:CC6.8', 'slsa:build-l3'],
  sources: ['https://docs.gitlab.com/ci/variables/predefined_variables/'],
  visits: scriptLines,
  judge(line) {
    return line.commands.flatMap((command): Fault[] => {
      const call = callOf(command);
      if (!call) return [];
      const parsed =
        call.name === 'eval' || call.name === 'ssh'
          ? call.args
          : /^(?:ba|da|z|k)?sh$/.test(call.name) && call.args.some(({ text }) => /^-\w*c$/.test(text))
            ? call.args
            : [];
      // within single quotes nothing is put in here
      const found = parsed.find(({ text, dynamic }) => dynamic && chosen.test(text));
      const name = found && chosen.exec(found.text)?.[1];
      if (!name) return [];
      return [
        {
          message: `${name}, which whoever opens a merge request chooses, is parsed by ${call.name} as a part of a command in job ${line.job.name}: pass it as an argument of its own, or use a variable that holds no special characters (CI_COMMIT_REF_SLUG, CI_COMMIT_SHA).`,
          at: line.at(command),
          key: `${line.job.name} ${name}`,
        },
      ];
    });
  },
  examples: {
    bad: `deploy:
  script:
    - ssh deploy@shop.example.com "docker pull registry.example.com/shop:$CI_COMMIT_REF_NAME"
  environment: staging
`,
    good: `deploy:
  script:
    - ssh deploy@shop.example.com "docker pull registry.example.com/shop:$CI_COMMIT_SHA"
  environment: staging
`,
  },
});
