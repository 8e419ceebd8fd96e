import { addonNamespaces } from '../addon-namespaces.ts';
import type { Environment } from '../environment.ts';
import { type About, documentPaths } from './about.ts';
import { linksFrom, shell } from './markdown.ts';
import { clusterAccess } from './restore-common.ts';
import { secretsToFill } from './to-fill.ts';

const inVault = (environment: Environment) =>
  `kubectl --context ${environment.name} exec -it -n ${addonNamespaces.vault} vault-0 -- vault`;

/** How secrets come into Vault: into each one that reads them. @param path of a secret, for the example */
export function vaultsToFill({ architecture }: About, path: string): string {
  const { environments, platform } = architecture;
  const [first] = environments as [Environment];
  const pairs = environments.flatMap((main) => (main.standby ? [[main, main.standby] as const] : []));
  const commands = (all: readonly Environment[], name: string) =>
    shell(
      ...all.map((one) => `${clusterAccess(one)} --alias ${one.name}`),
      ...all.flatMap((one) => [
        `${inVault(one)} login`,
        `${inVault(one).replace('-it', '-i')} kv put -mount=secret ${name} - < secret.json`,
      ]),
      'rm secret.json',
    );
  return [
    `From a file that is deleted at once:\n\n${commands([first], path)}`,
    ...pairs.map(([main, standby]) =>
      platform.recovery === 'backup-restore'
        ? `Nothing copies what is in Vault of ${main.name} to ${standby.region}: keep secrets where they come from, since on the day on which ${main.region} is lost all of them are filled in again.`
        : `Nothing copies what is in Vault of ${main.name} to ${standby.region}, where the key that unseals it is not. Vault of \`${standby.name}\` has the same paths: fill in both, now and whenever a value changes.\n\n${commands([main, standby], pathIn(main, path))}`,
    ),
  ].join('\n');
}

/** Vault of a cluster that is made on the day begins empty. */
export function newVault(about: About): string[] {
  const { main, architecture } = about;
  const { standby, recovery } = main;
  const paths = secretsToFill(about).filter(({ environment }) => environment === main.name);
  if (architecture.platform.secrets !== 'vault' || !standby || paths.length === 0) return [];
  const link = linksFrom(documentPaths.recovery)(documentPaths.prerequisites, 'as they were at first');
  return recovery!.strategy === 'backup-restore'
    ? [
        `Begin Vault, which is empty there, and fill in its secrets (${paths.map(({ remoteName }) => `\`${remoteName}\``).join(', ')}) ${link}.\n\n${shell(`${clusterAccess(standby)} --alias ${standby.name}`, `${inVault(standby)} operator init`)}`,
      ]
    : [];
}

function pathIn({ name }: Environment, path: string): string {
  return path.replace(/^[^/]+/, name);
}
