import { scriptLines } from '../../graph/gitlab-ci/scripts.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/secret-on-command-line',
  title: 'Password given on the command line',
  dimension: 'security',
  severity: 'low',
  why: 'Arguments of a running program can be read by every other process of the machine, and end up in traces and error messages. The tools that log in to registries read a password from standard input (--password-stdin).',
  controls: ['soc2:CC6.1'],
  sources: ['https://docs.docker.com/reference/cli/docker/login/#password-stdin'],
  visits: scriptLines,
  judge(line) {
    return line.commands.flatMap((command): Fault[] => {
      const call = callOf(command);
      if (!call || !/^(?:docker|podman|buildah|skopeo|helm|crane|oras)$/.test(call.name)) return [];
      if (!call.args.some(({ text }) => text === 'login')) return [];
      const at = call.args.findIndex(({ text }) => /^(?:-p|--password)(?:=|$)/.test(text));
      if (at < 0) return [];
      return [
        {
          message: `${call.name} login in job ${line.job.name} gets the password as an argument, which other processes can read: pipe it in (echo "$TOKEN" | ${call.name} login --password-stdin).`,
          at: line.at(command),
          key: `${line.job.name} ${call.name}`,
        },
      ];
    });
  },
  examples: {
    bad: `build:
  script: [docker login -u $CI_REGISTRY_USER -p $CI_REGISTRY_PASSWORD $CI_REGISTRY]
`,
    good: `build:
  script: ['echo "$CI_REGISTRY_PASSWORD" | docker login -u $CI_REGISTRY_USER --password-stdin $CI_REGISTRY']
`,
  },
});
