import { instructionsOf } from '../../graph/dockerfile.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/copy-destination-not-folder',
  title: 'Several files copied to what is no folder',
  dimension: 'functionality',
  severity: 'medium',
  why: 'With more than one source the destination must be a folder, and only a slash at its end says so: without it the build stops.',
  sameAs: [
    'hadolint:DL3021',
    'trivy:DS-0011',
    'kics:dockerfile/copy_with_more_than_two_arguments_not_ending_with_slash',
  ],
  sources: ['https://docs.docker.com/reference/dockerfile/#destination-1'],
  visits: instructionsOf('ADD', 'COPY'),
  judge({ node }) {
    const words = node.list('arguments');
    const sources = words.length - 1 + node.list('heredocs').length;
    const target = words.at(-1);
    if (sources < 2 || !target) return;
    const text = target.text() ?? '';
    if (/[\\/]$/.test(text) || text === '.' || text.endsWith('/.') || text === '..') return;
    const isQuoted = /["']$/.test(target.file.text.slice(target.start, target.end));
    const at = isQuoted ? target.end - 1 : target.end;
    return {
      message: `${sources} sources go to ${text}, which does not end in a slash, so the build stops: write ${text}/.`,
      at: target,
      fix: {
        safety: 'safe',
        summary: `write ${text}/ as the destination`,
        edits: [{ op: 'text', file: target.file, start: at, end: at, text: '/' }],
      },
    };
  },
  examples: {
    bad: `FROM node:22.17-alpine
COPY package.json package-lock.json /app
`,
    good: `FROM node:22.17-alpine
COPY package.json package-lock.json /app/
`,
  },
});
