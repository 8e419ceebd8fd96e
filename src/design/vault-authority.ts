/** Who makes the certificate that Vault shows, and what clients hold it against: a ClusterIssuer of cert-manager. */
export const vaultAuthority = 'vault-authority';
