import { type Stage, stagesOf } from '../../graph/dockerfile.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'dockerfile/duplicate-stage-name',
  title: 'Two stages with one name',
  dimension: 'functionality',
  severity: 'medium',
  why: 'COPY --from and --target take the last stage of a name that stands above them, or refuse the file: which of the two is meant depends on where the line stands. Names are compared without regard to case.',
  sameAs: [
    'checkov:CKV_DOCKER_11',
    'hadolint:DL3024',
    'kics:dockerfile/same_alias_in_different_froms',
    'trivy:DS-0012',
  ],
  sources: ['https://docs.docker.com/reference/build-checks/duplicate-stage-name/'],
  visits: resources('dockerfile'),
  judge({ resource }) {
    const seen = new Map<string, Stage>();
    const faults: Fault[] = [];
    for (const stage of stagesOf(resource)) {
      if (stage.name === undefined) continue;
      const first = seen.get(stage.name);
      if (!first) seen.set(stage.name, stage);
      else
        faults.push({
          message: `The stage ${stage.name} exists already (line ${first.node.file.lineAt(first.node.start)}): give this one a name of its own.`,
          at: stage.node.get('name')!,
          key: `${stage.name} ${stage.index}`,
        });
    }
    return faults;
  },
  examples: {
    bad: `FROM golang:1.24.5 AS build
RUN go build -o /api ./api
FROM node:22.17 AS Build
RUN npm run build
`,
    good: `FROM golang:1.24.5 AS build-api
RUN go build -o /api ./api
FROM node:22.17 AS build-web
RUN npm run build
`,
  },
});
