import { deployingPipelineJobs } from '../../graph/gitlab-ci/deployments.ts';
import { isManual, isScheduledOnly } from '../../graph/gitlab-ci/rules.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/production-without-gate',
  title: 'Production changed without anybody being asked',
  dimension: 'reliability',
  severity: 'medium',
  why: 'A job that deploys to production as soon as the ones before it are green leaves no moment to look at the plan, to pick the time, or to stop. when: manual, or a protected environment that asks for approval, puts a person between the merge and production.',
  controls: ['soc2:CC8.1', 'pci-dss:6.5.1'],
  sources: ['https://docs.gitlab.com/ci/environments/protected_environments/'],
  visits: deployingPipelineJobs,
  judge(job) {
    const { name, what, at, environment, isProduction } = job;
    if (!isProduction || isManual(job) || isScheduledOnly(job)) return;
    const unless = environment ? `, unless ${environment} is protected in the settings of the project` : '';
    return {
      message: `The job ${name} changes production (${what}) with nobody asked${unless}: set when: manual, or let a protected environment ask for approval.`,
      at,
      key: name,
      // approval may be asked for by the environment, which no file shows
      severity: environment ? 'low' : /^(?:terraform|tofu|terragrunt|pulumi)/.test(what) ? 'high' : 'medium',
    };
  },
  examples: {
    bad: `deploy-production:
  script: [helm upgrade shop ./chart]
`,
    good: `deploy-production:
  script: [helm upgrade shop ./chart]
  environment: production
  when: manual
`,
  },
});
