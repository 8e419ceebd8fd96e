import type { SourceFile } from '../model/source-file.ts';
import { isPattern, nameVariables } from './names.ts';
import type { WrittenBlueprint } from './schema.ts';

/** A line of a guideline file (CLAUDE.md, AGENTS.md) about how things are to be built. */
export interface Guideline {
  /** `AGENTS.md`; `~/.claude/CLAUDE.md` for the user's own */
  readonly path: string;
  readonly line: number;
  /** the line's text */
  readonly text: string;
  /** what was done about it, or why nothing could be */
  readonly result: string;
  readonly followed: boolean;
  /** the tag that it asks for and no value of which is known from it */
  readonly tag?: string;
}

/** Tags that Plinth sets by itself. */
export type TagName = 'environment' | 'system' | 'managed-by' | 'service' | 'owner' | 'cost-centre';

/** What guideline files ask for. */
export interface Guidance {
  readonly lines: readonly Guideline[];
  /** tags with their values that everything gets */
  readonly tags: Readonly<Record<string, string>>;
  /** tags that say the same as one of ours under another name */
  readonly aliases: Readonly<Record<string, TagName>>;
  readonly pattern?: string;
  readonly region?: string;
}

export const noGuidance: Guidance = { lines: [], tags: {}, aliases: {} };

const meanings: Readonly<Record<string, TagName>> = {
  environment: 'environment',
  env: 'environment',
  stage: 'environment',
  service: 'service',
  component: 'service',
  owner: 'owner',
  team: 'owner',
  costcentre: 'cost-centre',
  costcenter: 'cost-centre',
  system: 'system',
  project: 'system',
  application: 'system',
  app: 'system',
  managedby: 'managed-by',
};

const variables: Readonly<Record<string, string>> = {
  environment: 'env',
  stage: 'env',
  component: 'service',
  app: 'service',
  type: 'resource',
  name: 'resource',
  project: 'system',
};

/** Reads guideline files, the most general first; a later file wins. */
export function readGuidelines(files: readonly SourceFile[]): Guidance {
  const lines: Guideline[] = [];
  const tags: Record<string, string> = {};
  const aliases: Record<string, TagName> = {};
  let pattern: string | undefined;
  let region: string | undefined;
  for (const file of files)
    file.text.split(/\r?\n/).forEach((text, at) => {
      const say = (result: string, followed = true, tag?: string) =>
        lines.push({
          path: file.path,
          line: at + 1,
          text: text.trim().replace(/^[-*+] /, ''),
          result,
          followed,
          ...(tag === undefined ? {} : { tag }),
        });
      const rule = /\b(must|always|require[ds]?|mandatory|every(thing)?|all|default|only|use)\b/i.test(text);
      const named = /\bnam(e[ds]?|ing)\b/i.test(text) ? patternIn(text) : undefined;
      if (named !== undefined) {
        const missing = ['env', 'service', 'resource'].filter((one) => !named.includes(`\${${one}}`));
        if (missing.length > 0)
          say(`without ${missing.join(' and ')} two resources could get one name`, false);
        else if (!isPattern(named))
          say(
            'AWS takes only hyphens between words in names of buckets, databases and load balancers',
            false,
          );
        else {
          pattern = named;
          say(`names are ${named}`);
        }
      } else if (rule && /\btag(s|ged)?\b/i.test(text))
        for (const [name, value] of tagsIn(text)) {
          const meaning = meanings[name.toLowerCase().replaceAll(/[^a-z]/g, '')];
          if (meaning !== undefined && value === undefined) {
            if (meaning !== name) aliases[name] = meaning;
            say(`tag ${name} on everything`);
          } else if (value === undefined)
            say(`no value of the tag ${name} is known: set naming.tags.${name}`, false, name);
          else {
            tags[name] = value;
            say(`tag ${name}=${value} on everything`);
          }
        }
      else if (rule && /\bregions?\b/i.test(text)) {
        const found = text.match(/\b[a-z]{2}-(north|south|east|west|central)[a-z]*-\d\b/g);
        if (found?.length !== 1) return;
        region = found[0];
        say(`${region} is the region where the blueprint names none`);
      }
    });
  return {
    lines,
    tags,
    aliases,
    ...(pattern === undefined ? {} : { pattern }),
    ...(region === undefined ? {} : { region }),
  };
}

/** The blueprint with what guideline files say where it says nothing. */
export function withGuidance(written: WrittenBlueprint, { pattern, region }: Guidance): WrittenBlueprint {
  return {
    ...written,
    ...(region === undefined || written.region !== undefined ? {} : { region }),
    ...(pattern === undefined ? {} : { naming: { pattern, ...written.naming } }),
  };
}

/** A pattern in backquotes: `{env}-{service}-{resource}`, with braces, angle brackets or a dollar. */
function patternIn(text: string): string | undefined {
  const quoted = /`([^`]*(?:\{|<)[^`]*)`/.exec(text)?.[1];
  const pattern = quoted?.replaceAll(
    /\$?\{(\w+)\}|<(\w+)>/g,
    (_, braced: string | undefined, angled: string) => {
      const word = (braced ?? angled).toLowerCase();
      return `\${${variables[word] ?? word}}`;
    },
  );
  if (pattern === undefined || !/^[a-z0-9${}_.-]+$/.test(pattern)) return undefined;
  const used = [...pattern.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]);
  return used.length > 1 && used.every((one) => nameVariables.some((known) => known === one))
    ? pattern
    : undefined;
}

/** Names in backquotes, with a value behind `=` or `:`; or words after a colon, between commas. */
function tagsIn(text: string): [name: string, value: string | undefined][] {
  const joined = text.replaceAll(
    /`([\w.:/-]+)`,? (?:with the value|with value|set to|must be|is) `"?([\w.-]+)"?`/gi,
    '`$1=$2`',
  );
  const quoted = [...joined.matchAll(/`([\w.:/-]+?)(?:\s*[=:]\s*"?([\w.-]+)"?)?`/g)].map(
    (match): [string, string | undefined] => [match[1]!, match[2]],
  );
  if (quoted.length > 0) return quoted;
  const listed = /\btags\b[^:]*:\s*(.+)$/i.exec(text)?.[1] ?? '';
  const words = listed.split(/,|\band\b/).map((word) => word.trim().replace(/[.;]$/, ''));
  return words.every((word) => /^[A-Za-z][\w-]*$/.test(word)) ? words.map((word) => [word, undefined]) : [];
}

/** The lines, with what the blueprint itself adds: values of tags, and its own pattern of names. */
export function settleLines(
  { lines, pattern }: Guidance,
  naming: { pattern: string; tags: Readonly<Record<string, string>> },
): Guideline[] {
  return lines.map((line): Guideline => {
    const value = line.tag === undefined ? undefined : naming.tags[line.tag];
    if (value !== undefined)
      return { ...line, followed: true, result: `tag ${line.tag}=${value} on everything` };
    return pattern !== undefined && pattern !== naming.pattern && line.result === `names are ${pattern}`
      ? { ...line, followed: false, result: `the blueprint says naming.pattern: ${naming.pattern}` }
      : line;
  });
}
