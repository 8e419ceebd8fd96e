import type { ReportedAffected, ReportedImpact } from './report.ts';

/** A box of a picture: a resource that is hit, or one that it starts from. */
export interface Box {
  readonly id: string;
  readonly name: string;
  /** what it is drawn among: its environment, and its part */
  readonly group: string;
  readonly effect: ReportedAffected['effect'] | 'subject';
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly likely: boolean;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** how many of what is hit are not drawn */
  readonly left: number;
}

/**
 * What of some impacts is drawn: the shortest ways, from what is hit to what it starts from. Beyond a number of boxes the
 * mildest and farthest are left out, never what a way that is drawn leads through.
 */
export function drawingOf(impacts: readonly ReportedImpact[], most: number): Drawing {
  const boxes = new Map<string, Box>();
  const arrows = new Map<string, Arrow>();
  let left = 0;
  for (const { subjects, affected } of impacts) {
    const known = new Map(affected.map((one) => [one.id, one]));
    for (const { id, name, environment, unit } of subjects)
      boxes.set(id, { id, name, group: environment ?? unit, effect: 'subject' });
    for (const one of affected) {
      const way = one.steps.flatMap(({ from }) => known.get(from) ?? []);
      const fresh = way.filter(({ id }) => !boxes.has(id));
      if (boxes.size + fresh.length > most) {
        left++;
        continue;
      }
      for (const { id, name, environment, unit, effect } of fresh)
        boxes.set(id, { id, name, group: environment ?? unit, effect });
      for (const { from, to, relation } of one.steps)
        arrows.set(`${from}\0${to}`, { from, to, relation, likely: known.get(from)?.likely === true });
    }
  }
  return { boxes: [...boxes.values()], arrows: [...arrows.values()], left };
}

/** Boxes by what they are drawn among. */
export function grouped(boxes: readonly Box[]): ReadonlyMap<string, readonly Box[]> {
  const groups = new Map<string, Box[]>();
  for (const box of boxes) {
    const group = groups.get(box.group);
    if (group) group.push(box);
    else groups.set(box.group, [box]);
  }
  return groups;
}

/** Fill and line of each effect, readable in print and for those who see few colours. */
export const colours: Readonly<Record<Box['effect'], readonly [fill: string, line: string]>> = {
  subject: ['#1b1f24', '#1b1f24'],
  goes: ['#f9d0d9', '#a4133c'],
  fails: ['#fbd5cc', '#b42318'],
  degraded: ['#fde3cf', '#c2410c'],
  latent: ['#f8ecc9', '#8f5a00'],
  notices: ['#dbe8f8', '#1d5fa7'],
  weakened: ['#e6eaee', '#57606a'],
  idle: ['#ffffff', '#8c959f'],
};
