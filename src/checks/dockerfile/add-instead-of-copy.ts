import { instructionsOf } from '../../graph/dockerfile.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

const archive = /\.(?:tar|tgz|tbz2?|txz|tlz|tzst|tar\.(?:gz|bz2|xz|lz|zst)|gz|bz2|xz)$/i;
const remote = /^(?:https?|git|ssh|ftp):\/\/|^git@|\.git(?:#.*)?$/;

export default check({
  id: 'dockerfile/add-instead-of-copy',
  title: 'ADD where COPY does the same',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'ADD also unpacks archives and fetches addresses: a reader has to look twice, and a file that happens to be an archive one day is unpacked. COPY only copies. Keep ADD for the two things that only it can do.',
  sameAs: ['checkov:CKV_DOCKER_4', 'hadolint:DL3020', 'kics:dockerfile/add_instead_of_copy', 'trivy:DS-0005'],
  controls: ['cis-docker:4.9'],
  sources: ['https://docs.docker.com/build/building/best-practices/#add-or-copy'],
  visits: instructionsOf('ADD'),
  judge({ node }) {
    const sources = node.list('arguments').slice(0, -1);
    const hasOwnUse = (source: Node) => {
      const text = source.text() ?? '';
      return archive.test(text) || remote.test(text) || /[*?[]/.test(text);
    };
    if (sources.length === 0 || sources.some(hasOwnUse)) return;
    const keyword = node.get('keyword')!;
    return {
      message: `ADD only copies here: write COPY, which does nothing else.`,
      fix: {
        safety: 'safe',
        summary: 'write COPY instead of ADD',
        edits: [{ op: 'text', file: keyword.file, start: keyword.start, end: keyword.end, text: 'COPY' }],
      },
    };
  },
  examples: {
    bad: `FROM python:3.13-slim
ADD requirements.txt /app/
`,
    good: `FROM python:3.13-slim
ADD rootfs.tar.gz /
COPY requirements.txt /app/
`,
  },
});
