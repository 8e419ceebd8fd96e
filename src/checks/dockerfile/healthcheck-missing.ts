import { finalStages, lastOf } from '../../graph/dockerfile.ts';
import { runsSomething } from '../../graph/dockerfile-image.ts';
import { check } from '../check.ts';

export default check({
  id: 'dockerfile/healthcheck-missing',
  title: 'Image says nothing about its health',
  dimension: 'reliability',
  severity: 'info',
  why: 'Docker, Compose and Swarm only see that a process exists; with HEALTHCHECK they also see that it answers, and replace it when it does not. Kubernetes ignores HEALTHCHECK, since the probes of the pod do this: a repository with manifests is not held to it.',
  sameAs: [
    'checkov:CKV_DOCKER_2',
    'hadolint:DL3057',
    'kics:dockerfile/healthcheck_instruction_missing',
    'trivy:DS-0026',
  ],
  controls: ['cis-docker:4.6'],
  sources: ['https://docs.docker.com/reference/dockerfile/#healthcheck'],
  visits: finalStages,
  judge(stage, graph) {
    // where the repository deploys to Kubernetes, probes do this
    if (graph.resources.some(({ source }) => source === 'kubernetes')) return;
    if (lastOf(stage, 'HEALTHCHECK') || !runsSomething(stage)) return;
    return {
      message:
        'Nothing tells Docker whether the program answers: add a HEALTHCHECK, unless it is a command that ends by itself, or runs on Kubernetes with probes.',
      at: stage.image,
    };
  },
  examples: {
    bad: `FROM nginx:1.29-alpine
EXPOSE 8080
`,
    good: `FROM nginx:1.29-alpine
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=3s CMD wget -qO /dev/null http://127.0.0.1:8080/healthz || exit 1
`,
  },
});
