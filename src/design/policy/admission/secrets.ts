import type { Architecture } from '../../architecture.ts';
import type { Rule } from './rule.ts';

/**
 * External Secrets reads everything of an environment, for everybody: who may ask for what is said here. A secret is named
 * without its environment, as others than its own cannot be read there.
 */
export function secrets({ environments, delivery }: Architecture): Rule {
  const places = environments.flatMap((one) => [one, ...(one.standby ? [one.standby] : [])]);
  const own = new Map<string, Set<string>>();
  for (const { services, jobs } of places)
    for (const workload of [...services, ...jobs]) {
      const names = own.get(workload.namespace) ?? new Set();
      own.set(workload.namespace, names);
      for (const { remoteName, addressName } of workload.secrets)
        for (const name of [remoteName, addressName ?? remoteName]) names.add(name.slice(name.indexOf('/')));
    }
  const lists = [...own].map(
    ([team, names]) =>
      `'${team}': [${[...names]
        .sort()
        .map((name) => `'${name}'`)
        .join(', ')}]`,
  );
  const keys =
    "object.spec.?data.orValue([]).map(d, d.remoteRef.key) + object.spec.?dataFrom.orValue([]).map(d, d.?extract.?key.orValue(''))";
  const isOwn = `(${keys}).all(k, {${lists.join(', ')}}[?request.namespace].orValue([]).exists(name, k.endsWith(name)))`;
  // Flux reads the repository in the namespace of each team, with a key that the platform puts there
  const isDelivery = `object.metadata.name == 'repository' && (${keys}).all(k, k.endsWith('/${environments[0]!.system}/delivery'))`;
  return {
    name: 'secrets',
    about: 'A team asks the secret store for its own secrets alone.',
    subject: 'secrets',
    checks: ['external-secrets/store-open-to-all'],
    validations: [
      {
        expression: delivery.gitops === 'flux' ? `${isOwn} || (${isDelivery})` : isOwn,
        message:
          'This secret belongs to another team, or to nobody: say in plinth.yaml that the workload needs it.',
      },
    ],
  };
}
