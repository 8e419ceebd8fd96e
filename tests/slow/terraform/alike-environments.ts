import type { Architecture } from '../../../src/design/architecture.ts';
import { terraform as target } from '../../../src/design/terraform/target.ts';

/** An environment, and another whose roots are the same text but for numbers and the environment's name. */
export interface Alike {
  readonly name: string;
  /** what holds for it holds for this one too; bootstrap is no part of it */
  readonly sameAs: string | undefined;
}

/** The environments of a platform; of those that are alike it is the last, nearest to production, that stands for all. */
export function alikeEnvironments(architecture: Architecture): Alike[] {
  const files = target.write(architecture);
  const last = new Map<string, string>();
  const shapes = architecture.environments.map(({ name }) => ({ name, shape: shapeOf(files, name) }));
  for (const { name, shape } of shapes) last.set(shape, name);
  return shapes.map(({ name, shape }) => ({
    name,
    sameAs: last.get(shape) === name ? undefined : last.get(shape),
  }));
}

function shapeOf(files: ReadonlyMap<string, string>, environment: string): string {
  const folder = `terraform/environments/${environment}/`;
  return [...files]
    .filter(([path]) => path.startsWith(folder) && path.endsWith('.tf'))
    .map(([path, text]) => `${path}\n${text}`)
    .join('\n')
    .replaceAll(environment, 'ENVIRONMENT')
    .replace(/\d+/g, '0')
    .replace(/ +/g, ' ');
}
