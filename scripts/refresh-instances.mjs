// Writes data/instances/ec2.ts and azure.ts: vCPU and memory of instance types, and for EC2 how many pods a node takes.
//   node scripts/refresh-instances.mjs --autoscaler <folder> --eks-ami <folder>
// The folders are git directories or work trees of https://github.com/kubernetes/autoscaler and
// https://github.com/awslabs/amazon-eks-ami (git clone --filter=blob:none).
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { autoscaler: { type: 'string' }, 'eks-ami': { type: 'string' } } });
if (!values.autoscaler || !values['eks-ami'])
  throw new Error('give --autoscaler and --eks-ami, see the head of this file');

function git(folder, ...args) {
  const directory = existsSync(join(folder, '.git')) ? join(folder, '.git') : folder;
  return execFileSync('git', [`--git-dir=${directory}`, ...args], { encoding: 'utf8', maxBuffer: 1e8 });
}

/** name → [vCPU, MiB], from the lists that the cluster autoscaler is built with. */
function typesIn(path) {
  const text = git(values.autoscaler, 'show', `HEAD:${path}`);
  const found = text.matchAll(/"([\w.-]+)": \{[^}]*?VCPU:\s+(\d+),\s*MemoryMb:\s+(\d+),/g);
  return new Map([...found].map(([, name, cpu, memory]) => [name, [Number(cpu), Number(memory)]]));
}

/** name → pods that the VPC CNI has addresses for: ENIs × (IPv4 addresses of each − 1) + 2. */
function podsOfEc2() {
  const lines = git(values['eks-ami'], 'show', 'HEAD:nodeadm/internal/kubelet/instance-info.jsonl')
    .trim()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const { instanceType, defaultMaxENIs, ipv4AddressesPerInterface } = JSON.parse(line);
      return [instanceType, defaultMaxENIs * (ipv4AddressesPerInterface - 1) + 2];
    }),
  );
}

function write(file, { what, source, date, format, rows }) {
  const head = `// ${what}\n// Source: ${source} (${date}); refreshed by scripts/refresh-instances.mjs.\n// ${format}\n`;
  const text = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, figures]) => `${name} ${figures.join(' ')}`);
  writeFileSync(
    new URL(`../data/instances/${file}`, import.meta.url),
    `${head}export const date = '${date}';\nexport const source = '${source}';\nexport const rows = \`\n${text.join('\n')}\n\`;\n`,
  );
  console.log(`${file}: ${text.length} types`);
}

const day = (folder, path) => git(folder, 'log', '-1', '--format=%cs', '--', path).trim();
const aws = 'cluster-autoscaler/cloudprovider/aws/ec2_instance_types.go';
const azure = 'cluster-autoscaler/cloudprovider/azure/azure_instance_types.go';
const pods = podsOfEc2();
write('ec2.ts', {
  what: 'EC2 instance types.',
  source: 'https://github.com/kubernetes/autoscaler and https://github.com/awslabs/amazon-eks-ami',
  date: day(values.autoscaler, aws),
  format:
    'A line a type: name, vCPU, memory in MiB, pods that the VPC CNI has addresses for (0 where it is not told).',
  rows: [...typesIn(aws)].map(([name, figures]) => [name, [...figures, pods.get(name) ?? 0]]),
});
write('azure.ts', {
  what: 'Azure virtual machine sizes.',
  source: 'https://github.com/kubernetes/autoscaler',
  date: day(values.autoscaler, azure),
  format: 'A line a size: name, vCPU, memory in MiB.',
  rows: typesIn(azure),
});
