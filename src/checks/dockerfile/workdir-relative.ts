import { instructionsOf, lastBefore, lineageOf } from '../../graph/dockerfile.ts';
import { isWindows } from '../../graph/dockerfile-image.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/workdir-relative',
  title: 'Relative WORKDIR',
  dimension: 'reliability',
  severity: 'low',
  why: 'A relative WORKDIR is taken from the one before, which may come from the base image: a new base, or a line put in between, moves all that follows to another folder. An absolute path says where things are.',
  sameAs: [
    'checkov:CKV_DOCKER_10',
    'hadolint:DL3000',
    'kics:dockerfile/workdir_path_not_absolute',
    'trivy:DS-0009',
  ],
  sources: ['https://docs.docker.com/build/building/best-practices/#workdir'],
  visits: instructionsOf('WORKDIR'),
  judge({ node, stage }) {
    const path = node.get('arguments', 0);
    const text = path?.text() ?? '/';
    if (/^(?:\/|"?[A-Za-z]:)/.test(text) || !path || isWindows(stage)) return;
    const before = lineageOf(stage)
      .map((one) => lastBefore(one.only('WORKDIR'), node.start))
      .find((one) => one !== undefined);
    const above = before?.node.peek('arguments', 0)?.content;
    const isKnown = typeof above === 'string' && above.startsWith('/') && !text.includes('..');
    const full = isKnown ? `${above.replace(/\/+$/, '')}/${text.replace(/^\.\//, '')}` : undefined;
    const { file, start, end } = path;
    const isPlain = file.text.slice(start, end) === text;
    return {
      message: `WORKDIR ${text} depends on the folder before it: write the whole path${full ? `, ${full}` : ''}.`,
      at: path,
      key: text,
      ...(full &&
        isPlain && {
          fix: {
            safety: 'safe',
            summary: `write WORKDIR ${full}`,
            edits: [{ op: 'text', file, start, end, text: full }],
          },
        }),
    };
  },
  examples: {
    bad: `FROM node:22.17-alpine
WORKDIR /srv
WORKDIR app
`,
    good: `FROM node:22.17-alpine
ARG HOME=/srv
WORKDIR \${HOME}/app
`,
  },
});
