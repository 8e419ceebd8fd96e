import type { ServiceAsked, Strategy } from '../../blueprint/blueprint.ts';
import type { Compute } from './compute.ts';
import type { Decided, Facts } from './decided.ts';

/** How new versions of services replace old ones, by the service's name. */
export function decideStrategy(
  { blueprint, main }: Facts,
  compute: Compute,
): Decided<(service: ServiceAsked) => Strategy> {
  const { services, decisions } = blueprint;
  const choose = (service: ServiceAsked): Strategy => {
    if (service.strategy) return service.strategy;
    if (decisions.strategy) return decisions.strategy;
    const objective = service.slo.availability ?? 99.9;
    return compute === 'eks' && service.expose?.public && objective >= 99.95 && service.scale.min >= 4
      ? 'canary'
      : 'rolling';
  };
  const told = services.map((service) => `${service.name}: ${choose(service)}`);
  const isAsked = decisions.strategy !== undefined || services.some(({ strategy }) => strategy !== undefined);
  const kinds = new Set(services.map(choose));
  return {
    choice: choose,
    complaints: services
      .filter((service) => service.strategy === 'canary' && service.scale.max === 1)
      .map(({ name }) => ({
        path: ['services', name, 'strategy'],
        message: `a canary needs a second replica to compare with, and ${name} has at most one: raise scale.max, or take rolling`,
      })),
    decision: {
      id: 'deployment-strategy',
      title: 'How new versions replace old ones',
      context: told.length > 0 ? [`By service: ${told.join('; ')}.`] : ['There is no service.'],
      options: [
        {
          name: 'rolling',
          summary: 'Replica by replica: needs nothing more, and both versions answer for a while.',
          monthlyUsd: 0,
        },
        {
          name: 'blue-green',
          summary:
            'The new version beside the old one, then a switch: back at once, and twice the capacity during it.',
        },
        {
          name: 'canary',
          summary:
            'A few requests first, judged by the objectives, then more: finds what tests did not, and takes longer.',
        },
      ],
      choice: kinds.size === 1 ? [...kinds][0]! : kinds.size === 0 ? 'rolling' : 'by service',
      why: [
        ...(isAsked ? ['The blueprint asks for it.'] : []),
        'Rolling is enough unless a public service has an objective of 99.95 % or more and enough replicas to take a share of the requests.',
      ],
      consequences: [
        kinds.has('canary') || kinds.has('blue-green')
          ? 'Argo Rollouts steps back by itself when errors or latency rise.'
          : compute === 'ecs'
            ? 'A version that does not become healthy is taken back by ECS itself; any other step back is a new rollout of the previous version.'
            : 'A step back is a new rollout of the previous version.',
        `Environments before ${main.name} use the same strategies, so that they are tried.`,
      ],
      wouldChange: ['services.*.strategy says it for one service, decisions.strategy for all that do not.'],
      key: 'decisions.strategy',
      asked: isAsked,
    },
  };
}
