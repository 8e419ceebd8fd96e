import { hourly, hoursAMonth, regionFactor } from '../../../data/prices/aws.ts';
import { counted, type Decided, type Facts } from './decided.ts';

export type Compute = 'eks' | 'ecs' | 'lambda';

/** Above this many services, what a cluster shares is worth more than what it costs to run. */
const manyServices = 5;

/** What services and jobs run on. */
export function decideCompute({ blueprint }: Facts): Decided<Compute> {
  const { services, jobs, functions, datastores, environments, compute, mesh, delivery, decisions } =
    blueprint;
  const reasons = [
    ...(services.length > manyServices
      ? [`${services.length} services share add-ons, policies and nodes in one cluster`]
      : []),
    ...(mesh === 'istio' || mesh === 'linkerd'
      ? [`the mesh that was asked for, ${mesh}, runs in Kubernetes`]
      : []),
    ...(delivery.gitopsAsked ? [`${delivery.gitops} was asked for, and delivers to Kubernetes`] : []),
    ...(datastores.some(({ hosting }) => hosting === 'self-hosted')
      ? ['self-hosted datastores need operators']
      : []),
    ...([decisions.strategy, ...services.map(({ strategy }) => strategy)].some(
      (one) => one === 'canary' || one === 'blue-green',
    )
      ? ['the strategies that were asked for are those of Argo Rollouts']
      : []),
  ];
  const decided = services.length + jobs.length === 0 ? 'lambda' : reasons.length > 0 ? 'eks' : 'ecs';
  const choice = compute === 'decide' ? decided : compute;
  const clusters = Math.round(
    environments.reduce((sum, { region }) => sum + regionFactor(region), 0) * hourly.eksCluster * hoursAMonth,
  );
  return {
    choice,
    complaints: complaints(blueprint, choice),
    decision: {
      id: 'compute',
      title: 'What services run on',
      context: [
        `There are ${counted(services.length, 'service')}, ${counted(jobs.length, 'job')} and ${counted(functions.length, 'function')} in ${counted(environments.length, 'environment')}.`,
        'Functions run in AWS Lambda in any case.',
      ],
      options: [
        {
          name: 'eks',
          summary:
            'Kubernetes: one way of doing things for any number of services, and an ecosystem for delivery, policy and telemetry. Clusters have to be upgraded once a year at least.',
          monthlyUsd: clusters,
        },
        {
          name: 'ecs',
          summary:
            'Containers on AWS Fargate: nothing to upgrade or to patch, and less that can be arranged.',
          monthlyUsd: 0,
        },
        {
          name: 'lambda',
          summary:
            'Every service a function: costs nothing while idle, starts cold, and ends a request after 15 minutes.',
          monthlyUsd: 0,
        },
      ],
      choice,
      why:
        choice === 'eks'
          ? reasons.length > 0
            ? [`${capital(reasons.join('; '))}.`]
            : ['The blueprint asks for it.']
          : compute !== 'decide'
            ? ['The blueprint asks for it.']
            : choice === 'ecs'
              ? [
                  `${counted(services.length, 'service')} ${services.length === 1 ? 'does' : 'do'} not repay the work and the price of clusters.`,
                ]
              : ['There is nothing that has to run all the time.'],
      consequences:
        choice === 'eks'
          ? [
              'Each environment has a private cluster, with its add-ons delivered by GitOps.',
              'Somebody has to know Kubernetes and follow its versions.',
            ]
          : choice === 'ecs'
            ? [
                'The pipeline deploys task definitions; there is no cluster to deliver to by GitOps.',
                'Policies of admission are replaced by checks in the pipeline.',
              ]
            : [
                'Cold starts count in the latency objective.',
                'Connections to relational databases have to be limited.',
              ],
      wouldChange: [
        `More than ${manyServices} services, a mesh, GitOps, self-hosted datastores, and deployments as canary or blue/green, lead to eks; only functions lead to lambda.`,
      ],
      key: 'compute',
      asked: compute !== 'decide',
    },
  };
}

function complaints({ services, jobs, mesh, datastores, delivery }: Facts['blueprint'], choice: Compute) {
  const path = ['compute'];
  const needsCluster = [
    ...(mesh === 'istio' || mesh === 'linkerd'
      ? [
          {
            path: ['mesh'],
            message: `${mesh} runs in Kubernetes, and compute is ${choice}: take compute eks, or no mesh`,
          },
        ]
      : []),
    ...datastores
      .filter(({ hosting }) => hosting === 'self-hosted')
      .map(({ name }) => ({
        path: ['datastores', name, 'hosting'],
        message: `a self-hosted datastore needs Kubernetes, and compute is ${choice}: take compute eks, or managed`,
      })),
    ...(delivery.gitopsAsked
      ? [
          {
            path: ['delivery', 'gitops'],
            message: `${delivery.gitops} delivers to Kubernetes, and compute is ${choice}: take compute eks, or leave gitops out`,
          },
        ]
      : []),
  ];
  if (choice === 'eks') return [];
  if (choice === 'ecs') return needsCluster;
  return [
    ...needsCluster,
    ...services
      .filter(({ protocol }) => protocol !== 'http')
      .map(({ name, protocol }) => ({
        path: ['services', name, 'protocol'],
        message: `a function answers HTTP and no ${protocol}: take compute ecs or eks`,
      })),
    ...jobs
      .filter(({ timeoutSeconds }) => timeoutSeconds > 900)
      .map(({ name }) => ({
        path: ['jobs', name],
        message: `${name} may take longer than the 15m that AWS Lambda gives: set timeout, or take compute ecs`,
      })),
  ].map((one) => ({ ...one, path: one.path.length > 0 ? one.path : path }));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
