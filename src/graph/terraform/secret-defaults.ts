import type { Node } from '../../model/node.ts';
import { isFilledInLater, isForTests, isHarmlessValue } from '../../syntax/secret.ts';
import type { Graph } from '../graph.ts';
import { variables } from './settings.ts';

const secret = /(^|_)(password|passwd|secret|secret_key|token|private_key|api_key)$/i;
/** Names of what a machine makes, and so no plain word can be. */
const made = /(token|key)$/i;

/**
 * The default of a variable where it is a secret by the variable's name.
 * @throws Undecided where the default cannot be told
 */
export function secretDefault(name: string, variable: Node): Node | undefined {
  if (!secret.test(name)) return undefined;
  const value = variable.get('default');
  const text = value?.text();
  if (!value || text === undefined || isHarmlessValue(text) || isFilledInLater(text) || isForTests(text))
    return undefined;
  return made.test(name) && !/\d/.test(text) ? undefined : value;
}

/** Whether a value comes from such a default: it is one secret, written once, however many resources take it. */
export function isSecretDefault(graph: Graph, value: Node): boolean {
  const { file, end } = value.origin();
  return defaultPlaces(graph).has(placeOf(file.path, end));
}

function defaultPlaces(graph: Graph): ReadonlySet<string> {
  return graph.derive(
    defaultPlaces,
    () =>
      new Set(
        graph.select(variables).flatMap(({ resource, node }) => {
          if (typeof node.peek('default')?.content !== 'string') return [];
          const value = secretDefault(resource.name, node);
          return value ? [placeOf(value.file.path, value.end)] : [];
        }),
      ),
  );
}

/** By the end: where a value starts depends on whether its key is counted. */
function placeOf(path: string, end: number): string {
  return `${path}\0${end}`;
}
