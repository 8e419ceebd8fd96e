import { renderImpactDot } from './dot.ts';
import { renderImpactHtml } from './html.ts';
import { renderImpactJson } from './json.ts';
import { renderImpactMermaid } from './mermaid.ts';
import type { ImpactFormat, ImpactRenderOptions } from './options.ts';
import type { ImpactReport } from './report.ts';
import { renderImpactText } from './text.ts';

type Render = (report: ImpactReport, options: ImpactRenderOptions) => string;

/** Every format by its name. */
export const impactFormats: Readonly<Record<ImpactFormat, Render>> = {
  text: renderImpactText,
  json: renderImpactJson,
  mermaid: renderImpactMermaid,
  dot: renderImpactDot,
  html: renderImpactHtml,
};
