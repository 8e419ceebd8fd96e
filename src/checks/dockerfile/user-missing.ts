import { finalStages, lastOf, lineageOf } from '../../graph/dockerfile.ts';
import { baseImageOf, isOnlyNamed, isWindows, runsSomething } from '../../graph/dockerfile-image.ts';
import { check } from '../check.ts';

/** Images whose makers say that they run as another user than root; AWS Lambda gives its own whatever the image says. */
const unprivileged =
  /^public\.ecr\.aws\/lambda\/|^amazon\/aws-lambda-|nonroot|unprivileged|rootless|^cgr\.dev\/|chainguard\/|bitnami|^registry\.access\.redhat\.com\/ubi\d+\/(?!ubi)|jenkins\/|gitpod\/|grafana\/|^prom\/|^quay\.io\/prometheus\//;

export default check({
  id: 'dockerfile/user-missing',
  title: 'Image names no user to run as',
  dimension: 'security',
  severity: 'medium',
  why: 'Without USER the base image decides, and nearly all of them run as root: debian, alpine, node, python, nginx and the rest. A flaw in the program then hands over the whole container. A numeric USER also lets Kubernetes verify it (runAsNonRoot cannot look up names).',
  sameAs: ['checkov:CKV_DOCKER_3', 'kics:dockerfile/missing_user_instruction', 'trivy:DS-0002'],
  controls: ['cis-docker:4.1', 'pci-dss:2.2.6', 'soc2:CC6.1'],
  sources: ['https://docs.docker.com/build/building/best-practices/#user'],
  visits: finalStages,
  judge(stage) {
    if (lastOf(stage, 'USER') || isWindows(stage) || !runsSomething(stage) || isOnlyNamed(stage)) return;
    // the user of a development container is named in devcontainer.json
    if (/(^|\/)\.devcontainer\//.test(stage.resource.body.file.path)) return;
    const base = lineageOf(stage).at(-1)!;
    const image = baseImageOf(base);
    if (image && unprivileged.test(`${image.repository}:${image.tag ?? ''}`)) return;
    return {
      message: `No USER is set, so the program runs as ${image ? `the user of ${image.repository}, most likely root` : 'root'}: create a user and end with USER and its number.`,
      at: stage.image,
    };
  },
  examples: {
    bad: `FROM node:22.17-alpine
WORKDIR /app
COPY . .
CMD ["node", "server.js"]
`,
    good: `FROM node:22.17-alpine
WORKDIR /app
COPY . .
USER 1000
CMD ["node", "server.js"]
`,
  },
});
