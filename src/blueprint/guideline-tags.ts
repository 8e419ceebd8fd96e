import type { TagName } from './guidelines.ts';

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

/** The tag of ours that says the same. */
export function meaningOf(tag: string): TagName | undefined {
  return meanings[tag.toLowerCase().replaceAll(/[^a-z]/g, '')];
}

/** Names in backquotes, with a value behind `=` or `:`; or words after a colon, between commas. */
export function tagsIn(text: string): [name: string, value: string | undefined][] {
  const joined = text.replaceAll(
    /`([\w.:/-]+)`(?: ?[=:]|,? (?:with the value|with value|set to|must be|is)) `"?([\w.-]+)"?`/gi,
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

/** Whether a line says that tags follow, one an entry: "Every resource must be tagged with:". */
export function beginsTags(text: string): boolean {
  return /\btag(s|ged)?\b/i.test(text) && /(:\s*|:\**)$/.test(text.trimEnd());
}

/** Whether a line is an entry of a list, or one that is empty between them. */
export function isEntry(text: string): boolean {
  return /^\s*([-*+]|\d+[.)]) /.test(text) || text.trim() === '';
}

/** The tag of an entry: `` - `Owner`: the team ``, `- Owner`, `- **Owner**`. */
export function tagOfEntry(text: string): [name: string, value: string | undefined] | undefined {
  const [first] = tagsIn(text.replaceAll('**', '`'));
  if (first) return first;
  const word = /^\s*(?:[-*+]|\d+[.)]) ([A-Za-z][\w:-]*)\s*(?:$|[:(,–—-])/.exec(text)?.[1];
  return word === undefined ? undefined : [word.replace(/:$/, ''), undefined];
}
