import { listed } from '../../report/wording.ts';
import { type About, documentPaths, runbooksFolder } from './about.ts';
import { frameworksOf } from './compliance-matrix.ts';
import { bullets, type Link } from './markdown.ts';
import { officeHoursPath, scheduledOf } from './office-hours-page.ts';

/** The documents, for the README and the index. */
export function documentList({ written, architecture }: About, to: Link): string {
  const scheduled = scheduledOf(architecture);
  return bullets([
    `${to(documentPaths.architecture, 'Architecture')}: what stands where, who talks to whom, what happens when a part is away`,
    `${to(documentPaths.decisions, 'Decisions')}: ${architecture.decisions.length} of them, with what else could have been done`,
    `${to(documentPaths.prerequisites, 'Prerequisites')}: accounts, quotas, domains, secrets, variables`,
    `${to(documentPaths.security, 'Security')}: threats, controls, identities${architecture.compliance.length > 0 ? `, and how it stands to ${listed(frameworksOf({ architecture }).map(({ title }) => title.split(',')[0]!))}` : ''}`,
    `${to(documentPaths.cost, 'Cost')}: part by part, and what would save`,
    `${to(documentPaths.recovery, 'Disaster recovery')}: what can be lost, and how it is restored`,
    ...(scheduled.length > 0
      ? [
          `${to(officeHoursPath, 'Office hours')}: when ${listed(scheduled.map(({ name }) => name))} ${scheduled.length === 1 ? 'is' : 'are'} off, and how to keep ${scheduled.length === 1 ? 'it' : 'them'} on`,
        ]
      : []),
    `${to(documentPaths.onCall, 'On call')}: severities, whom to call, what to look at`,
    `Incidents: ${to(documentPaths.incident, 'a log')} and ${to(documentPaths.postMortem, 'a post-mortem')} to begin from`,
    ...(written.isFolder(runbooksFolder) ? [`${to(runbooksFolder, 'Runbooks')}: one for each alert`] : []),
  ]);
}
