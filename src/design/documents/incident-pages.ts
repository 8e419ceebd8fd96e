import { listed } from '../../report/wording.ts';
import { type About, documentPaths, workloadsOf } from './about.ts';
import { bullets, linksFrom, page, section, table } from './markdown.ts';

/** `docs/incidents/template.md`: what is written while it goes on. */
export function incidentPage({ architecture, main }: About): string {
  const link = linksFrom(documentPaths.incident);
  return page(
    'Incident: what is seen',
    `Copy this to \`docs/incidents/\` under the date and a few words. Severities are in ${link(documentPaths.onCall, 'on call')}.`,
    table(
      ['', ''],
      [
        ['severity', ''],
        [
          'environment',
          listed(architecture.environments.map(({ name }) => name).reverse()).replaceAll(/,| and/g, ' /'),
        ],
        [
          'parts',
          listed([...workloadsOf(main), ...main.datastores].map(({ name }) => name)).replaceAll(
            /,| and/g,
            ' /',
          ),
        ],
        ['lead', ''],
        ['works', ''],
        ['writes and tells', ''],
        ['channel', architecture.owner.channel],
        ['began, noticed, ended (UTC)', ''],
      ],
    ),
    section('What people notice', 'In their words, with numbers: how many, since when.'),
    section(
      'What was done',
      table(['time (UTC)', 'who', 'what was seen or done, and what came of it'], [['', '', '']]),
    ),
    section('Told', table(['time (UTC)', 'to whom', 'what'], [['', architecture.owner.channel, '']])),
    section('Still to do', '- [ ] '),
  );
}

/** `docs/incidents/post-mortem-template.md`: what is learnt from it, without blame. */
export function postMortemPage({ architecture, main }: About): string {
  const link = linksFrom(documentPaths.postMortem);
  const objectives = [...main.services, ...main.functions].map(({ name, slo }) => [
    name,
    `${slo.availability} %`,
    `${((1 - slo.availability / 100) * 30 * 24 * 60).toFixed(1)} minutes`,
    '',
  ]);
  return page(
    'Post-mortem: what happened',
    'Everybody did what seemed right with what they knew then. Names of people do not stand here; roles do. We ask how it was possible, not who did it.',
    section(
      'In short',
      'What happened, for how long, who noticed it, why, in five sentences that somebody outside of the team understands.',
    ),
    section(
      'What it cost people',
      objectives.length > 0
        ? table(['', 'objective over 30 days', 'allows', 'this took'], objectives)
        : 'How many, for how long, what they could not do.',
    ),
    section(
      'What happened, in order',
      table(
        ['time (UTC)', 'what'],
        [
          ['', 'it began'],
          ['', 'the first alert, or who told us'],
          ['', 'what was tried'],
          ['', 'it was over'],
        ],
      ),
    ),
    section(
      'How it was possible',
      bullets([
        'What had to come together? Ask why of each until the answer is something that we can change.',
        `What should have kept it small, and did not? (${link(documentPaths.architecture, 'when a part is away')}, ${link(documentPaths.security, 'controls')})`,
        `Did it come back as ${link(documentPaths.recovery, 'disaster recovery')} says, in that time?`,
      ]),
    ),
    section('What went well', '- '),
    section('Where we were lucky', '- '),
    section(
      'What we change',
      'Each makes it less likely, smaller, or sooner noticed. “Be more careful” is none.',
      table(
        ['what', 'team', 'until', 'where'],
        architecture.owners.map(({ name }) => ['', name, '', '']),
      ),
      'What can be said in `plinth.yaml` or as a check of `plinth verify` is said there, so that it stays.',
    ),
  );
}
