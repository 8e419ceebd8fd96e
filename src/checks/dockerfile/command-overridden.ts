import { type Instruction, stages } from '../../graph/dockerfile.ts';
import type { Fix } from '../../model/edit.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'dockerfile/command-overridden',
  title: 'CMD, ENTRYPOINT or HEALTHCHECK given more than once in a stage',
  dimension: 'functionality',
  severity: 'medium',
  why: 'Only the last CMD, ENTRYPOINT and HEALTHCHECK of a stage count; the earlier ones do nothing, though whoever wrote them expects them to. Most often it is a merge gone wrong, or two programs meant for one container.',
  sameAs: [
    'hadolint:DL4003',
    'hadolint:DL4004',
    'hadolint:DL3012',
    'kics:dockerfile/multiple_cmd_instructions_listed',
    'kics:dockerfile/multiple_entrypoint_instructions_listed',
    'trivy:DS-0007',
    'trivy:DS-0016',
    'trivy:DS-0023',
  ],
  sources: ['https://docs.docker.com/reference/dockerfile/#cmd'],
  visits: stages,
  judge({ instructions }) {
    const faults: Fault[] = [];
    for (const keyword of ['CMD', 'ENTRYPOINT', 'HEALTHCHECK']) {
      const all = instructions.filter((one) => one.keyword === keyword);
      for (const [at, instruction] of all.slice(0, -1).entries()) {
        const fix = removalOf(instruction);
        faults.push({
          message: `This ${keyword} does nothing, since another one follows in the same stage: remove it, or put its program into an image of its own.`,
          at: instruction.node,
          key: `${keyword} ${at}`,
          ...(fix && { fix }),
        });
      }
    }
    return faults;
  },
  examples: {
    bad: `FROM node:22.17-alpine
CMD ["npm", "start"]
CMD ["node", "server.js"]
`,
    good: `FROM node:22.17-alpine AS test
CMD ["npm", "test"]
FROM node:22.17-alpine
CMD ["node", "server.js"]
`,
  },
});

function removalOf({ node: { file, start, end } }: Instruction): Fix | undefined {
  const { text } = file;
  // comments between continued lines would be lost
  if (text.slice(start, end).includes('\n')) return undefined;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  return {
    safety: 'safe',
    summary: 'remove the instruction without effect',
    edits: [{ op: 'text', file, start: from, end: feed < 0 ? text.length : feed + 1, text: '' }],
  };
}
