import type { Architecture } from '../architecture.ts';
import type { Environment } from '../environment.ts';

/** What people do once, so that External Secrets may read from Vault; nothing where there is none. */
export function vaultBegins({ platform }: Architecture, environments: readonly Environment[]): string {
  if (platform.secrets !== 'vault') return '';
  const environment = environments[0]!;
  return `## Vault begins

Once in each environment, as soon as its pods run. The key of AWS unseals it; the recovery keys that the first line prints go to five people, three of whom can do without that key, and the token is revoked at the end.

\`\`\`sh
kubectl --namespace vault exec vault-0 -- vault operator init -recovery-shares=5 -recovery-threshold=3
kubectl --namespace vault exec --stdin --tty vault-0 -- sh   # and there, with the token in VAULT_TOKEN:
vault audit enable file file_path=/vault/audit/audit.log
vault secrets enable -path=secret kv-v2
vault auth enable kubernetes
vault write auth/kubernetes/config kubernetes_host=https://kubernetes.default.svc
${environment.namespaces.flatMap(({ name }) => roleOf(name, environment)).join('\n')}
vault token revoke -self
\`\`\`

`;
}

/** What a team may read, and that its reader in its namespace is who may. */
function roleOf(team: string, { services, jobs }: Environment): string[] {
  const own = [...services, ...jobs].filter(({ namespace }) => namespace === team);
  const paths = own.flatMap(({ secrets }) =>
    secrets.flatMap(({ kind, remoteName }) => (kind === 'app' ? [remoteName] : [])),
  );
  if (paths.length === 0) return [];
  const rules = paths.map((path) => `path "secret/data/${path}" { capabilities = ["read"] }`).join('\\n');
  return [
    `printf '${rules}\\n' | vault policy write ${team} -`,
    `vault write auth/kubernetes/role/${team} bound_service_account_names=secret-reader bound_service_account_namespaces=${team} policies=${team} ttl=1h`,
  ];
}
