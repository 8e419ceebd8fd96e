import { listed } from '../../report/wording.ts';
import type { Environment } from '../environment.ts';
import { hostedAs, isHosted } from '../hosted.ts';
import { nameIn } from '../names.ts';
import { type About, documentPaths } from './about.ts';
import { imagePlaces } from './image-places.ts';
import { linksFrom, shell } from './markdown.ts';

const link = linksFrom(documentPaths.readme);

/** How one deploys, goes back, adds and changes. */
export function everyDay(about: About): string {
  return [
    `### Deploy a new version\n\n${deploy(about)}`,
    `### Go back\n\n${goBack(about)}`,
    `### Add a service\n\n${add(about)}`,
    `### Change a size\n\n${resize(about)}`,
    `### Look at what runs\n\n${look(about)}`,
    `### Judge a change before it is pushed\n\n${shell(`npx plinth verify . --changed-since origin/${about.architecture.delivery.branch}`, 'terraform fmt -check -recursive terraform')}`,
  ].join('\n');
}

function deploy(about: About): string {
  const { environments, delivery } = about.architecture;
  const [place] = imagePlaces(about, environments[0]!);
  const [first, ...later] = environments.map(({ name }) => name);
  if (place === undefined)
    return `A build puts the package of a function where \`packages\` says, and writes its key and hash there; a pull request changes that for ${listed([first!, ...later])}${later.length > 0 ? ', one after the other' : ''}.\n`;
  const where = place.path === undefined ? `\`images\` of ${link(place.root!)}` : link(place.path);
  return `A build gives a digest. Write it for \`${place.workload}\` into ${where} (${first}), and merge: ${
    delivery.gitops === 'none'
      ? 'the pipeline looks at its signature, and applies it'
      : `${delivery.gitops === 'argocd' ? 'Argo CD' : 'Flux'} brings it in`
  }.${later.length > 0 ? ` When it has proved itself there, the same digest goes to ${later.join(', then ')}: nothing is built twice.` : ''}${strategies(about)}\n`;
}

function strategies({ main }: About): string {
  const others = main.services.filter(({ strategy }) => strategy !== 'rolling');
  return others.length === 0
    ? ''
    : ` In ${main.name}, ${listed(others.map(({ name, strategy }) => `${name} is deployed ${strategy === 'canary' ? 'as a canary' : 'blue/green'}`))}${others.length < main.services.length ? '; the others are rolled' : ''}.`;
}

function goBack({ architecture, written, main }: About): string {
  const canary = main.services.find(({ strategy }) => strategy !== 'rolling');
  const rollouts = written.find(/^kubernetes\//, /^kind: Rollout\b/m).length > 0;
  const databases = main.datastores.some(({ type }) => type === 'postgres' || type === 'mysql');
  return `${shell('git revert --no-edit COMMIT # that which brought the digest', `git push origin HEAD:revert-release # and a pull request to ${architecture.delivery.branch}`)}
The image that ran before is still there by its digest.${
    canary && rollouts
      ? ` A step that is still going on is ended at once by \`kubectl argo rollouts abort ${canary.name} --namespace ${canary.namespace}\`; the commit follows.`
      : ''
  }${databases ? ' A database does not go back with it: changes of its schema have to work with the version before.' : ''}\n`;
}

function add({ main, architecture }: About): string {
  const [like] = main.services;
  const owner = architecture.owners.length > 1 ? [`    owner: ${architecture.owners[0]!.name}`] : [];
  const needs = main.datastores[0] ? [`    needs: [${main.datastores[0].name}]`] : [];
  const registry = like?.image.includes('/')
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
Identity, network rules, secrets, alerts and documents follow from it. Services that call it name it in their \`needs\`.\n`;
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
