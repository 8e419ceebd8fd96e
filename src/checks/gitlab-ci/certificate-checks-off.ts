import { pipelines } from '../../graph/gitlab-ci/pipeline.ts';
import { linesOf } from '../../graph/gitlab-ci/scripts.ts';
import { entriesOf } from '../../graph/look.ts';
import { insecureCall, isInsecureVariable } from '../../syntax/shell/certificates.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/certificate-checks-off',
  title: 'Certificates not checked',
  dimension: 'security',
  severity: 'medium',
  why: 'Without the check of certificates, whoever stands on the way answers in place of the server: with another package, another binary, or by taking the token that is sent. Add the authority of your company to the image instead.',
  controls: ['pci-dss:4.2.1', 'soc2:CC6.7'],
  sources: ['https://git-scm.com/docs/git-config#Documentation/git-config.txt-httpsslVerify'],
  visits: pipelines,
  judge(pipeline) {
    const faults = new Map<unknown, Fault>();
    for (const job of pipeline.jobs)
      for (const line of linesOf(job))
        for (const command of line.commands) {
          const why = insecureCall(command);
          if (!why || faults.has(`${line.node.start}:${command.start}:${line.node.file.path}`)) continue;
          faults.set(`${line.node.start}:${command.start}:${line.node.file.path}`, {
            message: `The job ${job.name} asks a server without looking at its certificate (${why}): add the authority that signed it to the image, and take that out.`,
            at: line.at(command),
            key: `${job.name} ${why}`,
          });
        }
    const holders = [
      pipeline.global('variables'),
      ...[...pipeline.declared.values()].flat().map((node) => node.peek('variables')),
    ];
    for (const holder of holders)
      for (const [name, value] of entriesOf(holder))
        if (isInsecureVariable(name, String(value.content)))
          faults.set(value, {
            message: `${name} switches the check of certificates off for whatever the jobs fetch: add the authority that is missing to the image, and take it out.`,
            at: value,
            key: name,
          });
    return [...faults.values()];
  },
  examples: {
    bad: `test:
  variables:
    GIT_SSL_NO_VERIFY: 'true'
  script: [git clone https://git.example.com/shop.git]
`,
    good: `test:
  variables:
    GIT_DEPTH: '10'
  script: [git clone https://git.example.com/shop.git]
`,
  },
});
