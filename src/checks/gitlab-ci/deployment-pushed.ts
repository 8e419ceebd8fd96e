import { deployingPipelineJobs, isReview } from '../../graph/gitlab-ci/deployments.ts';
import { check } from '../check.ts';

export default check({
  id: 'gitlab-ci/deployment-pushed',
  title: 'Cluster changed by the pipeline instead of GitOps',
  dimension: 'iac-quality',
  severity: 'low',
  why: 'kubectl apply from a pipeline changes the cluster once: what is changed by hand afterwards stays, what is deleted from the repository stays too, and the pipeline holds the keys of the cluster. Argo CD or Flux pull the same manifests, keep the cluster equal to them, and need no key outside of it.',
  controls: ['soc2:CC8.1'],
  sources: ['https://opengitops.dev/'],
  visits: deployingPipelineJobs,
  judge(job) {
    if (
      isReview(job) ||
      !/^(?:kubectl (?:apply|create|replace|patch|set)|helm (?:upgrade|install)|helmfile)\b/.test(job.what)
    )
      return;
    return {
      message: `${job.what} in job ${job.name} changes the cluster once and from outside: commit the new version instead, and let Argo CD or Flux apply it and keep it so.`,
      at: job.at,
      key: job.name,
    };
  },
  examples: {
    bad: `deploy:
  script: [kubectl apply -f k8s/]
  environment: staging
`,
    good: `deploy:
  script: [terraform apply plan.tfplan]
  environment: staging
`,
  },
});
