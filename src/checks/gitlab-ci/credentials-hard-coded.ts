import { pipelines } from '../../graph/gitlab-ci/pipeline.ts';
import { entriesOf } from '../../graph/look.ts';
import { looksSecret } from '../../graph/pipeline-secrets.ts';
import { isSecretName, secretShapeOf } from '../../syntax/secret.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/credentials-hard-coded',
  title: 'Credential written into the pipeline',
  dimension: 'security',
  severity: 'high',
  why: 'Everyone who can read the repository, and every fork and clone of it, has a credential that is written into its pipeline, for ever: the history keeps it. Keep it as a masked and protected variable of the project, or in a vault by way of secrets, and replace the one that has leaked.',
  controls: ['pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://docs.gitlab.com/ci/variables/#cicd-variable-security'],
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
        if (typeof at.content !== 'string') return [];
        const shape = secretShapeOf(at.content);
        if (!shape && !(isSecretName(name) && looksSecret(at.content))) return [];
        return [
          {
            message: `${name} holds ${shape ?? 'a credential'} in plain text: make it a masked, protected variable of the project, and replace the one that everybody could read.`,
            at,
            key: `${key} ${name}`,
            ...(shape && { severity: 'critical' as const }),
          },
        ];
      }),
    );
  },
  examples: {
    bad: `variables:
  DEPLOY_TOKEN: 8fH2kd93Lq0vXz71
test:
  script: [make test]
`,
    good: `variables:
  DEPLOY_HOST: shop.example.com
test:
  script: [make test]
`,
  },
});
