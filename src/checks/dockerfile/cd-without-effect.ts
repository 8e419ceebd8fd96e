import { runs } from '../../graph/dockerfile.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/cd-without-effect',
  title: 'RUN ends by changing the folder',
  dimension: 'functionality',
  severity: 'medium',
  why: 'Each RUN starts in the folder of the last WORKDIR again, so a cd at its end is forgotten, and what follows happens somewhere else than its author thinks. WORKDIR is what lasts.',
  sameAs: ['hadolint:DL3003'],
  sources: ['https://docs.docker.com/build/building/best-practices/#workdir'],
  visits: runs,
  judge(run) {
    const last = run.commands.at(-1);
    const call = last && callOf(last);
    if (call?.name !== 'cd' || run.pipelines.at(-1)!.after === '||') return;
    return {
      message: `The next instruction starts in the folder of the last WORKDIR again, so this cd is forgotten: write WORKDIR ${call.args[0]?.text ?? '/path'}.`,
      at: run.at(last!),
    };
  },
  examples: {
    bad: `FROM golang:1.24.5
RUN cd /src/api
RUN go build ./...
`,
    good: `FROM golang:1.24.5
WORKDIR /src/api
RUN cd tools && go build ./...
`,
  },
});
