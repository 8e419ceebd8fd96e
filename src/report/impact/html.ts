import type { ImpactReport } from './schema.ts';
export function renderImpactHtml(_: ImpactReport): string {
  return '';
}
