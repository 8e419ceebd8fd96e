import { listed } from '../../report/wording.ts';
import type { About } from './about.ts';
import { delegations } from './domains.ts';
import { pipelineSettings, secretsToFill, variablesToFill } from './to-fill.ts';

const protecting = '.github/scripts/protect.sh';

/** What a person has to do before it runs, a line each, in order; all of it is in docs/prerequisites.md. */
export function nextSteps(about: About): readonly string[] {
  const { architecture } = about;
  const { environments, delivery } = architecture;
  const required = variablesToFill(about).filter((one) => one.required);
  const variables = [...new Set(required.map(({ name }) => name))];
  const secrets = [
    ...new Set(secretsToFill(about).map(({ remoteName }) => remoteName.split('/').slice(1).join('/'))),
  ];
  const settings = pipelineSettings(about).map(({ name }) => name);
  const zones = environments.flatMap(({ dns }) => dns.zone ?? []);
  return [
    `apply ${bootstraps(environments.map(({ name }) => name))}, with rights in the account`,
    `keep it in ${delivery.repository}, with the environments, reviewers and protection that ${delivery.ci === 'github' ? 'GitHub' : 'GitLab'} has to know${about.written.has(protecting) ? `: bash ${protecting}` : ''}`,
    ...(settings.length > 0 ? [`set ${listed(settings)} there`] : []),
    ...(delegations(about) === undefined ? [] : [`delegate ${listed(zones)}`]),
    ...(variables.length > 0 ? [`set the variables ${listed(variables)}`] : []),
    ...(secrets.length > 0
      ? [
          `fill in the secrets ${listed(secrets)} of ${environments.length > 1 ? 'each environment' : environments[0]!.name}`,
        ]
      : []),
  ];
}

function bootstraps(names: readonly string[]): string {
  return names.length === 1 ? `terraform/bootstrap/${names[0]}` : `terraform/bootstrap/{${names.join(',')}}`;
}
