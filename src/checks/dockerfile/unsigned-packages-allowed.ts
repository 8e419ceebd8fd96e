import { runs } from '../../graph/dockerfile.ts';
import { callOf, hasOption } from '../../syntax/shell/commands.ts';
import type { Command } from '../../syntax/shell/tree.ts';
import { check, type Fault } from '../check.ts';

/** Options by which package managers take packages that nobody signed. */
const options: Readonly<Record<string, readonly string[]>> = {
  apk: ['--allow-untrusted'],
  'apt-get': ['--allow-unauthenticated', '--force-yes'],
  apt: ['--allow-unauthenticated', '--force-yes'],
  yum: ['--nogpgcheck', '--no-gpg-check'],
  dnf: ['--nogpgcheck', '--no-gpgchecks'],
  microdnf: ['--nogpgcheck'],
  tdnf: ['--nogpgcheck'],
  zypper: ['--no-gpg-checks', '--allow-unsigned-rpm'],
  rpm: ['--nosignature', '--nodigest', '--noverify', '--nofiledigest'],
};

export default check({
  id: 'dockerfile/unsigned-packages-allowed',
  title: 'Packages accepted without a signature',
  dimension: 'security',
  severity: 'high',
  why: 'The signature is what tells a package of the distribution from one that somebody slipped in: on the mirror, in the proxy, on the way. Without it the build installs either, as root. Import the key of the repository instead.',
  sameAs: [
    'checkov:CKV2_DOCKER_10',
    'checkov:CKV2_DOCKER_11',
    'checkov:CKV2_DOCKER_7',
    'checkov:CKV2_DOCKER_8',
    'checkov:CKV2_DOCKER_9',
  ],
  controls: ['cis-docker:4.11', 'slsa:build-l3'],
  sources: ['https://wiki.debian.org/SecureApt'],
  visits: runs,
  judge(run) {
    const faults: Fault[] = [];
    for (const command of run.commands) {
      const option = carelessOption(command);
      if (!option) continue;
      faults.push({
        message: `${option} takes packages that nobody signed: import the key of the repository and drop the option.`,
        at: run.at(command),
        key: namesIn(command),
      });
    }
    return faults;
  },
  examples: {
    bad: `FROM alpine:3.22
RUN apk add --no-cache --allow-untrusted tool.apk
`,
    good: `FROM alpine:3.22
COPY tool.rsa.pub /etc/apk/keys/
RUN apk add --no-cache tool.apk
`,
  },
});

function carelessOption(command: Command): string | undefined {
  const call = callOf(command);
  if (!call || !Object.hasOwn(options, call.name)) return undefined;
  const option = options[call.name]!.find((one) => hasOption(call.args, one));
  if (option) return option;
  return call.args
    .map(({ text }) => text)
    .find((text) => /AllowUnauthenticated=["']?(?:true|1|yes)/i.test(text));
}

/** What is installed: the same command with one option more is still the same. */
function namesIn(command: Command): string {
  return command.words
    .map(({ text }) => text)
    .filter((text) => !text.startsWith('-'))
    .join(' ');
}
