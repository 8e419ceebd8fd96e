import type { Architecture } from '../architecture.ts';
import { releasedByTerraform, releaseFile } from '../release-files.ts';

/** Who is asked about a change, by what it touches: the last line that matches counts. */
export function codeOwners(architecture: Architecture): string {
  const { owner, owners, environments, delivery } = architecture;
  const handle = ({ github }: { readonly github: string }) => `@${github}`;
  const others = owners.filter(({ name }) => name !== owner.name);
  const hasNamespaces = environments.some(({ namespaces }) => namespaces.length > 0);
  const pipelines = delivery.ci === 'github' ? ['/.github/'] : ['/.gitlab/', '/.gitlab-ci.yml'];
  return `# Who is asked about a change. The last line that matches counts.
*                    ${handle(owner)}
${hasNamespaces ? others.map((team) => `/kubernetes/${team.name}/ ${handle(team)}\n`).join('') : ''}
# What decides over all others stays with the owner of the platform.
/terraform/          ${handle(owner)}
/policy/             ${handle(owner)}
${pipelines.map((path) => `${path.padEnd(20)} ${handle(owner)}\n`).join('')}/plinth.yaml         ${handle(owner)}
${releases(architecture)}`;
}

/** Which version of it runs is up to the team that answers for it; production waits for approvals all the same. */
function releases({ owner, environments }: Architecture): string {
  const main = environments.at(-1)!;
  const owners = new Map(
    [...main.services, ...main.jobs, ...main.functions].map((one) => [one.name, one.owner]),
  );
  const lines = releasedByTerraform(main).flatMap((one) => {
    const team = owners.get(one.name)!;
    return team.name === owner.name
      ? []
      : [`/terraform/environments/**/${releaseFile(one)} @${team.github}\n`];
  });
  return lines.length === 0
    ? ''
    : `\n# Which version of a workload runs is up to its team.\n${lines.join('')}`;
}
