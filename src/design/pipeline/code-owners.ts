import type { Architecture } from '../architecture.ts';

/** Who is asked about a change, by what it touches: the last line that matches counts. */
export function codeOwners({ owner, owners, environments, delivery }: Architecture): string {
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
`;
}
