export { Graph } from '../src/graph/graph.ts';
export { assess } from '../src/impact/assess.ts';
export { flowGraph } from '../src/impact/flow-graph.ts';
export { radiusOf } from '../src/impact/radius.ts';
export { Mapping } from '../src/model/mapping.ts';
export { Node } from '../src/model/node.ts';
export { SourceFile } from '../src/model/source-file.ts';
