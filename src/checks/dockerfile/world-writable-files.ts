import { runs } from '../../graph/dockerfile.ts';
import { inFinalImage } from '../../graph/dockerfile-layers.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/world-writable-files',
  title: 'Files made writable for everyone',
  dimension: 'security',
  severity: 'low',
  why: 'chmod 777 lets every process of the container rewrite the program, its scripts and its configuration, so the smallest foothold becomes a lasting one. Give the files to the user that runs the program, and write access only where it writes data.',
  controls: ['soc2:CC6.1'],
  sources: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
  visits: runs,
  judge(run) {
    if (!inFinalImage(run)) return;
    const command = run.commands.find((one) => {
      const call = callOf(one);
      if (call?.name !== 'chmod' || call.args.some(({ text }) => /^\/tmp|\/tmp\b/.test(text))) return false;
      return call.args.some(
        ({ text }) => /^0?[0-7]?[0-7][0-7][2367]$/.test(text) || /^(?:a|o|ugo)\+\w*w/.test(text),
      );
    });
    if (!command) return;
    return {
      message:
        'Everyone in the container may rewrite these files: chown them to the user that runs the program, and leave write access to what needs it.',
      at: run.at(command),
    };
  },
  examples: {
    bad: `FROM debian:12.11-slim
COPY app /app
RUN chmod -R 777 /app
USER 10001
`,
    good: `FROM debian:12.11-slim
COPY --chown=10001 app /app
RUN chmod -R 750 /app
USER 10001
`,
  },
});
