import type { SimulationReport } from './report.ts';
import type { SheetOptions } from './sheet.ts';

type RenderSimulation = (report: SimulationReport, options: SheetOptions) => string;

/** Each is loaded when it is asked for. */
export const simulationFormats = {
  text: async (): Promise<RenderSimulation> => (await import('./text.ts')).renderSimulationText,
  json: async (): Promise<RenderSimulation> => (await import('../json.ts')).printJson,
  markdown: async (): Promise<RenderSimulation> => (await import('./markdown.ts')).renderSimulationMarkdown,
  html: async (): Promise<RenderSimulation> => (await import('./html.ts')).renderSimulationHtml,
} as const;

export type SimulationFormat = keyof typeof simulationFormats;
