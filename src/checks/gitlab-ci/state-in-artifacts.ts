import { pipelineJobs } from '../../graph/gitlab-ci/pipeline.ts';
import { itemsOf } from '../../graph/look.ts';
import type { Node } from '../../model/node.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'gitlab-ci/state-in-artifacts',
  title: 'Terraform state or plan open to download',
  dimension: 'security',
  severity: 'medium',
  why: 'State and plan files hold every value in plain text, passwords and keys among them. As artifacts they can be downloaded by everybody who may see the pipeline, which in a public project is everybody, and a state that travels by artifacts is neither locked nor the newest. Keep state in a backend, and limit who may download a plan.',
  controls: ['soc2:CC6.1', 'pci-dss:8.6.2'],
  sources: [
    'https://docs.gitlab.com/user/infrastructure/iac/terraform_state/',
    'https://docs.gitlab.com/ci/yaml/#artifactsaccess',
  ],
  visits: pipelineJobs,
  judge({ name, settings, resource }) {
    const artifacts = settings.entries('artifacts');
    const access = artifacts.get('access')?.content;
    const isClosed =
      artifacts.get('public')?.content === false ||
      access === 'developer' ||
      access === 'maintainer' ||
      access === 'none';
    return itemsOf(artifacts.get('paths')).flatMap((at): Fault[] => {
      const path = String(at.content);
      const isState = /\.tfstate(?:\.backup|\*)?$|(?:^|\/)terraform\.tfstate\.d(?:\/|$)/.test(path);
      const isPlan = /\.tfplan$|(?:^|\/)(?:tf|terraform)?[._-]?plan(?:\.(?:cache|out|bin|json))?$/.test(path);
      if (!isState && (!isPlan || isClosed || !speaksOfTerraform(settings.lines('script')))) return [];
      return [
        {
          message: isState
            ? `The job ${name} of ${resource.name} keeps the state ${path} as an artifact, with every secret in it and without a lock: configure a backend (GitLab has one of type http), and take it out.`
            : `The plan ${path} of job ${name} holds secrets in plain text, and everybody who sees the pipeline may download it: set artifacts:access: developer.`,
          at,
          key: `${name} ${path}`,
          severity: isState ? 'high' : 'low',
        },
      ];
    });
  },
  examples: {
    bad: `plan:
  script: [terraform apply plan.tfplan]
  artifacts:
    paths: [terraform.tfstate]
`,
    good: `plan:
  script: [terraform plan -out=plan.tfplan]
  artifacts:
    access: developer
    paths: [plan.tfplan]
`,
  },
});

function speaksOfTerraform(lines: readonly Node[]): boolean {
  return lines.some(({ content }) => /\b(?:terraform|tofu|terragrunt)\b/.test(String(content)));
}
