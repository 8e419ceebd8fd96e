import type { Node, Path } from '../../model/node.ts';
import { Node as PlainNode } from '../../model/node.ts';
import type { Resource } from '../../model/resource.ts';
import { SourceFile } from '../../model/source-file.ts';
import type { Environment } from '../environment.ts';

/** Makes things of a platform that is only decided: each stands at its line of the blueprint. */
export type Placing = (type: string, name: string, ...path: Path) => Resource;

/** @param source the blueprint's document; absent where nobody will ask for a line */
export function placing({ name: environment, production }: Environment, source?: Node): Placing {
  const unit = {
    id: `blueprint:${environment}`,
    kind: 'manifests' as const,
    path: '.',
    environment,
    production,
  };
  return (type, name, ...path) => ({
    address: path.length > 0 ? path.join('.') : name,
    type,
    name,
    source: 'kubernetes',
    unit,
    body: (path.length > 0 ? source?.peek(...path) : source) ?? nowhere,
  });
}

const nowhere = new PlainNode(new SourceFile('plinth.yaml', ''), 0, 0, null);
