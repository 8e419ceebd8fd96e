/**
 * What checks of one's own are written with, published as `plinth/checks`. A door must list what it offers, so this one
 * file only passes on what lies behind it.
 */
export type { Graph } from '../graph/graph.ts';
export { type Container, containers, type Pod, pods } from '../graph/kubernetes/pods.ts';
export { resources, type Selector, type Subject } from '../graph/selector.ts';
export type { Fix } from '../model/edit.ts';
export type { Node } from '../model/node.ts';
export type { Resource } from '../model/resource.ts';
export { type Check, check, type Fault } from './check.ts';
