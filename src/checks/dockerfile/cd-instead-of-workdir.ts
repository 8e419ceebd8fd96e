import { runs } from '../../graph/dockerfile.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/cd-instead-of-workdir',
  title: 'RUN that changes the folder itself',
  dimension: 'iac-quality',
  severity: 'info',
  why: 'A cd in front of a command has to be written again in each RUN, and a later instruction works in another folder than a reader thinks. WORKDIR says once where the build stands.',
  sameAs: ['hadolint:DL3003', 'kics:dockerfile/run_command_cd_instead_of_workdir', 'trivy:DS-0013'],
  sources: ['https://docs.docker.com/build/building/best-practices/#workdir'],
  visits: runs,
  judge(run) {
    const [first] = run.commands;
    const call = first && callOf(first);
    const folder = call?.args[0];
    // the last command of all is dockerfile/cd-without-effect
    if (
      call?.name !== 'cd' ||
      run.commands.length < 2 ||
      !folder ||
      folder.dynamic ||
      !folder.text.startsWith('/')
    )
      return;
    return {
      message: `This goes to ${folder.text} for one RUN: write WORKDIR ${folder.text} in front of it, where what follows may stay there.`,
      at: run.at(first!),
    };
  },
  examples: {
    bad: `FROM golang:1.24.5
RUN cd /src/api && go build ./...
`,
    good: `FROM golang:1.24.5
WORKDIR /src/api
RUN go build ./...
`,
  },
});
