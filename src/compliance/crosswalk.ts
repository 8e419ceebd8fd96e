import type { AnyCheck } from '../checks/check.ts';
import type { Dimension } from '../model/dimension.ts';

interface Step {
  readonly from: readonly string[];
  /** only what is judged in this dimension */
  readonly dimension?: Dimension;
  readonly to: readonly string[];
}

/**
 * Laws that ask for an outcome are served by whatever serves the technical control behind it.
 * Sources: the mapping of the Trust Services Criteria to HIPAA and GDPR that the AICPA publishes
 * (https://www.aicpa-cima.com/resources/download/trust-services-criteria-mappings), and NIST SP 800-66 r2, appendix D.
 */
const steps: readonly Step[] = [
  { from: ['pci-dss:3.5.1', 'pci-dss:3.6.1'], to: ['hipaa:164.312(a)(2)(iv)', 'gdpr:32(1)(a)'] },
  {
    from: ['pci-dss:4.2.1', 'soc2:CC6.7'],
    to: ['hipaa:164.312(e)(1)', 'hipaa:164.312(e)(2)(ii)', 'gdpr:32(1)(a)'],
  },
  {
    from: ['pci-dss:7.2.1', 'pci-dss:7.2.2', 'pci-dss:7.2.5', 'pci-dss:7.3.3', 'soc2:CC6.3'],
    to: ['hipaa:164.308(a)(4)', 'hipaa:164.312(a)(1)', 'gdpr:25(2)', 'gdpr:32(1)(b)'],
  },
  {
    from: ['pci-dss:1.3.1', 'pci-dss:1.4.2', 'pci-dss:1.4.4', 'soc2:CC6.1', 'soc2:CC6.6'],
    to: ['hipaa:164.312(a)(1)', 'gdpr:5(1)(f)', 'gdpr:32(1)(b)'],
  },
  {
    from: ['pci-dss:8.3.1', 'pci-dss:8.4.2', 'pci-dss:8.6.2', 'pci-dss:8.6.3'],
    to: ['hipaa:164.308(a)(5)(ii)(D)', 'hipaa:164.312(d)'],
  },
  {
    from: ['pci-dss:10.2.1', 'pci-dss:10.4.1', 'soc2:CC7.2', 'soc2:CC7.3'],
    to: ['hipaa:164.308(a)(1)(ii)(D)', 'hipaa:164.312(b)', 'gdpr:33'],
  },
  { from: ['pci-dss:10.3.2', 'pci-dss:10.3.4'], to: ['hipaa:164.312(c)(1)'] },
  { from: ['pci-dss:11.5.1', 'soc2:CC7.4'], to: ['hipaa:164.308(a)(6)(ii)', 'gdpr:33'] },
  { from: ['pci-dss:5.2.1', 'soc2:CC6.8'], to: ['hipaa:164.308(a)(5)(ii)(B)'] },
  { from: ['pci-dss:3.2.1', 'soc2:C1.2'], to: ['gdpr:5(1)(e)'] },
  { from: ['soc2:A1.2'], to: ['gdpr:32(1)(b)'] },
  {
    from: ['soc2:A1.2'],
    dimension: 'disaster-recovery',
    to: ['hipaa:164.308(a)(7)(ii)(A)', 'hipaa:164.308(a)(7)(ii)(B)', 'gdpr:32(1)(c)'],
  },
  { from: ['soc2:A1.2'], dimension: 'reliability', to: ['hipaa:164.308(a)(7)(ii)(C)'] },
  { from: ['soc2:A1.3'], to: ['hipaa:164.308(a)(7)(ii)(D)', 'gdpr:32(1)(d)'] },
];

/** Sections on rights, pods, networks, secrets and namespaces, which the benchmarks of managed clusters repeat. */
const managedClusters: readonly (readonly [kubernetes: string, ...managed: string[]])[] = [
  ['5.1.1', 'cis-eks:4.1.1', 'cis-gke:4.1.1'],
  ['5.1.2', 'cis-eks:4.1.2', 'cis-gke:4.1.2'],
  ['5.1.3', 'cis-eks:4.1.3', 'cis-gke:4.1.3'],
  ['5.1.4', 'cis-eks:4.1.4'],
  ['5.1.5', 'cis-eks:4.1.5', 'cis-gke:4.1.4'],
  ['5.1.6', 'cis-eks:4.1.6', 'cis-gke:4.1.5'],
  ['5.1.7', 'cis-eks:4.1.7', 'cis-gke:4.1.6'],
  ['5.1.8', 'cis-eks:4.1.8', 'cis-gke:4.1.7'],
  ['5.2.1', 'cis-gke:4.2.1'],
  ['5.2.2', 'cis-eks:4.2.1', 'cis-gke:4.2.1'],
  ['5.2.3', 'cis-eks:4.2.2', 'cis-gke:4.2.1'],
  ['5.2.4', 'cis-eks:4.2.3', 'cis-gke:4.2.1'],
  ['5.2.5', 'cis-eks:4.2.4', 'cis-gke:4.2.1'],
  ['5.2.6', 'cis-eks:4.2.5'],
  ['5.2.9', 'cis-gke:4.2.1'],
  ['5.2.12', 'cis-gke:4.2.1'],
  ['5.2.13', 'cis-gke:4.2.1'],
  ['5.3.2', 'cis-eks:4.3.2', 'cis-gke:4.3.2'],
  ['5.4.1', 'cis-eks:4.4.1', 'cis-gke:4.4.1'],
  ['5.4.2', 'cis-eks:4.4.2', 'cis-gke:4.4.2'],
  ['5.5.1', 'cis-gke:4.5.1'],
  ['5.7.1', 'cis-eks:4.5.1', 'cis-gke:4.6.1'],
  ['5.7.2', 'cis-gke:4.6.2'],
  ['5.7.3', 'cis-eks:4.5.2', 'cis-gke:4.6.3'],
  ['5.7.4', 'cis-eks:4.5.3', 'cis-gke:4.6.4'],
];

const allSteps: readonly Step[] = [
  ...steps,
  ...managedClusters.map(([kubernetes, ...to]) => ({ from: [`cis-kubernetes:${kubernetes}`], to })),
];

/** All controls that a check serves: those that it names, and those that stand upon them. */
export function controlsOf({
  controls = [],
  dimension,
}: Pick<AnyCheck, 'controls' | 'dimension'>): ReadonlySet<string> {
  const reached = allSteps.filter(
    (step) =>
      (step.dimension === undefined || step.dimension === dimension) &&
      step.from.some((one) => controls.includes(one)),
  );
  return new Set([...controls, ...reached.flatMap(({ to }) => to)]);
}
