import type { Environment } from '../../environment.ts';
import { oldestKubernetes } from '../../resolve/cluster.ts';
import { FileSet, type Files } from '../../target.ts';
import { why, type YamlMap, yaml } from '../../yaml/yaml.ts';
import { digestComment, digestOf, repositoryOf } from '../image.ts';
import type { Vary } from '../site.ts';
import type { Unit } from '../unit.ts';
import { Expressions } from './expressions.ts';
import { schemaOf } from './schema.ts';
import { beyond, nested, type PlainMap, recordedIn, settableOf } from './values.ts';
import { configMapOf, followingVariables } from './variables.ts';

/**
 * A chart with values as the last environment has them, and a file of values for each with what differs there.
 * @param environments production last
 */
export function charted(unit: Unit, environments: readonly Environment[]): Files {
  const standbys = environments.flatMap(({ standby }) => standby ?? []);
  const all = [...environments, ...standbys];
  const recorded = all.map((environment) => recordedIn(unit, environment));
  const settable = settableOf(recorded);
  const valuesIn = (at: number): PlainMap => {
    const variables = unit.variablesIn?.(all[at]!).data;
    return {
      ...(unit.imageIn !== undefined && {
        image: {
          repository: repositoryOf(unit.imageIn(all[at]!)),
          digest: digestOf(unit.imageIn(all[at]!)),
        },
      }),
      ...nested(recorded[at]!, settable),
      ...(variables && { variables: { ...variables } }),
    };
  };
  const values = valuesIn(environments.length - 1);
  const files = new FileSet()
    .add(`${unit.folder}/Chart.yaml`, chartOf(unit))
    .add(
      `${unit.folder}/values.yaml`,
      yaml(
        values,
        `${unit.about}, as in ${environments.at(-1)!.name}; values of other environments say what differs there.`,
      ),
    )
    .add(`${unit.folder}/values.schema.json`, schemaOf(values))
    .addAll(templatesOf(unit, environments.at(-1)!, settable));
  environments.forEach((environment, at) => {
    const { image: _, ...differing } = beyond(valuesIn(at), values);
    files.add(
      `${unit.folder}/values-${environment.name}.yaml`,
      yaml({
        ...(unit.image !== undefined && { image: why({ digest: digestOf(unit.image) }, digestComment) }),
        ...differing,
      }),
    );
  });
  standbys.forEach((standby, nth) => {
    const main = environments.findIndex(({ name }) => name === standby.standsFor);
    const differing = beyond(valuesIn(environments.length + nth), valuesIn(main));
    files.add(
      `${unit.folder}/values-${standby.name}.yaml`,
      yaml(differing, `What differs in ${standby.region}; given over the values of ${standby.standsFor}.`),
    );
  });
  return files.files;
}

function templatesOf(unit: Unit, environment: Environment, settable: ReadonlySet<string>): Files {
  const expressions = new Expressions();
  const vary: Vary = (name, value) =>
    name === 'image'
      ? expressions.add(() => '"{{ .Values.image.repository }}@{{ .Values.image.digest }}"')
      : settable.has(name)
        ? expressions.reading(name, value)
        : value;
  const files = new FileSet();
  const template = (file: string, objects: readonly YamlMap[]) =>
    files.add(`${unit.folder}/templates/${file}.yaml`, expressions.print(objects));
  const variables = unit.variablesIn?.(environment);
  for (const { file, objects } of unit.partsIn(environment, vary))
    template(file, variables ? objects.map((object) => followingVariables(object, expressions)) : objects);
  if (variables) template('variables', [configMapOf(variables, expressions)]);
  return files.files;
}

function chartOf({ name, about }: Unit): string {
  return yaml({
    apiVersion: 'v2',
    name,
    description: about,
    type: 'application',
    version: '0.1.0',
    kubeVersion: `>=${oldestKubernetes}.0-0`,
  });
}
