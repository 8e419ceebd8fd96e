import { type Setting, settings, stagesOf } from '../../graph/dockerfile.ts';
import { Unknown } from '../../model/unknown.ts';
import { isHarmlessValue, isSecretName, secretShapeOf } from '../../syntax/secret.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'dockerfile/secret-in-image',
  title: 'Secret in an environment variable or build argument of the image',
  dimension: 'security',
  severity: 'high',
  why: 'ENV and ARG are written into the image: docker history and docker inspect show their values to everyone who can pull it, also after a later layer unset them. Give secrets for the build with RUN --mount=type=secret, and those for the program when the container starts.',
  sameAs: ['hadolint:DL3064', 'trivy:DS-0031'],
  controls: ['cis-docker:4.10', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/'],
  visits: settings,
  judge(setting) {
    const { node, keyword } = setting;
    const faults: Fault[] = [];
    for (const [name, value] of node.entries('values')) {
      const { content } = value;
      const text = typeof content === 'string' ? content : undefined;
      const shape = text === undefined ? undefined : secretShapeOf(text);
      if (!shape && !isSecretName(name)) continue;
      // what a build argument brings in is a secret by its name alone
      const isGiven = content instanceof Unknown || (content === null && keyword === 'ARG');
      if (!shape && !isGiven && isHarmlessValue(text ?? '')) continue;
      // where a stage takes it up it is a finding of that stage
      if (!setting.stage && !shape && isTakenUp(setting, name)) continue;
      const where = setting.stage ? "in the image's history" : 'in the provenance of the build';
      faults.push({
        message: `${keyword} ${name} ${shape ? `holds ${shape}` : 'carries a secret'} that stays readable ${where}: use RUN --mount=type=secret in the build, and set it when the container starts${shape ? '; replace the one that has leaked' : ''}.`,
        at: value,
        key: name,
        severity: shape ? 'critical' : isGiven ? 'medium' : 'high',
      });
    }
    return faults;
  },
  examples: {
    bad: `FROM node:22.17-alpine
ARG NPM_TOKEN
ENV DB_PASSWORD=changeit
RUN npm ci
`,
    good: `FROM node:22.17-alpine
ENV DB_PASSWORD_FILE=/run/secrets/db
RUN --mount=type=secret,id=npm,env=NPM_TOKEN npm ci
`,
  },
});

/** Whether a stage declares an argument of the head of the file again. */
function isTakenUp({ resource }: Setting, name: string): boolean {
  return stagesOf(resource).some((stage) =>
    stage.only('ARG').some(({ node }) => node.entries('values').some(([other]) => other === name)),
  );
}
