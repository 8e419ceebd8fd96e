import type { Architecture } from '../../architecture.ts';
import { imagesOf, registryOf } from '../releases.ts';
import { type PipelineRoles, rolesOf } from '../roles.ts';
import { checksums, tools } from '../tools.ts';

/** Whether an image of the blueprint is in ECR, where AWS is asked instead of a password. */
export function usesEcr(architecture: Architecture): boolean {
  return registriesOf(architecture).some((host) => isEcr(host));
}

/** A token of a job that AWS takes, where any registry is there. @param indent of what it stands in */
export function ecrToken(architecture: Architecture, indent: string): string {
  return usesEcr(architecture)
    ? `${indent}id_tokens:\n${indent}  AWS_ID_TOKEN:\n${indent}    aud: https://gitlab.com\n`
    : '';
}

/**
 * Shell that lets tools into the registry of `$IMAGE`: they read `~/.docker/config.json`. Whoever builds in another
 * project has no file of this repository, so it stands in the job itself.
 */
export function loginScript(
  architecture: Architecture,
  indent: string,
  role: keyof PipelineRoles = 'images',
): string {
  const arms = registriesOf(architecture).map((host) => {
    const images = host === 'docker.io' ? '*' : `${host}/*`;
    return `  ${images})\n${armOf(host, architecture, role)}    ;;\n`;
  });
  return `mkdir -p ~/.docker ~/bin && export PATH="$HOME/bin:$PATH"
case "$IMAGE" in
${arms.join('')}esac
`
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${indent}${line}\n`)
    .join('');
}

/** Shell that installs a pinned Cosign into `~/bin`. */
export function cosignScript(indent: string): string {
  const { cosign } = tools;
  return `case "$(uname -m)" in
  aarch64) kind=arm64 sum=${checksums.cosign.arm64} ;;
  *) kind=amd64 sum=${checksums.cosign.amd64} ;;
esac
wget -q -O ~/bin/cosign "https://github.com/sigstore/cosign/releases/download/v${cosign}/cosign-linux-$kind"
echo "$sum  $HOME/bin/cosign" | sha256sum -c
chmod +x ~/bin/cosign`
    .split('\n')
    .map((line) => `${indent}${line}\n`)
    .join('');
}

function armOf(host: string, architecture: Architecture, role: keyof PipelineRoles): string {
  const region = regionOf(host);
  return region === undefined ? passwordOf(host) : ecr(host, region, architecture, role);
}

/** GitLab's own registry lets a job in by itself; it has to be of the project, or to be let in by it. */
function passwordOf(host: string): string {
  const isOwn = host === 'registry.gitlab.com';
  const [name, password] = isOwn
    ? ['CI_REGISTRY_USER', 'CI_REGISTRY_PASSWORD']
    : ['REGISTRY_USERNAME', 'REGISTRY_PASSWORD'];
  const key = host === 'docker.io' ? 'https://index.docker.io/v1/' : host;
  return `    auth=$(printf '%s:%s' "$${name}" "$${password}" | base64 | tr -d '\\n')
    printf '{"auths":{"${key}":{"auth":"%s"}}}' "$auth" > ~/.docker/config.json
`;
}

function ecr(
  host: string,
  region: string,
  { environments }: Architecture,
  role: keyof PipelineRoles,
): string {
  const owner = environments.find(({ account }) => host.startsWith(account)) ?? environments[0]!;
  const { ecrLogin } = tools;
  return `    printf '%s' "$AWS_ID_TOKEN" > ~/aws-token
    export AWS_WEB_IDENTITY_TOKEN_FILE=~/aws-token AWS_ROLE_SESSION_NAME="gitlab-$CI_JOB_ID"
    export AWS_ROLE_ARN=${rolesOf(owner)[role]} AWS_REGION=${region}
    case "$(uname -m)" in
      aarch64) kind=arm64 sum=${checksums.ecrLogin.arm64} ;;
      *) kind=amd64 sum=${checksums.ecrLogin.amd64} ;;
    esac
    from=https://amazon-ecr-credential-helper-releases.s3.us-east-2.amazonaws.com/${ecrLogin}
    wget -q -O ~/bin/docker-credential-ecr-login "$from/linux-$kind/docker-credential-ecr-login"
    echo "$sum  $HOME/bin/docker-credential-ecr-login" | sha256sum -c
    chmod +x ~/bin/docker-credential-ecr-login
    printf '{"credHelpers":{"${host}":"ecr-login"}}' > ~/.docker/config.json
`;
}

/** Hosts of registries; Docker Hub, which names of images leave out, comes last. */
function registriesOf(architecture: Architecture): string[] {
  const hosts = [...new Set(imagesOf(architecture).map(registryOf))].sort();
  return [...hosts.filter((host) => host !== 'docker.io'), ...hosts.filter((host) => host === 'docker.io')];
}

function isEcr(host: string): boolean {
  return regionOf(host) !== undefined;
}

function regionOf(host: string): string | undefined {
  return /^\d{12}\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/.exec(host)?.[1];
}
