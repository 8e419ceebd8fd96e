import type { Architecture } from '../../architecture.ts';
import { ingressClassOf, nginxClassOf } from '../../kubernetes/cluster/entrances.ts';
import { hasOwnLoadBalancer } from '../../own-load-balancer.ts';
import type { Rule } from './rule.ts';

/** All teams share the load balancers of a class, which lead a host to whoever asks for it. */
export function entrances({ environments, platform }: Architecture): Rule {
  const classOf = platform.ingress === 'nginx' ? nginxClassOf : ingressClassOf;
  const places = environments.flatMap((one) => [one, ...(one.standby ? [one.standby] : [])]);
  const own = new Map<string, Set<string>>();
  for (const service of places.flatMap(({ services }) => services)) {
    const { expose, namespace } = service;
    if (!expose || hasOwnLoadBalancer(service)) continue;
    own.set(namespace, (own.get(namespace) ?? new Set()).add(`${classOf(expose)} ${expose.host}`));
  }
  const lists = [...own].map(
    ([team, hosts]) =>
      `'${team}': [${[...hosts]
        .sort()
        .map((host) => `'${host}'`)
        .join(', ')}]`,
  );
  const mine = `{${lists.join(', ')}}[?request.namespace].orValue([])`;
  return {
    name: 'entrances',
    about: 'A team leads its own hosts to its services, through the entrance that the blueprint gives them.',
    subject: 'entrances',
    checks: [],
    validations: [
      {
        expression: `!has(object.spec.defaultBackend) && object.spec.?rules.orValue([]).all(r, (object.spec.?ingressClassName.orValue('') + ' ' + r.?host.orValue('')) in ${mine})`,
        message:
          'This host is of another team, or it comes in another way: say in plinth.yaml which service is exposed under it.',
      },
      {
        expression:
          "object.metadata.?annotations.orValue({}).all(a, !(a in ['alb.ingress.kubernetes.io/security-groups', 'kubernetes.io/ingress.class']))",
        message:
          'Who gets in is up to the class: leave the annotations for security groups and for the class out.',
      },
    ],
  };
}
