import type { Framework } from './framework.ts';
import { gdpr } from './frameworks/gdpr.ts';
import { hipaa } from './frameworks/hipaa.ts';
import { pciDss } from './frameworks/pci-dss.ts';
import { soc2 } from './frameworks/soc2.ts';

/** Every framework whose controls can be held against a repository. */
export const frameworks: readonly Framework[] = [pciDss, soc2, hipaa, gdpr];
