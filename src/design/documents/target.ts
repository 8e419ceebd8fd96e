import type { Architecture } from '../architecture.ts';
import { rehearsalFiles } from '../rehearsal/told.ts';
import { FileSet, type Files, type Target } from '../target.ts';
import { type About, aboutOf, documentPaths } from './about.ts';
import { architecturePage } from './architecture-page.ts';
import { costPage } from './cost-page.ts';
import { decisionFiles } from './decisions.ts';
import { incidentPage, postMortemPage } from './incident-pages.ts';
import { indexPage } from './index-page.ts';
import { officeHoursPage, officeHoursPath, scheduledOf } from './office-hours-page.ts';
import { onCallPage } from './on-call-page.ts';
import { writeOthers } from './others.ts';
import { prerequisitesPage } from './prerequisites-page.ts';
import { readmePage } from './readme-page.ts';
import { recoveryPage } from './recovery-page.ts';
import { securityPage } from './security-page.ts';
import { Written } from './written.ts';

type Page = Exclude<keyof typeof documentPaths, 'decisions'>;

const pages: Readonly<Record<Page, (about: About) => string>> = {
  readme: readmePage,
  index: indexPage,
  architecture: architecturePage,
  prerequisites: prerequisitesPage,
  security: securityPage,
  cost: costPage,
  recovery: recoveryPage,
  onCall: onCallPage,
  incident: incidentPage,
  postMortem: postMortemPage,
};

/** What people read: architecture, decisions, prerequisites, security, cost, recovery, incidents. */
export const documents: Target = {
  name: 'documents',
  write: (architecture) => writeDocuments(architecture, writeOthers(architecture)),
};

/** @param others what all other targets wrote: pages point at it */
export function writeDocuments(architecture: Architecture, others: Files): Files {
  const about = aboutOf(architecture, new Written(others));
  const files = new FileSet().addAll(decisionFiles(architecture)).addAll(rehearsalFiles(architecture));
  for (const [name, write] of Object.entries(pages)) files.add(documentPaths[name as Page], write(about));
  if (scheduledOf(architecture).length > 0) files.add(officeHoursPath, officeHoursPage(about));
  return files.files;
}
