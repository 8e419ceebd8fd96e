import type { Node, Path, Plain } from '../../model/node.ts';
import { type Change, nest } from '../change.ts';
import { locate, pathOf } from './locate.ts';

/** Data while it is being changed. */
type Draft = null | boolean | number | string | Draft[] | { [key: string]: Draft } | typeof removed;
const removed = Symbol('removed');

/**
 * The data of documents with changes carried out on it, to hold an edited text against.
 * `undefined` where a change is one of text, whose meaning is not known.
 */
export function expectedData(documents: readonly Node[], changes: readonly Change[]): Plain[] | undefined {
  const drafts = documents.map((one) => one.plain() as Draft);
  for (const change of changes) {
    if (change.kind === 'text') return undefined;
    const located = locate(documents, change.kind === 'create' ? change.in : change.node)!;
    const path = pathOf(located);
    const { document } = located;
    const old = read(drafts[document]!, path);
    if (change.kind === 'remove') drafts[document] = write(drafts[document]!, path, removed);
    else if (change.kind === 'replace')
      drafts[document] = write(drafts[document]!, path, change.value as Draft);
    else
      drafts[document] = write(drafts[document]!, path, add(old, nest(change.path, change.value) as Draft));
  }
  return drafts.map((draft) => settled(draft) as Plain);
}

function read(draft: Draft, path: Path): Draft {
  return path.reduce<Draft>((at, key) => (at as Record<string | number, Draft>)[key]!, draft);
}

function write(draft: Draft, path: Path, value: Draft): Draft {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const holder = draft as Record<string | number, Draft>;
  set(holder, key, write(holder[key]!, rest, value));
  return draft;
}

function add(old: Draft, fresh: Draft): Draft {
  if (Array.isArray(old) && Array.isArray(fresh)) return [...old, ...fresh];
  if (!isMap(old) || !isMap(fresh)) return fresh;
  for (const [key, value] of Object.entries(fresh))
    set(old, key, Object.hasOwn(old, key) ? add(old[key]!, value) : value);
  return old;
}

function isMap(draft: Draft): draft is { [key: string]: Draft } {
  return typeof draft === 'object' && draft !== null && !Array.isArray(draft);
}

/** Takes out what was removed, once no further index can point past it. */
function settled(draft: Draft): Draft {
  if (Array.isArray(draft)) return draft.filter((item) => item !== removed).map(settled);
  if (!isMap(draft)) return draft;
  const kept = Object.entries(draft).filter(([, value]) => value !== removed);
  return Object.fromEntries(kept.map(([key, value]) => [key, settled(value)]));
}

/** Also a key such as `__proto__` is data. */
function set(holder: Record<string | number, Draft>, key: string | number, value: Draft): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}
