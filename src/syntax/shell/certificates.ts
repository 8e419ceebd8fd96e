import { callOf, hasOption } from './commands.ts';
import type { Command, Word } from './tree.ts';

const off = /^(?:0|false|no|off)$/i;
const on = /^(?:1|true|yes|on)$/i;

/** Environment variables that switch certificate checks off, and the values that do. */
const variables: Readonly<Record<string, RegExp>> = {
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  GIT_SSL_NO_VERIFY: /./,
  NPM_CONFIG_STRICT_SSL: off,
  npm_config_strict_ssl: off,
  PIP_TRUSTED_HOST: /./,
  CURL_INSECURE: on,
  YARN_STRICT_SSL: off,
  GONOSUMCHECK: on,
  GOINSECURE: /./,
};

/** Whether giving a variable this value switches certificate checks off. */
export function isInsecureVariable(name: string, value: string): boolean {
  return Object.hasOwn(variables, name) && variables[name]!.test(value);
}

/** How a command goes without certificate checks (`curl -k`); undefined where it does not. */
export function insecureCall(command: Command): string | undefined {
  const call = callOf(command);
  if (!call) return undefined;
  const { name, args } = call;
  const said = args.map(({ text }) => text).join(' ');
  switch (name) {
    case 'curl':
      return hasCurlInsecure(args) && !isLocal(args) ? 'curl --insecure' : undefined;
    case 'wget':
      return hasOption(args, '--no-check-certificate') && !isLocal(args)
        ? 'wget --no-check-certificate'
        : undefined;
    case 'pip':
    case 'pip2':
    case 'pip3':
      return hasOption(args, '--trusted-host') || /\bset\b.*\btrusted-host\b/.test(said)
        ? `${name} --trusted-host`
        : undefined;
    case 'uv':
      return hasOption(args, '--allow-insecure-host') ? 'uv --allow-insecure-host' : undefined;
    case 'conda':
    case 'mamba':
      return /--set ssl_verify (?:false|0|no|off)\b/i.test(said) ? `${name} ssl_verify=false` : undefined;
    case 'npm':
    case 'yarn':
    case 'pnpm':
      return /(?:--strict-ssl|\bset\b.*\s(?:strict-ssl|enableStrictSsl))[ =]["']?(?:false|0|no)\b|--no-strict-ssl\b/i.test(
        said,
      )
        ? `${name} strict-ssl=false`
        : undefined;
    case 'git':
      return /http\.(?:\S*\.)?sslVerify[ =]["']?(?:false|0|no|off)\b/i.test(said)
        ? 'git http.sslVerify=false'
        : undefined;
    case 'yum':
    case 'dnf':
    case 'tdnf':
    case 'microdnf':
    case 'yum-config-manager':
    case 'dnf-config-manager':
      return /\bsslverify=["']?(?:false|0|no|off)\b/i.test(said) ? `${name} sslverify=0` : undefined;
    case 'apk':
      return hasOption(args, '--no-check-certificate') ? 'apk --no-check-certificate' : undefined;
    case 'apt-get':
    case 'apt':
      return /Verify-(?:Peer|Host)=["']?(?:false|0)/i.test(said) ? `${name} Verify-Peer=false` : undefined;
    default:
      return undefined;
  }
}

function hasCurlInsecure(args: readonly Word[]): boolean {
  return args.some(
    ({ text }) =>
      text === '--insecure' ||
      (/^-[a-zA-Z#]*k[a-zA-Z#]*$/.test(text) && !/^-[^o]*[oHdXuAeTrmF].*k/.test(text)),
  );
}

function isLocal(args: readonly Word[]): boolean {
  return args.some(({ text }) => /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/.test(text));
}
