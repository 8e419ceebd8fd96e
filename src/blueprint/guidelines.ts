import type { SourceFile } from '../model/source-file.ts';
import type { Blueprint } from './blueprint.ts';
import { beginsTags, isEntry, meaningOf, tagOfEntry, tagsIn } from './guideline-tags.ts';
import { type Tools, toolSaid, toolsIn } from './guideline-tools.ts';
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
  /** where alone anything may be; anywhere where empty */
  readonly onlyIn: readonly string[];
  readonly tools: Tools;
}

/** What of a blueprint guideline files may speak of. */
type Settled = Pick<Blueprint, 'naming' | 'environments' | 'delivery' | 'compute'>;

export const noGuidance: Guidance = {
  lines: [],
  tags: {},
  aliases: {},
  onlyIn: [],
  tools: {},
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
  const onlyIn: string[] = [];
  let tools: Tools = {};
  for (const file of files) {
    let inTags = false;
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
      const takeTag = (name: string, value: string | undefined): void => {
        const meaning = meaningOf(name);
        if (meaning !== undefined && value === undefined) {
          if (meaning !== name) aliases[name] = meaning;
          say(`tag ${name} on everything`);
        } else if (value === undefined)
          say(`no value of the tag ${name} is known: set naming.tags.${name}`, false, name);
        else {
          tags[name] = value;
          say(`tag ${name}=${value} on everything`);
        }
      };
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
      } else if (rule && /\btag(s|ged)?\b/i.test(text)) {
        inTags = beginsTags(text);
        for (const [name, value] of tagsIn(text)) takeTag(name, value);
      } else if (inTags && isEntry(text)) {
        const found = tagOfEntry(text);
        if (found) takeTag(...found);
      } else {
        inTags = false;
        const found = [...new Set(text.match(/\b[a-z]{2}-(north|south|east|west|central)[a-z]*-\d\b/g))];
        if (/\bonly\b/i.test(text) && !/\b(not|never)\b/i.test(text) && found.length > 0) {
          region = found[0]!;
          onlyIn.splice(0, Number.POSITIVE_INFINITY, ...found);
          say(`nothing is outside of ${found.join(' and ')}`);
        } else if (rule && /\bregions?\b/i.test(text) && found.length === 1) {
          region = found[0]!;
          say(`${region} is the region where the blueprint names none`);
        } else {
          const named = toolsIn(text);
          tools = { ...tools, ...named };
          for (const [key, tool] of Object.entries(named)) say(toolSaid(key as keyof Tools, tool));
        }
      }
    });
  }
  return {
    lines,
    tags,
    aliases,
    ...(pattern === undefined ? {} : { pattern }),
    ...(region === undefined ? {} : { region }),
    onlyIn,
    tools,
  };
}

/** The blueprint with what guideline files say where it says nothing. */
export function withGuidance(
  written: WrittenBlueprint,
  { pattern, region, tools: { compute, ...ofDelivery } }: Guidance,
): WrittenBlueprint {
  return {
    ...written,
    ...(region === undefined || written.region !== undefined ? {} : { region }),
    ...(pattern === undefined ? {} : { naming: { pattern, ...written.naming } }),
    ...(compute === undefined || written.compute !== undefined ? {} : { compute }),
    ...(Object.keys(ofDelivery).length > 0 ? { delivery: { ...ofDelivery, ...written.delivery } } : {}),
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

/** The lines, with what the blueprint itself adds and what it says otherwise. */
export function settleLines(
  { lines, pattern, onlyIn, tools }: Guidance,
  { naming, environments, delivery, compute }: Settled,
): Guideline[] {
  const taken: Tools = { ...delivery, ...(compute === 'eks' || compute === 'ecs' ? { compute } : {}) };
  return lines.map((line): Guideline => {
    const value = line.tag === undefined ? undefined : naming.tags[line.tag];
    if (value !== undefined)
      return { ...line, followed: true, result: `tag ${line.tag}=${value} on everything` };
    const not = (result: string): Guideline => ({ ...line, followed: false, result });
    if (pattern !== undefined && pattern !== naming.pattern && line.result === `names are ${pattern}`)
      return not(`the blueprint says naming.pattern: ${naming.pattern}`);
    const key = (Object.keys(tools) as (keyof Tools)[]).find(
      (one) => line.result === toolSaid(one, tools[one]!),
    );
    if ((key === 'gitops' || key === 'packaging') && compute !== 'eks')
      return not('there is no cluster here');
    if (key !== undefined && taken[key] !== tools[key])
      return not(
        `the blueprint says ${key === 'compute' ? '' : 'delivery.'}${key}: ${taken[key] ?? compute}`,
      );
    if (line.result.startsWith('nothing is outside of ')) {
      const outside = environments.find(({ region, recoveryRegion = region }) =>
        [region, recoveryRegion].some((one) => !onlyIn.includes(one)),
      );
      return outside === undefined
        ? line
        : not(
            `the blueprint puts ${outside.name} into ${[outside.region, outside.recoveryRegion].find((one) => one !== undefined && !onlyIn.includes(one))}`,
          );
    }
    const [asked] = / is the region where/.test(line.result) ? line.result.split(' ') : [];
    const elsewhere = environments.filter(({ region }) => asked !== undefined && region !== asked);
    return elsewhere.length > 0 && elsewhere.length === environments.length
      ? not(`the blueprint says region: ${elsewhere[0]!.region}`)
      : line;
  });
}
