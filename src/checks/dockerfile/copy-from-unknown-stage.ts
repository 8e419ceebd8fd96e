import { instructionsOf, stageIndexes } from '../../graph/dockerfile.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/copy-from-unknown-stage',
  title: 'COPY --from names a stage that is not built yet',
  dimension: 'functionality',
  severity: 'high',
  why: 'COPY --from reaches stages above its own only. A number beyond them stops the build; a name that comes later or is the own one is looked for in the registry, where it is missing, or where somebody else owns it.',
  sameAs: ['hadolint:DL3022', 'hadolint:DL3023', 'trivy:DS-0006'],
  sources: ['https://docs.docker.com/reference/dockerfile/#copy---from'],
  visits: instructionsOf('COPY'),
  judge({ node, stage, resource }) {
    const from = node.get('flags', 'from', 0);
    const text = from?.text()?.toLowerCase();
    if (!from || text === undefined) return;
    const index = stageIndexes(resource).get(text) ?? (/^\d+$/.test(text) ? Number(text) : undefined);
    if (index === undefined || index < stage.index) return;
    const isNumber = /^\d+$/.test(text);
    const why =
      text === stage.name || Number(text) === stage.index
        ? 'is this very stage'
        : isNumber
          ? 'is no stage above this one'
          : 'is built only below';
    return {
      message: `COPY --from=${text} fails, because it ${why}: name a stage that stands above.`,
      at: from,
      key: text,
    };
  },
  examples: {
    bad: `FROM golang:1.24.5 AS build
RUN go build -o /api .
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=2 /api /api
`,
    good: `FROM golang:1.24.5 AS build
RUN go build -o /api .
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /api /api
COPY --from=busybox:1.37 /bin/busybox /bin/busybox
`,
  },
});
