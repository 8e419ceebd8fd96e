import { visible } from '../visible.ts';
import type { ReportedAffected, ReportedImpact } from './report.ts';

/** More than these no picture holds, and no page should carry. */
const most = 5000;

/** What the script of the page draws: one box for each thing, which knows the box that its way leads to. */
export interface Picture {
  readonly headline: string;
  readonly left: number;
  readonly boxes: readonly PictureBox[];
}

interface PictureBox {
  /** first and second line */
  readonly name: string;
  readonly more: string;
  /** what it is gathered with where there are many: its type */
  readonly kind: string;
  readonly effect: ReportedAffected['effect'] | 'subject';
  readonly role: ReportedAffected['role'];
  readonly environment: string;
  readonly likely: boolean;
  /** the box that its way leads to; -1 for what it all starts from */
  readonly next: number;
  /** how it hangs on that one, in words */
  readonly says: string;
  readonly place: string;
  readonly owners: string;
}

/** The tree of shortest ways of an impact. Texts are made fit to show. */
export function pictureOf(impact: ReportedImpact, placed: (file: string, line: number) => string): Picture {
  const { subjects, affected, headline } = impact;
  const numbers = new Map<string, number>();
  const boxes: PictureBox[] = [];
  const add = (
    one: ReportedImpact['subjects'][number],
    rest: Pick<PictureBox, 'effect' | 'likely' | 'next' | 'says'>,
  ) => {
    numbers.set(one.id, boxes.length);
    const [name, more] = linesOf(one);
    boxes.push({
      name: visible(name),
      more: visible(more),
      kind: visible(one.type),
      role: one.role,
      environment: visible(one.environment ?? ''),
      place: visible(placed(one.file, one.line)),
      owners: visible(one.owners.map((owner) => owner.name).join(', ')),
      ...rest,
    });
  };
  for (const subject of subjects) add(subject, { effect: 'subject', likely: false, next: -1, says: '' });
  const crossed = new Set(affected.flatMap(({ steps }) => steps.map(({ to }) => to)));
  const drawn = affected.filter((one) => crossed.has(one.id) || !isPlumbing(one));
  const byDistance = drawn.slice(0, most).sort((a, b) => a.distance - b.distance);
  for (const one of byDistance) {
    const next = numbers.get(one.steps[0]!.to);
    // a way that leads through what was left out is left out
    if (next === undefined) continue;
    add(one, { effect: one.effect, likely: one.likely, next, says: visible(one.steps[0]!.says) });
  }
  return { headline: visible(headline), left: subjects.length + drawn.length - boxes.length, boxes };
}

/** What only hands a value on. */
function isPlumbing({ type, passes }: ReportedAffected): boolean {
  return passes && /^(output|variable|module|provider|data\.)/.test(type);
}

/** `aws_subnet.private` over `["a"], module.network, prod`; `Deployment api` over `prod`. */
function linesOf({
  name,
  environment,
  address,
  type,
}: ReportedImpact['subjects'][number]): readonly [string, string] {
  const place = environment ?? '';
  if (name !== address) return [name, place];
  const at = address.lastIndexOf(`.${type}.`);
  const [, own = address, key = ''] = /^([^[]*)(.*)$/.exec(address.slice(at + 1)) ?? [];
  return [own, [key, at > 0 ? address.slice(0, at) : '', place].filter(Boolean).join(', ')];
}
