import { instructions } from '../../graph/dockerfile.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/maintainer-deprecated',
  title: 'MAINTAINER is deprecated',
  dimension: 'iac-quality',
  severity: 'info',
  why: 'MAINTAINER has been deprecated since 2017, and no registry shows it. The label org.opencontainers.image.authors says the same, where tools look for it.',
  sameAs: [
    'checkov:CKV_DOCKER_6',
    'hadolint:DL4000',
    'kics:dockerfile/maintainer_instruction_being_used',
    'trivy:DS-0022',
  ],
  sources: ['https://docs.docker.com/reference/build-checks/maintainer-deprecated/'],
  visits: instructions,
  judge({ node, keyword }) {
    if (keyword !== 'MAINTAINER') return;
    const name = node.get('arguments', 0);
    const text = name?.text() ?? '';
    const { file, start, end } = node;
    const isOneLine = !file.text.slice(start, end).includes('\n');
    return {
      message: 'MAINTAINER is deprecated: write LABEL org.opencontainers.image.authors="…".',
      ...(name &&
        isOneLine && {
          fix: {
            safety: 'safe',
            summary: 'write the label org.opencontainers.image.authors',
            edits: [
              {
                op: 'text',
                file,
                start,
                end,
                text: `LABEL org.opencontainers.image.authors="${text.replace(/["\\$]/g, '\\$&')}"`,
              },
            ],
          },
        }),
    };
  },
  examples: {
    bad: `FROM alpine:3.22
MAINTAINER Platform Team <platform@example.com>
`,
    good: `FROM alpine:3.22
LABEL org.opencontainers.image.authors="Platform Team <platform@example.com>"
`,
  },
});
