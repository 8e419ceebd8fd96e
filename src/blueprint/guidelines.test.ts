import { expect, it } from 'vitest';
import { SourceFile } from '../model/source-file.ts';
import { readGuidelines, settleLines } from './guidelines.ts';

function read(text: string) {
  return readGuidelines([new SourceFile('AGENTS.md', text)]);
}

it('readGuidelines takes the value of a tag from the words behind it', () => {
  const { tags } = read(
    'Every resource needs a tag `confidentiality` with the value `strict`.\nAll tags: `a` set to `b`.\n',
  );
  expect(tags).toEqual({ confidentiality: 'strict', a: 'b' });
});

it('readGuidelines takes rules about names, tags and regions, with their lines', () => {
  const guidance = read(`# How we build
- Naming: \`{project}-{environment}-{service}-{type}\`
- Every resource must be tagged with \`CostCenter\`, \`data-class\` and \`origin=platform\`.
- Required tags: environment, team
- Use eu-west-3 as the default region.
- Tag the release before you push.
`);
  expect(guidance).toMatchObject({
    pattern: '${system}-${env}-${service}-${resource}',
    region: 'eu-west-3',
    tags: { origin: 'platform' },
    aliases: { CostCenter: 'cost-centre', team: 'owner' },
  });
  expect(guidance.lines.map(({ line, result, followed }) => `${line} ${followed} ${result}`)).toEqual([
    '2 true names are ${system}-${env}-${service}-${resource}',
    '3 true tag CostCenter on everything',
    '3 false no value of the tag data-class is known: set naming.tags.data-class',
    '3 true tag origin=platform on everything',
    '4 true tag environment on everything',
    '4 true tag team on everything',
    '5 true eu-west-3 is the region where the blueprint names none',
  ]);
  const settled = settleLines(guidance, {
    pattern: '${env}-${service}-${resource}',
    tags: { 'data-class': 'mixed' },
  });
  expect(settled.slice(0, 3).map(({ followed, result }) => `${followed} ${result}`)).toEqual([
    'false the blueprint says naming.pattern: ${env}-${service}-${resource}',
    'true tag CostCenter on everything',
    'true tag data-class=mixed on everything',
  ]);
});

it('readGuidelines does not follow a pattern that two resources could share', () => {
  const { pattern, lines } = read('Name everything `{env}-{service}`.\n');
  expect(pattern).toBeUndefined();
  expect(lines).toMatchObject([{ followed: false }]);
});

it('readGuidelines does not follow a pattern that AWS would refuse', () => {
  const { pattern, lines } = read('Name everything `{env}_{service}_{resource}`.\n');
  expect(pattern).toBeUndefined();
  expect(lines).toMatchObject([{ followed: false, result: expect.stringContaining('only hyphens') }]);
});
