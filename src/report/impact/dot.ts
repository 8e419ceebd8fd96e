import type { ImpactReport } from './schema.ts';
export function renderImpactDot(_: ImpactReport): string {
  return '';
}
