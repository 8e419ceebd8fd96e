import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { linesOf } from '../../graph/gitlab-ci/scripts.ts';
import { check } from '../check.ts';

/** A key of a cloud, taken from a variable. */
const key =
  /\$\{?(AWS_SECRET_ACCESS_KEY|ARM_CLIENT_SECRET|AZURE_CLIENT_SECRET|AZURE_SP_PASSWORD|GOOGLE_CREDENTIALS|GCP_SERVICE_ACCOUNT_KEY|GCLOUD_SERVICE_KEY|GCP_SA_KEY|SERVICE_ACCOUNT_KEY)\b/;

export default check({
  id: 'gitlab-ci/static-cloud-credentials',
  title: 'Cloud reached with a key that never expires',
  dimension: 'security',
  severity: 'medium',
  why: 'A key kept as a variable works from anywhere until somebody replaces it, which nobody does. With id_tokens the job proves by itself which project, branch and environment it is, and gets a credential for an hour: there is nothing to leak and nothing to rotate.',
  controls: ['soc2:CC6.1', 'pci-dss:8.6.3'],
  sources: ['https://docs.gitlab.com/ci/cloud_services/'],
  visits: pipelineJobs,
  judge(job) {
    if (job.settings.get('id_tokens')) return;
    for (const line of linesOf(job)) {
      const name = key.exec(line.text)?.[1];
      if (!name) continue;
      return {
        message: `The job ${job.name} reaches the cloud with a key that lasts until somebody replaces it (${name}): give it id_tokens, and let a role of the cloud trust this project and branch.`,
        at: line.node,
        key: job.name,
      };
    }
    return;
  },
  examples: {
    bad: `deploy:
  script:
    - aws configure set aws_secret_access_key $AWS_SECRET_ACCESS_KEY
    - aws s3 sync build s3://shop
`,
    good: `deploy:
  id_tokens:
    AWS_TOKEN: { aud: https://gitlab.example.com }
  script:
    - aws sts assume-role-with-web-identity --role-arn $ROLE --web-identity-token $AWS_TOKEN
`,
  },
});
