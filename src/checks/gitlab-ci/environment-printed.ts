import { scriptLines } from '../../graph/gitlab-ci/scripts.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/environment-printed',
  title: 'All variables printed into the log',
  dimension: 'security',
  severity: 'medium',
  why: 'env prints everything that the job knows, tokens and keys among it. Masking hides only values that are marked and long enough, and the log outlives the job. Print the variables that are of interest by name.',
  controls: ['soc2:CC6.1'],
  sources: ['https://docs.gitlab.com/ci/variables/#mask-a-cicd-variable'],
  visits: scriptLines,
  judge(line) {
    return line.pipelines.flatMap((pipeline): Fault[] => {
      const [command, ...rest] = pipeline.commands;
      const call = command && callOf(command);
      // what is filtered or written to a file does not reach the log
      if (!call || rest.length > 0 || command.redirects.length > 0) return [];
      const isDump =
        (/^(?:env|printenv)$/.test(call.name) || (call.name === 'export' && call.args[0]?.text === '-p')) &&
        call.args.every(({ text }) => text === '-p' || text === '-0');
      if (!isDump) return [];
      return [
        {
          message: `${call.name} prints every variable of job ${line.job.name} into its log, the secrets among them: print those that are of interest by name.`,
          at: line.at(pipeline),
          key: line.job.name,
        },
      ];
    });
  },
  examples: {
    bad: `test:
  script: [env, make test]
`,
    good: `test:
  script: [echo $CI_COMMIT_SHA, make test]
`,
  },
});
