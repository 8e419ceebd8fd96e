import { FileSet, type Files } from '../../target.ts';
import { why, type YamlMap } from '../../yaml/yaml.ts';
import type { Variables } from '../unit.ts';

/** A line of a file of variables is taken as it stands, but for what begins it; several lines do not fit in. */
const fitsOneLine = (value: string) => !/[\r\n]/.test(value);

/** `variables.env`, which people edit. */
export function variablesFile(folder: string, { data }: Variables): Files {
  const lines = Object.entries(data).flatMap(([name, value]) =>
    fitsOneLine(value) ? [`${name}=${value}\n`] : [],
  );
  return new FileSet().add(`${folder}/variables.env`, lines.join('')).files;
}

/** Makes a ConfigMap of them whose name ends in a hash, so that pods are replaced when a value changes. */
export function generatorOf({ name, namespace, data }: Variables): YamlMap {
  const long = Object.entries(data).filter(([, value]) => !fitsOneLine(value));
  return {
    name: why(name, 'The name gets a hash of the values, so that a change of them replaces the pods.'),
    namespace,
    envs: ['variables.env'],
    ...(long.length > 0 && { literals: long.map(([key, value]) => `${key}=${value}`) }),
  };
}
