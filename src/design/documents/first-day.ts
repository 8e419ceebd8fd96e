import { listed, listedUpTo } from '../../report/wording.ts';
import { addressFromOutside } from '../address-from-outside.ts';
import type { Environment } from '../environment.ts';
import { statesOfPipeline } from '../state-place.ts';
import { type About, documentPaths, hosts } from './about.ts';
import { delegations, edgeRoot } from './domains.ts';
import { linksFrom, shell, steps } from './markdown.ts';
import { buildFiles, releasePlaces } from './release-places.ts';
import { secretsToFill } from './to-fill.ts';

const link = linksFrom(documentPaths.readme);

/** From an empty account to something that answers, in order. */
export function firstDay(about: About): string {
  const { architecture, written } = about;
  const [first] = architecture.environments as [Environment];
  const others = architecture.environments.slice(1).map(({ name }) => name);
  const secrets = secretsToFill(about).filter(({ environment }) => environment === first.name);
  const pipeline = written.find(/^(\.github\/workflows\/infrastructure\.yaml|\.gitlab-ci\.yml)$/)[0];
  const gitops = written.find(/^gitops\/README\.md$/)[0];
  return steps([
    `Have what ${link(documentPaths.prerequisites)} lists.`,
    `Commit this, and push it to \`${architecture.delivery.repository}\`. The first run of the pipeline fails: it has no roles yet.`,
    `Bootstrap each environment (${listed(architecture.environments.map(({ name }) => name))}), as ${link('terraform/bootstrap/README.md')} says, with rights in its account.`,
    ...(delegations(about) === undefined
      ? []
      : [
          `Be ready to delegate domains: the first apply of \`${edgeRoot(first)}\` makes the zone, and waits for its certificate until that is done (${link(documentPaths.prerequisites)}, “Domains”).`,
        ]),
    `Let ${pipeline ? `the pipeline (${link(pipeline)})` : 'a person'} apply ${first.name}: run it again, and approve where it asks. Its roots follow each other: ${listed(rootsOf(first).map((path) => `\`${path}\``))}. By hand it would be, for each of them in this order:\n\n${shell(
      ...rootsOf(first)
        .slice(0, 1)
        .flatMap((root) => [
          `terraform -chdir=${root} init`,
          `terraform -chdir=${root} plan -out=tfplan`,
          `terraform -chdir=${root} apply tfplan`,
        ]),
    )}`,
    ...(secrets.length > 0
      ? [
          `Fill in the secrets of ${first.name}: ${listed(secrets.map(({ remoteName }) => `\`${remoteName}\``))}.`,
        ]
      : []),
    ...cluster(first, gitops),
    ...digests(about, first),
    ...answering(first),
    ...(others.length > 0
      ? [`The same for ${listed(others)}, with the digests that ${first.name} ran.`]
      : []),
    `Before people depend on it: one drill of ${link(documentPaths.recovery, 'recovery')}, one test of an alert, and \`npx plinth verify .\` without findings.`,
  ]);
}

/** Roots in the order in which they are applied, the recovery site last. */
function rootsOf(environment: Environment): readonly string[] {
  return statesOfPipeline(environment).map(({ path }) => path);
}

function cluster({ cluster: one, region }: Environment, gitops: string | undefined): string[] {
  if (one === undefined) return [];
  return [
    `Look into the cluster, from a network that reaches it (its control plane answers inside only):\n\n${shell(
      `aws eks update-kubeconfig --region ${region} --name ${one.name}`,
      'kubectl get nodes',
    )}`,
    ...(gitops
      ? [`Install what brings manifests into it, once: ${link(gitops)}. From then on it pulls.`]
      : []),
  ];
}

function digests(about: About, environment: Environment): string[] {
  const places = releasePlaces(about, environment);
  if (places.length === 0) return [];
  const hasImages = places.some(({ image }) => image !== undefined);
  const hasPackages = places.some(({ image }) => image === undefined);
  const built = buildFiles(about).map((path) => link(path));
  const waits = places.some(({ path }) => path.startsWith('terraform/'));
  return [
    `Build ${listed([...(hasImages ? ['the images'] : []), ...(hasPackages ? ['the packages'] : [])])}${built.length > 0 ? ` (${listed(built)})` : ''}, and release each to ${environment.name} ([Deploy a new version](#deploy-a-new-version)): ${listedUpTo(
      3,
      places.map(({ path }) => link(path)),
    )}.${
      waits
        ? ` Until ${places.length === 1 ? 'it is' : 'all of them are'} released, ${placesRoot(places)} cannot be planned, says so, and what comes after it waits.`
        : ''
    }`,
  ];
}

function placesRoot(places: readonly { readonly path: string }[]): string {
  const { path } = places.find((one) => one.path.startsWith('terraform/'))!;
  return `\`${path.slice(0, path.lastIndexOf('/'))}\``;
}

function answering(environment: Environment): string[] {
  const open = environment.services.find(({ expose }) => expose?.public);
  const [host] = hosts(environment);
  if (host === undefined) return [];
  return [
    `See that it answers:\n\n${shell(`curl --fail --show-error ${open ? addressFromOutside(open) : `https://${host}/`}`)}`,
  ];
}
