import type { PipelineJob } from '../../graph/gitlab-ci/pipeline.ts';
import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { linesOf } from '../../graph/gitlab-ci/scripts.ts';
import { isScan } from '../../graph/scanners.ts';
import type { Node } from '../../model/node.ts';
import { callOf } from '../../syntax/shell/commands.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/scan-findings-ignored',
  title: 'Security scan that cannot fail',
  dimension: 'security',
  severity: 'low',
  why: 'A scan whose result changes nothing is not read after the second week: what it finds is merged and deployed, and everybody believes that it was checked. Let it fail from the severity on that matters, and write down the exceptions.',
  controls: ['soc2:CC7.1', 'pci-dss:6.3.2'],
  sources: ['https://docs.gitlab.com/ci/yaml/#allow_failure'],
  visits: pipelineJobs,
  judge(job) {
    const ignored = ignoredScan(job);
    if (!ignored || job.settings.entries('artifacts').has('reports')) return;
    return {
      message: `The scan of job ${job.name} cannot fail (${ignored.why}), so nobody will look at what it finds: let it fail from a severity on.`,
      at: ignored.at,
      key: job.name,
    };
  },
  examples: {
    bad: `scan:
  script: [trivy config --exit-code 1 .]
  allow_failure: true
`,
    good: `scan:
  script: [trivy config --exit-code 1 --severity HIGH .]
`,
  },
});

function ignoredScan(job: PipelineJob): { readonly why: string; readonly at: Node } | undefined {
  const allowed = job.settings.get('allow_failure');
  for (const line of linesOf(job))
    for (const [at, pipeline] of line.pipelines.entries()) {
      const scan = pipeline.commands.map(callOf).find((call) => call && isScan(call));
      if (!scan) continue;
      if (allowed?.content === true) return { why: 'allow_failure: true', at: allowed };
      const next = line.pipelines[at + 1];
      if (next?.after === '||' && /^(?:true|:|echo)$/.test(callOf(next.commands[0]!)?.name ?? ''))
        return { why: '|| true', at: line.at(pipeline) };
      const soft = scan.args.find(({ text }) => /^--?soft-fail$/.test(text));
      if (soft) return { why: soft.text, at: line.at(pipeline) };
    }
  return undefined;
}
