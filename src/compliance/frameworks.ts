import type { Framework } from './framework.ts';
import { cisAws } from './frameworks/cis/aws.ts';
import { cisAzure } from './frameworks/cis/azure.ts';
import { cisDocker } from './frameworks/cis/docker.ts';
import { cisEks } from './frameworks/cis/eks.ts';
import { cisGcp } from './frameworks/cis/gcp.ts';
import { cisGke } from './frameworks/cis/gke.ts';
import { cisKubernetes } from './frameworks/cis/kubernetes.ts';
import { gdpr } from './frameworks/gdpr.ts';
import { hipaa } from './frameworks/hipaa.ts';
import { pciDss } from './frameworks/pci-dss.ts';
import { slsa } from './frameworks/slsa.ts';
import { soc2 } from './frameworks/soc2.ts';

/** Every framework whose controls can be held against a repository. */
export const frameworks: readonly Framework[] = [
  pciDss,
  soc2,
  hipaa,
  gdpr,
  cisAws,
  cisAzure,
  cisGcp,
  cisKubernetes,
  cisEks,
  cisGke,
  cisDocker,
  slsa,
];
