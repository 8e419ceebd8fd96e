import { embeddedSecretIn, isSecretValue } from '../../graph/kubernetes/embedded-secrets.ts';
import { isTriedOut } from '../../graph/kubernetes/tried-out.ts';
import { resources } from '../../graph/selector.ts';
import { check, type Fault } from '../check.ts';

/** Keys that hold a secret by the type of the Secret. Source: Kubernetes documentation, Secrets, Types of Secret. */
const typed: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/basic-auth': ['password'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
};

export default check({
  id: 'kubernetes/secret-committed',
  title: 'Secret kept in the repository',
  dimension: 'security',
  severity: 'high',
  why: 'The data of a Secret is base64, which hides nothing: whoever may read the repository or its history has it. Commit a SealedSecret, an ExternalSecret or a file encrypted with SOPS instead, and replace what was committed.',
  controls: ['cis-kubernetes:5.4.2', 'pci-dss:8.6.2', 'soc2:CC6.1'],
  sources: ['https://kubernetes.io/docs/concepts/security/secrets-good-practices/'],
  visits: resources('Secret'),
  judge({ node, resource }) {
    const type = node.text('type') ?? 'Opaque';
    const faults: Fault[] = [];
    for (const field of ['data', 'stringData'])
      for (const [key, value] of node.entries(field)) {
        const written = value.text() ?? '';
        const text = field === 'data' ? decode(written) : written;
        const inside = embeddedSecretIn(text);
        if (!inside && !(typed[type] ?? []).includes(key) && !isSecretValue(key, text)) continue;
        if (text.trim() === '' || value.file.isWritten?.(text) === false) continue;
        faults.push({
          message: `${resource.address} carries ${key} in plain sight, since base64 hides nothing from whoever may read the repository: let it come from a secret store or encrypt the file, and replace what was committed.`,
          at: value,
          key,
          ...(inside?.certain &&
          inside.what !== 'a password in a URL' &&
          !(isCertificateKey(inside.what, key, text) && isTriedOut(resource))
            ? { severity: 'critical' as const }
            : isTriedOut(resource) && { severity: 'medium' as const }),
        });
      }
    return faults;
  },
  examples: {
    bad: `apiVersion: v1
kind: Secret
metadata:
  name: api-database
stringData:
  password: copper-lantern-1894
`,
    good: `apiVersion: v1
kind: Secret
metadata:
  name: api-database
stringData:
  password: ENC[AES256_GCM,data:p673w==,iv:YY=,tag:UQ==,type:str]
`,
  },
});

/** The key of a certificate that comes with an example or a test is made for it; one of SSH opens something else. */
function isCertificateKey(what: string, name: string, text: string): boolean {
  return what === 'a private key' && !/ssh/i.test(name) && !text.includes('OPENSSH');
}

/** Text of base64; empty where it is none, or not text. */
function decode(base64: string): string {
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(base64)) return '';
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return text.includes('\ufffd') ? '' : text;
}
