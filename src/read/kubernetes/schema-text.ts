import { minors, schemas } from '../../../data/kubernetes/schemas.ts';

/** A reading of a key, and the first and last minor version that it holds in. */
export interface Entry {
  readonly key: string;
  readonly value: string;
  readonly from: number;
  readonly to: number;
}

/** Whether a minor version is in a range, ends included. */
export function within(minor: number, from: number, to: number): boolean {
  return from <= minor && minor <= to;
}

let kindLines: Map<string, string[]> | undefined;
let objectLines: Map<string, string> | undefined;

/** `apps/v1 Deployment` → its objects with their ranges. */
export function kinds(): ReadonlyMap<string, readonly string[]> {
  if (!kindLines) {
    kindLines = new Map();
    for (const line of schemas.slice(0, schemas.indexOf('\n\n')).split('\n')) {
      const at = line.lastIndexOf(' ');
      const key = line.slice(0, at);
      kindLines.set(key, [...(kindLines.get(key) ?? []), line.slice(at + 1)]);
    }
  }
  return kindLines;
}

/** `apps.v1.DeploymentSpec` → its line. */
export function objects(): ReadonlyMap<string, string> {
  objectLines ??= new Map(
    schemas
      .slice(schemas.indexOf('\n\n') + 2)
      .split('\n')
      .map((line) => [line.split(' ', 1)[0]!, line]),
  );
  return objectLines;
}

/** The objects that stood for a kind, the oldest first. */
export function readings(key: string): readonly Entry[] {
  return (kinds().get(key) ?? []).map((text) => entry(key, text));
}

/** The fields on an object's line, one for each type that they had. */
export function fieldEntries(line: string | undefined): readonly Entry[] {
  if (!line) return [];
  return line
    .split(' ')
    .slice(1)
    .map((text) => {
      const at = text.indexOf('=');
      return entry(text.slice(0, at), text.slice(at + 1));
    });
}

/** Reads `type@from-to`. */
function entry(key: string, text: string): Entry {
  const at = text.indexOf('@');
  const [from = '', to = ''] = at < 0 ? [] : text.slice(at + 1).split('-');
  return {
    key,
    value: at < 0 ? text : text.slice(0, at),
    from: from === '' ? minors[0]! : Number(from),
    to: to === '' ? minors.at(-1)! : Number(to),
  };
}
