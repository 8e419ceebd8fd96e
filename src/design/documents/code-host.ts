import { listed } from '../../report/wording.ts';
import { followedByBranch, imagesOf, registryOf } from '../pipeline/releases.ts';
import { type About, documentPaths } from './about.ts';
import { bullets, linksFrom } from './markdown.ts';
import { buildFiles } from './release-places.ts';
import { pipelineSettings } from './to-fill.ts';

const link = linksFrom(documentPaths.prerequisites);

/** What the code host has to be told before a pipeline can run and release. */
export function codeHost(about: About): string {
  const { owners, delivery } = about.architecture;
  const teams = listed(owners.map(({ github }) => `\`@${github}\``));
  const isGithub = delivery.ci === 'github';
  return bullets([
    `${isGithub ? 'Teams' : 'Groups'}: ${teams}; CODEOWNERS asks them.`,
    ...(isGithub ? onGithub(about) : onGitlab(about)),
    ...settings(about),
    ...releaseBranches(about),
  ]);
}

function onGithub({ architecture, written }: About): string[] {
  const { delivery, environments } = architecture;
  const rules = written.find(/rulesets\/main\.json$/)[0];
  const script = written.find(/^\.github\/scripts\/protect\.sh$/)[0];
  return [
    ...(script
      ? [
          `The environments and the protection below are made by \`bash ${script}\` (${link(script)}), with \`gh\` signed in as an administrator, before the first run: an environment that is not there is made by the job that names it, and then nobody has to approve.`,
        ]
      : []),
    ...environments.map(
      ({ name, approvals }) =>
        `The environment \`${name}\` (Settings, Environments)${approvals > 0 ? `, with reviewers: ${approvals} ${approvals === 1 ? 'has' : 'have'} to approve` : ', without reviewers'}; deployments from \`${delivery.branch}\` only.`,
    ),
    ...(environments.some(({ approvals }) => approvals > 1)
      ? [
          'GitHub takes one approval of several reviewers; the ruleset of the branch asks for the others on the pull request.',
        ]
      : []),
    ...(rules ? [`The protection of \`${delivery.branch}\`: Settings, Rules, Import ${link(rules)}.`] : []),
  ];
}

function onGitlab({ architecture, written }: About): string[] {
  const { delivery, environments, owner } = architecture;
  const builds = buildFiles({ written });
  return [
    `The branch \`${delivery.branch}\` is protected, with approval by code owners.`,
    ...environments
      .filter(({ approvals }) => approvals > 0)
      .map(
        ({ name, approvals }) =>
          `The environment \`${name}\` is protected (Settings, CI/CD, Protected environments): ${approvals} to approve.`,
      ),
    `A schedule each night on \`${delivery.branch}\` (Build, Pipeline schedules): it looks for drift. What it finds fails it, and GitLab writes to whoever made the schedule: let that be an account that ${owner.email} reads.`,
    ...(builds.length > 0
      ? [
          `Projects of services include ${listed(builds.map((path) => link(path)))}: whoever merges there has to be able to read this project${written.has('.gitlab/scripts/set-digest.sh') ? ', and to be a developer of it where the release follows by itself' : ''}.`,
        ]
      : []),
  ];
}

function settings(about: About): string[] {
  const { architecture } = about;
  const isGithub = architecture.delivery.ci === 'github';
  const others = [...new Set(imagesOf(architecture).map(registryOf))].filter(
    (host) => !/\.amazonaws\.com$|^registry\.gitlab\.com$/.test(host) && !(isGithub && host === 'ghcr.io'),
  );
  const account = `of an account that may push to ${listed(others)}`;
  const meanings: Readonly<Record<string, string>> = {
    RELEASE_TOKEN: isGithub
      ? 'a fine-grained token of an account that no person uses, for this repository alone, with contents and pull requests to read and write. Releases are pull requests that it opens: those of a run’s own token get no checks'
      : 'a project access token of a developer with `api` and `write_repository`, masked and protected. Releases are merge requests that it opens',
    REGISTRY_USERNAME: `${account}; the repositories of services need it as well`,
    REGISTRY_PASSWORD: `${account}${isGithub ? '' : ', masked and protected'}; best for all of the ${isGithub ? 'organisation' : 'group'}`,
  };
  return pipelineSettings(about).map(
    ({ kind, name }) =>
      `The ${kind} \`${name}\` (Settings, ${isGithub ? 'Secrets and variables, Actions' : 'CI/CD, Variables'})${meanings[name] === undefined ? '' : `: ${meanings[name]}`}.`,
  );
}

/** Flux follows branches that somebody has to make: an environment without its branch gets nothing. */
function releaseBranches({ architecture, written }: About): string[] {
  const { delivery } = architecture;
  return followedByBranch(architecture).map(({ name, approvals }) => {
    const rules = written.find(new RegExp(`rulesets/release-${name}\\.json$`))[0];
    return `The branch \`release/${name}\`, which Flux follows there, is made once: \`git push origin ${delivery.branch}:refs/heads/release/${name}\`. From then on only ${approvals === 1 ? 'a merge that somebody approved' : `merges that ${approvals} people approved`} may move it: ${rules ? `import ${link(rules)}` : 'protect it, and ask for these approvals'}.`;
  });
}
