import type { Render } from './options.ts';

/** Every format by its name, loaded when it is asked for, so that a run for a terminal loads only that. */
export const formats = {
  text: async () => (await import('./text/text.ts')).renderText,
  json: async () => (await import('./json.ts')).renderJson,
  sarif: async () => (await import('./sarif/sarif.ts')).renderSarif,
  junit: async () => (await import('./junit.ts')).renderJunit,
  markdown: async () => (await import('./markdown/markdown.ts')).renderMarkdown,
  html: async () => (await import('./html/html.ts')).renderHtml,
  github: async () => (await import('./github.ts')).renderGithub,
  gitlab: async () => (await import('./gitlab.ts')).renderGitlab,
} satisfies Readonly<Record<string, () => Promise<Render>>>;

export type Format = keyof typeof formats;

export function isFormat(name: string): name is Format {
  return Object.hasOwn(formats, name);
}
