import { expect, it } from 'vitest';
import { SourceFile } from '../model/source-file.ts';
import { type Guidance, readGuidelines, settleLines } from './guidelines.ts';
import { loadBlueprint } from './load-blueprint.ts';

function read(text: string) {
  return readGuidelines([new SourceFile('AGENTS.md', text)]);
}

function blueprintOf(text: string, guidance?: Guidance) {
  const file = new SourceFile('plinth.yaml', `name: shop\naccount: "111122223333"\n${text}`);
  return loadBlueprint(file, undefined, guidance).blueprint!;
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
  const settled = settleLines(
    guidance,
    blueprintOf('region: eu-west-3\nnaming: { tags: { data-class: mixed } }\n'),
  );
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

it('readGuidelines reads tags below the line that asks for them, and ends with the list', () => {
  const { tags, aliases, lines } = read(`Every resource must be tagged with:

- \`Environment\`
- **CostCenter** (who pays)
* Owner: the team
- \`DataClass\` = \`internal\`

Never commit secrets.
- \`plinth verify\` before each commit
`);
  expect(tags).toEqual({ DataClass: 'internal' });
  expect(aliases).toEqual({ Environment: 'environment', CostCenter: 'cost-centre', Owner: 'owner' });
  expect(lines.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
});

it('readGuidelines takes tools that are asked for, and none that are forbidden', () => {
  const text = `- Use Flux for GitOps, not Argo CD.
- Pipelines run in GitLab CI.
- Package services with Helm charts.
- Run workloads on EKS, never on ECS.
- Do not use Kustomize overlays.
- Argo CD or Flux may deliver.
`;
  const guidance = read(text);
  expect(guidance.tools).toEqual({ gitops: 'flux', ci: 'gitlab', packaging: 'helm', compute: 'eks' });
  const { delivery, compute } = blueprintOf('', guidance);
  expect(delivery).toMatchObject({ gitops: 'flux', ci: 'gitlab', packaging: 'helm', gitopsAsked: false });
  expect(compute).toBe('eks');
  const own = blueprintOf('delivery: { ci: github }\n', guidance);
  expect(
    settleLines(guidance, own).map(({ line, followed, result }) => `${line} ${followed} ${result}`),
  ).toEqual([
    '1 true manifests are delivered by Flux',
    '2 false the blueprint says delivery.ci: github',
    '3 true manifests are packaged with Helm',
    '4 true services run on EKS',
  ]);
  expect(settleLines(guidance, { ...own, compute: 'ecs' })[0]).toMatchObject({
    followed: false,
    result: 'there is no cluster here',
  });
});

it('readGuidelines holds environments against the regions that alone are allowed', () => {
  const guidance = read('- Only deploy to `eu-central-1` and `eu-west-1`.\n');
  const settled = (text: string) => settleLines(guidance, blueprintOf(text, guidance))[0];
  expect(settled('')).toMatchObject({
    followed: true,
    result: 'nothing is outside of eu-central-1 and eu-west-1',
  });
  expect(blueprintOf('', guidance).environments[0]!.region).toBe('eu-central-1');
  expect(settled('environments: { production: { recoveryRegion: us-east-1 } }\n')).toMatchObject({
    followed: false,
    result: 'the blueprint puts production into us-east-1',
  });
  const wanted = read('The default region is eu-west-3.\n');
  expect(settleLines(wanted, blueprintOf('region: us-east-1\n', wanted))[0]).toMatchObject({
    followed: false,
    result: 'the blueprint says region: us-east-1',
  });
});
