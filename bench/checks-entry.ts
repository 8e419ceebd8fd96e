export { Graph } from '../src/graph/graph.ts';
export { Mapping } from '../src/model/mapping.ts';
export { verify } from '../src/operations/verify.ts';
export { allChecks } from '../src/verdict/select-checks.ts';
