import type { ImpactReport } from './schema.ts';
export function renderImpactMermaid(_: ImpactReport): string {
  return '';
}
