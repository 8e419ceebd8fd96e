import { instructionsOf } from '../../graph/dockerfile.ts';
import { check, type Fault } from '../check.ts';

/** Files that hold a secret by their nature. Samples (`.env.example`) and certificates without a key are none. */
const secretFile =
  /(?:^|\/)(?:\.env(?:\.(?:local|prod|production|staging))?|id_(?:rsa|dsa|ecdsa|ed25519)|\.netrc|\.pypirc|\.git-credentials|\.ssh\/?|\.aws\/?(?:credentials)?|\.kube\/config|kubeconfig|\.docker\/config\.json|[^/]*\.tfstate|[^/]*\.(?:key|p12|pfx|jks)|[^/]*private[^/]*\.pem)$/i;

/** Made up for tests and documents. */
const sample = /(?:^|[/._-])(?:tests?|testdata|fixtures?|examples?|samples?|dummy|snakeoil)(?:[/._-]|$)/i;

export default check({
  id: 'dockerfile/secret-file-copied',
  title: 'File with a secret copied into the image',
  dimension: 'security',
  severity: 'high',
  why: 'A file that was once copied stays in its layer, also when a later instruction deletes it: everyone who can pull the image can take it out. Mount it for the one command that needs it (RUN --mount=type=secret), or into the running container.',
  controls: ['cis-docker:4.10', 'pci-dss:8.6.2'],
  sources: ['https://docs.docker.com/build/building/secrets/'],
  visits: instructionsOf('ADD', 'COPY'),
  judge({ node }) {
    if (node.has('flags', 'from')) return;
    const sources = node.list('arguments').slice(0, -1);
    const faults: Fault[] = [];
    for (const source of sources) {
      const path = source.text() ?? '';
      if (!secretFile.test(path) || sample.test(path)) continue;
      faults.push({
        message: `${path} goes into a layer of the image, where everyone who pulls it can read it: mount it instead (RUN --mount=type=secret), and keep it out of the context with .dockerignore.`,
        at: source,
        key: path,
      });
    }
    return faults;
  },
  examples: {
    bad: `FROM python:3.13-slim
COPY .env deploy/id_rsa /app/
`,
    good: `FROM python:3.13-slim
COPY .env.example requirements.txt /app/
RUN --mount=type=secret,id=netrc NETRC=/run/secrets/netrc pip install --no-cache-dir -r /app/requirements.txt
`,
  },
});
