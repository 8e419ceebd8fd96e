import { pipelines } from '../../graph/gitlab-ci/pipeline.ts';
import { entriesOf } from '../../graph/look.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/debug-trace-on',
  title: 'Debug output that prints every secret',
  dimension: 'security',
  severity: 'high',
  why: 'CI_DEBUG_TRACE prints each command with all variables put in, and CI_DEBUG_SERVICES what services print: masked or not, secrets end up in a log that outlives the job. It belongs to one manual run with a variable of that run, never into the file.',
  sameAs: ['poutine:debug_enabled'],
  controls: ['soc2:CC6.1'],
  sources: ['https://docs.gitlab.com/ci/variables/variables_troubleshooting/'],
  visits: pipelines,
  judge(pipeline) {
    const holders = [
      ...pipeline.files.map(({ body }) => ({ key: body.file.path, node: body.peek('variables') })),
      ...[...pipeline.declared].flatMap(([key, nodes]) =>
        nodes.map((node) => ({ key, node: node.peek('variables') })),
      ),
    ];
    return holders.flatMap(({ key, node }) =>
      entriesOf(node).flatMap(([name, value]): Fault[] => {
        const at = value.peek('value') ?? value;
        if (!/^CI_DEBUG_(?:TRACE|SERVICES)$/.test(name) || !/^(?:true|1|yes)$/i.test(String(at.content)))
          return [];
        return [
          {
            message: `${name} prints all variables into the log, the secrets among them: take it out, and set it for a single run where it is needed.`,
            at: value,
            key: `${key} ${name}`,
            ...(name === 'CI_DEBUG_SERVICES' && { severity: 'low' as const }),
            fix: { safety: 'safe', summary: `take ${name} out`, edits: [{ op: 'remove', node: value }] },
          },
        ];
      }),
    );
  },
  examples: {
    bad: `variables:
  CI_DEBUG_TRACE: 'true'
  LOG_LEVEL: info
test:
  script: [make test]
`,
    good: `variables:
  LOG_LEVEL: info
test:
  script: [make test]
`,
  },
});
