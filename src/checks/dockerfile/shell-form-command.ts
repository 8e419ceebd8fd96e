import { finalStages, type Instruction, lastOf } from '../../graph/dockerfile.ts';
import { isWindows } from '../../graph/dockerfile-image.ts';
import type { Fix } from '../../model/edit.ts';
import { parseShell } from '../../syntax/shell/parse-shell.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/shell-form-command',
  title: 'Program started through a shell that swallows its signals',
  dimension: 'reliability',
  severity: 'medium',
  why: 'In shell form /bin/sh is process 1 and passes no signals on: on every stop and rollout the program never hears SIGTERM, loses its open requests, and is killed after the grace period. In exec form (a JSON array) the program is process 1 itself; where a shell is needed, begin the last command with exec.',
  sameAs: ['hadolint:DL3025'],
  sources: ['https://docs.docker.com/reference/dockerfile/#shell-form-entrypoint-example'],
  visits: finalStages,
  judge(stage) {
    if (isWindows(stage)) return;
    const entrypoint = lastOf(stage, 'ENTRYPOINT');
    const started = entrypoint ?? lastOf(stage, 'CMD');
    if (started?.node.text('form') !== 'shell') return;
    const script = started.node.get('script');
    const text = script?.text()?.trim() ?? '';
    // what looks like JSON and is none is another check's matter; `CMD` alone resets
    if (text === '' || text.startsWith('[') || /(?:^|[;&|(]\s*|\n\s*)exec\s/.test(text)) return;
    const fix = execFormOf(started);
    return {
      message: `${started.keyword} starts the program under /bin/sh, which does not pass SIGTERM on, so it is killed instead of stopped: use the exec form, ${started.keyword} ["…"].`,
      at: started.node,
      key: started.keyword,
      severity: entrypoint ? 'medium' : 'low',
      ...(fix && { fix }),
    };
  },
  examples: {
    bad: `FROM node:22.17-alpine
USER 1000
ENTRYPOINT node server.js
`,
    good: `FROM node:22.17-alpine
USER 1000
ENTRYPOINT ["node", "server.js"]
`,
  },
});

/** The same command as JSON, where it is one plain command that needs no shell. */
function execFormOf({ node, keyword }: Instruction): Fix | undefined {
  const script = node.peek('script')!;
  const text = String(script.content);
  const [pipeline, second] = parseShell(text);
  const [command] = pipeline?.commands ?? [];
  if (second || !command || pipeline!.commands.length > 1 || node.has('heredocs')) return undefined;
  const { words, assignments, redirects, block } = command;
  if (assignments.length + redirects.length + block.length > 0) return undefined;
  if (words.some(({ dynamic, quoted, text: word }) => dynamic || (!quoted && /[*?[\]{}~$]/.test(word))))
    return undefined;
  // comments between continued lines would be lost
  if (script.file.text.slice(script.start, script.end) !== text) return undefined;
  const json = `[${words.map((word) => JSON.stringify(word.text)).join(', ')}]`;
  return {
    safety: keyword === 'CMD' ? 'safe' : 'unsafe',
    summary: `write ${keyword} in exec form${keyword === 'CMD' ? '' : ' (arguments given to the container, and CMD, are then appended instead of ignored)'}`,
    edits: [{ op: 'text', file: script.file, start: script.start, end: script.end, text: json }],
  };
}
