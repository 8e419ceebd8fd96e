import { finalStages, lastOf, lineageOf, type Stage } from '../../graph/dockerfile.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/python-output-buffered',
  title: 'Output of a Python program held back',
  dimension: 'observability',
  severity: 'low',
  why: 'Without a terminal Python collects its output in blocks of 8 KiB: log lines appear minutes late, and the last ones before a crash or a kill, those that would explain it, never do. PYTHONUNBUFFERED=1 (or python -u) writes each line at once.',
  sources: ['https://docs.python.org/3/using/cmdline.html#envvar-PYTHONUNBUFFERED'],
  visits: finalStages,
  judge(stage) {
    const started = lastOf(stage, 'ENTRYPOINT') ?? lastOf(stage, 'CMD');
    if (
      !started ||
      !startsPython(
        started.node.text('form') === 'exec'
          ? wordsOf(started.node.list('arguments'))
          : (started.node.text('script') ?? '').split(/\s+/),
      )
    )
      return;
    if (environmentHas(stage, 'PYTHONUNBUFFERED')) return;
    const { file, start } = started.node;
    return {
      message:
        'Python holds its output back in blocks, so the last lines before a crash are lost: set ENV PYTHONUNBUFFERED=1.',
      at: started.node,
      fix: {
        safety: 'safe',
        summary: 'set ENV PYTHONUNBUFFERED=1',
        edits: [{ op: 'text', file, start, end: start, text: 'ENV PYTHONUNBUFFERED=1\n' }],
      },
    };
  },
  examples: {
    bad: `FROM python:3.13-slim
USER 10001
CMD ["python", "worker.py"]
`,
    good: `FROM python:3.13-slim
ENV PYTHONUNBUFFERED=1
USER 10001
CMD ["python", "worker.py"]
`,
  },
});

function startsPython(words: readonly string[]): boolean {
  const [program, ...args] = words[0] === 'exec' ? words.slice(1) : words;
  return (
    /(?:^|\/)python[\d.]*$/.test(program ?? '') && !args.some((word) => /^-[a-zA-Z]*u[a-zA-Z]*$/.test(word))
  );
}

function wordsOf(nodes: readonly { text(): string | undefined }[]): string[] {
  return nodes.map((node) => node.text() ?? '');
}

function environmentHas(stage: Stage, name: string): boolean {
  return lineageOf(stage).some(({ instructions }) =>
    instructions.some(
      ({ keyword, node }) => keyword === 'ENV' && node.get('values')?.peek(name) !== undefined,
    ),
  );
}
