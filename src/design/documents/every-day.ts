import { listed } from '../../report/wording.ts';
import type { Environment } from '../environment.ts';
import { hostedAs, isHosted } from '../hosted.ts';
import { nameIn } from '../names.ts';
import { isOfOthers } from '../public-images.ts';
import { type About, documentPaths } from './about.ts';
import { linksFrom, shell } from './markdown.ts';
import { buildFiles, releasePlaces } from './release-places.ts';

const link = linksFrom(documentPaths.readme);

/** How one deploys, goes back, adds and changes. */
export function everyDay(about: About): string {
  return [
    `### Deploy a new version\n\n${deploy(about)}`,
    `### Go back\n\n${goBack(about)}`,
    `### Add a service\n\n${add(about)}`,
    `### Change a size\n\n${resize(about)}`,
    `### Give something another name\n\n${rename(about)}`,
    `### Look at what runs\n\n${look(about)}`,
    `### Judge a change before it is pushed\n\n${shell(`npx plinth verify . --changed-since origin/${about.architecture.delivery.branch}`, 'terraform fmt -check -recursive terraform')}`,
  ].join('\n');
}

function deploy(about: About): string {
  const { environments, delivery } = about.architecture;
  const [place] = releasePlaces(about, environments[0]!);
  if (place === undefined) return 'Nothing here has versions.\n';
  const [first, ...later] = environments.map(({ name }) => name);
  const built = buildFiles(about).map((path) => link(path));
  const pulls = delivery.ci === 'github' ? 'pull request' : 'merge request';
  return `${built.length > 0 ? `The pipeline of a service builds, scans and signs a version once, by ${listed(built)}, and tells its digest. ` : ''}${released(about, place.workload)}
It opens a ${pulls} that changes one line (${link(place.path)}); merged, ${brought(about)}.${
    later.length > 0
      ? ` When it has proved itself there, the same without a digest takes it from ${first} to ${later.join(', then to ')}: nothing is built twice.`
      : ''
  }${strategies(about)}\n`;
}

/** How a release is asked for. @param digest what is told of the version */
function released({ architecture }: About, workload: string): string {
  const { delivery, environments } = architecture;
  const { name } = environments[0]!;
  return delivery.ci === 'github'
    ? `${link('.github/workflows/release.yaml')} releases it, by hand or from there:\n\n${shell(`gh workflow run release.yaml --field workload=${workload} --field environment=${name} --field digest=sha256:…`)}`
    : `A pipeline on \`${delivery.branch}\` with these variables releases it; that of the service starts one where \`workload\` is set:\n\n${shell(`glab ci run --branch ${delivery.branch} --variables WORKLOAD:${workload},ENVIRONMENT:${name},DIGEST:sha256:…`)}`;
}

/** What brings it in once it is merged. */
function brought(about: About): string {
  const { delivery, environments } = about.architecture;
  const places = releasePlaces(about, environments[0]!);
  const inCluster = places.some(({ path }) => !path.startsWith('terraform/'));
  const others = places.some(({ path }) => path.startsWith('terraform/'));
  const asked = environments.filter(({ approvals }) => approvals > 0).map(({ name }) => name);
  const approvals = asked.length > 0 ? `, in ${listed(asked)} once it is approved` : '';
  return [
    ...(inCluster ? [`${delivery.gitops === 'argocd' ? 'Argo CD' : 'Flux'} brings it in`] : []),
    ...(others
      ? [
          `${inCluster ? 'what runs in Lambda ' : ''}the pipeline plans and applies${inCluster ? '' : ' it'}${approvals}, apart from all other changes`,
        ]
      : []),
  ].join('; ');
}

function strategies({ main }: About): string {
  const others = main.services.filter(({ strategy }) => strategy !== 'rolling');
  return others.length === 0
    ? ''
    : ` In ${main.name}, ${listed(others.map(({ name, strategy }) => `${name} is deployed ${strategy === 'canary' ? 'as a canary' : 'blue/green'}`))}${others.length < main.services.length ? '; the others are rolled' : ''}.`;
}

function goBack(about: About): string {
  const { architecture, written, main } = about;
  const { ci, branch } = architecture.delivery;
  const canary = main.services.find(({ strategy }) => strategy !== 'rolling');
  const rollouts = written.find(/^kubernetes\//, /^kind: Rollout\b/m).length > 0;
  const databases = main.datastores.some(({ type }) => type === 'postgres' || type === 'mysql');
  const workload = releasePlaces(about, main)[0]?.workload ?? main.name;
  const command =
    ci === 'github'
      ? `gh workflow run release.yaml --field workload=${workload} --field environment=${main.name} --field digest=previous`
      : `glab ci run --branch ${branch} --variables WORKLOAD:${workload},ENVIRONMENT:${main.name},DIGEST:previous`;
  return `A release of the version that ran before, by its digest:

${shell(command)}
It is still where it was, and signed.${tasks(about)}${
    canary && rollouts
      ? ` A step that is still going on is ended at once by \`kubectl argo rollouts abort ${canary.name} --namespace ${canary.namespace}\`; the release follows.`
      : ''
  }${databases ? ' A database does not go back with it: changes of its schema have to work with the version before.' : ''}\n`;
}

/** A deployment that fails is taken back by ECS alone, and Terraform would bring it again. */
function tasks({ main }: About): string {
  return main.cluster || main.services.length === 0
    ? ''
    : ' A version whose tasks do not become healthy is taken back by ECS itself; release the one before it all the same, so that the next apply does not bring it again.';
}

function add({ main, architecture }: About): string {
  const [like] = main.services;
  const owner = architecture.owners.length > 1 ? [`    owner: ${architecture.owners[0]!.name}`] : [];
  const needs = main.datastores[0] ? [`    needs: [${main.datastores[0].name}]`] : [];
  const registry =
    like && !isOfOthers(like.image) && like.image.includes('/')
      ? like.image.slice(0, like.image.lastIndexOf('/'))
      : 'ghcr.io/acme';
  return `In \`plinth.yaml\`:

\`\`\`yaml
services:
  reports:
    image: ${registry}/reports
${[...owner, '    port: 8080', ...needs].join('\n')}
\`\`\`

${shell('npx plinth design --dry-run # what would change', 'npx plinth design', 'git add --all && git commit')}
Identity, network rules, secrets, alerts and documents follow from it. Services that call it name it in their \`needs\`.${main.cluster ? ' Where its traces go is in variables that every SDK of OpenTelemetry reads, so that a program which has one needs no setting.' : ''}\n`;
}

function resize({ main }: About): string {
  const [service] = main.services;
  const [called] = main.functions;
  const store = main.datastores.find((one) => 'instanceClass' in one || 'nodeType' in one);
  const lines = [
    ...(service
      ? [
          `\`services.${service.name}.scale\` and \`.resources\` (now ${service.scale.min} to ${service.scale.max} replicas of ${service.requests.cpuMilli}m and ${service.requests.memoryMi} MiB)`,
        ]
      : []),
    ...(called && !service ? [`\`functions.${called.name}.memory\` (now ${called.memoryMb} MB)`] : []),
    ...(store
      ? [
          `\`datastores.${store.name}.size\` (now ${isHosted(store) ? hostedAs(store) : 'instanceClass' in store ? store.instanceClass : 'nodeType' in store ? store.nodeType : ''} in ${main.name})`,
        ]
      : []),
    ...(service || store
      ? [
          `\`environments.${main.name}.size\`, which multiplies ${service && store ? 'both' : service ? 'replicas' : 'it'}`,
        ]
      : []),
  ];
  if (lines.length === 0) return 'Nothing here has a size yet.\n';
  const isDatabase = store !== undefined && 'instanceClass' in store;
  return `In \`plinth.yaml\`: ${listed(lines)}. Then \`npx plinth design\`; ${link(documentPaths.cost, 'cost')} tells what it does to the bill.${isDatabase ? ` A database that changes its size is away for a minute or two while ${store.multiZone ? 'its standby takes over' : 'it starts again'}, in its maintenance window unless applied at once.` : ''}\n`;
}

/** What another name makes anew, and what it leaves as it is. */
function rename({ main, architecture }: About): string {
  const { services, functions, datastores, cluster } = main;
  const byTerraform = [
    ...(!cluster && services.length > 0 ? ['services'] : []),
    ...(functions.length > 0 ? ['functions'] : []),
    ...(datastores.length > 0 ? ['datastores'] : []),
  ];
  const one = [...services, ...functions, ...datastores][0]?.name ?? main.name;
  return `In \`plinth.yaml\`, give it the new name and, below it, \`formerly: ${one}\`, which stays there for good.${
    byTerraform.length > 0
      ? ` AWS goes on knowing ${listed(byTerraform)} by the name that they were made with, and with it their logs, queues, addresses, secrets and what they hold: \`moved\` blocks say so to Terraform, and a plan replaces nothing of these. ${cluster ? 'Alarms' : 'The version that runs stays too; alarms'} on objectives and dashboards are made anew, and lose nothing, as they only read what is measured.`
      : ''
  }${
    cluster && services.length > 0
      ? ` In the cluster, a service under another name is another one: release it first, since it begins without a version, and take the old one away in a later change, since ${architecture.delivery.gitops === 'argocd' ? 'Argo CD' : 'Flux'} ends what is gone at once.`
      : ''
  }\n`;
}

function look({ main, written }: About): string {
  const commands = commandsOf(main);
  const dashboards = written.find(/^observability\/dashboards\//);
  return `${commands.length > 0 ? shell(...commands) : ''}${dashboards.length > 0 ? `\nDashboards: ${link('observability/dashboards')}.\n` : ''}`;
}

function commandsOf(environment: Environment): string[] {
  const { cluster, services, functions, region, name } = environment;
  const [service] = services;
  const [one] = functions;
  return [
    ...(cluster && service
      ? [
          `kubectl --namespace ${service.namespace} get pods`,
          `kubectl --namespace ${service.namespace} logs --selector app.kubernetes.io/name=${service.name} --tail=100`,
        ]
      : []),
    ...(!cluster && service
      ? [
          `aws ecs list-services --region ${region} --cluster ${nameIn(environment, environment.system, 'cluster')}`,
        ]
      : []),
    ...(one
      ? [
          `aws lambda list-functions --region ${region} --query "Functions[?starts_with(FunctionName, '${name}-')].[FunctionName,LastModified]" --output table`,
        ]
      : []),
  ];
}
