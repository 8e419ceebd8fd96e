import { instructionsOf, runOf } from '../../graph/dockerfile.ts';
import type { Node } from '../../model/node.ts';
import { insecureCall, isInsecureVariable } from '../../syntax/shell/certificates.ts';
import type { Command } from '../../syntax/shell/tree.ts';
import { check, type Fault } from '../check.ts';

export default check({
  id: 'dockerfile/certificate-checks-off',
  title: 'Certificate checks switched off',
  dimension: 'security',
  severity: 'high',
  why: 'Without the check of the certificate, whoever sits between the build and the server decides what is downloaded, and it runs as root in an image that is then trusted. As an environment variable it also stays off in every container of the image. Install the missing authority (ca-certificates, or the company one) instead.',
  sameAs: [
    'checkov:CKV2_DOCKER_12',
    'checkov:CKV2_DOCKER_13',
    'checkov:CKV2_DOCKER_14',
    'checkov:CKV2_DOCKER_15',
    'checkov:CKV2_DOCKER_16',
    'checkov:CKV2_DOCKER_2',
    'checkov:CKV2_DOCKER_3',
    'checkov:CKV2_DOCKER_4',
    'checkov:CKV2_DOCKER_5',
    'checkov:CKV2_DOCKER_6',
  ],
  controls: ['cis-docker:4.11', 'pci-dss:4.2.1'],
  sources: ['https://curl.se/docs/sslcerts.html'],
  visits: instructionsOf('ARG', 'ENV', 'RUN'),
  judge(instruction) {
    const { keyword, node } = instruction;
    const run = runOf(instruction);
    if (run)
      return run.commands.flatMap((command) => {
        const how = insecureCall(command) ?? insecureAssignment(command);
        const at = run.at(command);
        return how ? [faultOf(how, at, String(at.content))] : [];
      });
    if (keyword === 'RUN') return;
    return node
      .entries('values')
      .filter(([name, { content }]) => typeof content === 'string' && isInsecureVariable(name, content))
      .map(([name, value]) => faultOf(`${keyword} ${name}`, value, name));
  },
  examples: {
    bad: `FROM alpine:3.22
RUN wget --no-check-certificate https://example.com/tool.tar.gz
`,
    good: `FROM alpine:3.22
RUN apk add --no-cache ca-certificates && wget https://example.com/tool.tar.gz
`,
  },
});

function insecureAssignment({ words, assignments }: Command): string | undefined {
  const isExport = words[0]?.text === 'export' || words[0]?.text === 'env';
  const found = [...assignments, ...(isExport ? words.slice(1) : [])].find(({ text }) => {
    const equals = text.indexOf('=');
    return equals > 0 && isInsecureVariable(text.slice(0, equals), text.slice(equals + 1));
  });
  return found?.text.slice(0, found.text.indexOf('='));
}

function faultOf(what: string, at: Node, key: string): Fault {
  return {
    message: `${what} accepts any certificate, so anyone between here and the server decides what is downloaded: install the missing certificate authority instead.`,
    at,
    key,
  };
}
