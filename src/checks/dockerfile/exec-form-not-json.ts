import { instructionsOf } from '../../graph/dockerfile.ts';
import type { Fix } from '../../model/edit.ts';
import type { Node } from '../../model/node.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/exec-form-not-json',
  title: 'Exec form that is no JSON',
  dimension: 'functionality',
  severity: 'high',
  why: 'The exec form is a JSON array: double quotes, no trailing comma. Anything else is silently taken as a shell command whose name is the bracket, and the container dies at start with "[: not found" or "missing ]".',
  sources: ['https://docs.docker.com/reference/dockerfile/#exec-form'],
  visits: instructionsOf('CMD', 'ENTRYPOINT', 'RUN', 'SHELL'),
  judge({ node, keyword }) {
    const script = node.get('script');
    const text = script?.text()?.trim() ?? '';
    if (!script || !/^\[\s*["'“”]/.test(text)) return;
    // in a shell, `[ "$a" = b ]` is a test
    if (keyword === 'RUN' && /^\[\s/.test(text)) return;
    const fix = asJson(script, text);
    return {
      message: `This is not JSON, so Docker runs it as a shell command called "[": use double quotes and no trailing comma.`,
      at: script,
      ...(fix && { fix }),
    };
  },
  examples: {
    bad: `FROM node:22.17-alpine
CMD ['node', 'server.js']
`,
    good: `FROM node:22.17-alpine
RUN [ -e server.js ] || touch server.js
CMD ["node", "server.js"]
`,
  },
});

function asJson({ file, start, end }: Node, text: string): Fix | undefined {
  const json = text.replace(/['“”]/g, '"').replace(/,\s*\]$/, ']');
  try {
    JSON.parse(json);
  } catch {
    return undefined;
  }
  if (text.includes('"') && /['“”]/.test(text)) return undefined;
  return {
    safety: 'safe',
    summary: 'write the array as JSON',
    edits: [{ op: 'text', file, start, end, text: json }],
  };
}
