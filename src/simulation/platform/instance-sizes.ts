import * as azure from '../../../data/instances/azure.ts';
import * as ec2 from '../../../data/instances/ec2.ts';

/** What a machine has before anything is kept back. */
export interface MachineSize {
  readonly vcpu: number;
  readonly mib: number;
  /** pods that the network of an EKS node has addresses for */
  readonly pods?: number;
  readonly source: string;
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function rowsOf({
  rows,
  source,
}: {
  readonly rows: string;
  readonly source: string;
}): ReadonlyMap<string, readonly number[]> {
  let table = tables.get(source);
  if (!table) {
    table = new Map(
      rows
        .trim()
        .split('\n')
        .map((line) => {
          const [name, ...figures] = line.split(' ');
          return [name!, figures.map(Number)] as const;
        }),
    );
    tables.set(source, table);
  }
  return table;
}

/** An EC2 instance type, an Azure size, or a Google machine type; `undefined` where it is none that is known. */
export function sizeOfMachine(name: string): MachineSize | undefined {
  const row = rowsOf(ec2).get(name);
  if (row)
    return {
      vcpu: row[0]!,
      mib: row[1]!,
      ...(row[2] ? { pods: row[2] } : {}),
      source: `${ec2.source}, ${ec2.date}`,
    };
  const size = rowsOf(azure).get(name);
  if (size) return { vcpu: size[0]!, mib: size[1]!, source: `${azure.source}, ${azure.date}` };
  return googleSize(name);
}

/** GiB for each vCPU. Source: https://cloud.google.com/compute/docs/general-purpose-machines */
const perCpu: Readonly<Record<string, number>> = {
  'n1-standard': 3.75,
  'n1-highmem': 6.5,
  'n1-highcpu': 0.9,
  'n2-highcpu': 1,
  'n2d-highcpu': 1,
  'e2-highcpu': 1,
  'c3-highcpu': 2,
  'c3d-highcpu': 2,
  'c4-highcpu': 2,
};
const families = /^(n1|n2|n2d|n4|e2|c2|c2d|c3|c3d|c4|t2d|t2a)-(standard|highmem|highcpu)-(\d+)$/;

function googleSize(name: string): MachineSize | undefined {
  const source = 'https://cloud.google.com/compute/docs/general-purpose-machines';
  const custom = /^(?:\w+-)?custom-(\d+)-(\d+)(?:-ext)?$/.exec(name);
  if (custom) return { vcpu: Number(custom[1]), mib: Number(custom[2]), source };
  const shared = { 'e2-micro': 1, 'e2-small': 2, 'e2-medium': 4 }[name];
  if (shared) return { vcpu: 2, mib: shared * 1024, source };
  const [, family, kind, cpus] = families.exec(name) ?? [];
  if (!family) return undefined;
  const ratio = perCpu[`${family}-${kind}`] ?? (kind === 'highmem' ? 8 : kind === 'standard' ? 4 : undefined);
  return ratio === undefined ? undefined : { vcpu: Number(cpus), mib: Number(cpus) * ratio * 1024, source };
}
