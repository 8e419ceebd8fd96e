import { type Change, changes, rank } from './effect.ts';

/**
 * What a failure becomes when it passes from one resource to another.
 *
 * - `needs`: what the one suffers, the other suffers
 * - `start`: runs on, and fails when it next starts
 * - `partial`: loses a part of what it does
 * - `part`: one of several that will do; fails when all of them have
 * - `home`: the same, and goes when all of them go
 * - `guard`: works, and loses a protection or an insight
 * - `lost`: the same, but only by failing, not by what lies behind
 * - `goes`: is destroyed or replaced with it
 * - `idle`: is left without a purpose
 */
export type Mode =
  | 'none'
  | 'needs'
  | 'start'
  | 'partial'
  | 'part'
  | 'home'
  | 'guard'
  | 'lost'
  | 'goes'
  | 'idle';

/** How a relation carries failure in one direction. */
export interface Flow extends Readonly<Record<Change, Mode>> {
  /** what passes when the failing resource only passes on what another suffers */
  readonly carried: Mode;
  /** that one needs the other is read from hints, such as its permissions */
  readonly likely?: boolean;
}

function all(mode: Mode): Flow {
  return { carried: mode, modify: mode, unavailable: mode, replace: mode, destroy: mode };
}

const gone = { replace: 'goes', destroy: 'goes' } as const;

export const flows = {
  needs: all('needs'),
  likely: { ...all('needs'), likely: true },
  partly: all('partial'),
  'likely-partly': { ...all('partial'), likely: true },
  'one-of': all('part'),
  guard: { ...all('guard'), carried: 'lost' },
  /** a name that is let in, or that a rule is about: whether it works does not matter, and whether it is there does */
  named: { ...all('none'), modify: 'partial', replace: 'partial', destroy: 'partial' },
  'at-start': { ...all('start'), carried: 'needs', modify: 'needs' },
  'only-at-start': { ...all('start'), modify: 'needs' },
  'lives-in': { ...all('needs'), ...gone },
  'lives-in-one-of': { ...all('part'), replace: 'home', destroy: 'home' },
  /** a control plane: what runs runs on without it */
  'runs-in': { ...all('start'), carried: 'needs', modify: 'none', ...gone },
  'likely-runs-in': { ...all('start'), carried: 'needs', modify: 'none', ...gone, likely: true },
  /** a setting of the other, through which its own needs are told */
  setting: { ...all('guard'), carried: 'needs' },
  /** what an installer put there, and takes away when it goes */
  installs: { ...all('guard'), carried: 'lost', modify: 'needs', ...gone },
  'goes-with': { ...all('none'), ...gone },
  idle: { ...all('none'), destroy: 'idle' },
} satisfies Readonly<Record<string, Flow>>;

export type FlowName = keyof typeof flows;

/** Modes whose outcome hangs on what becomes of the others of the same kind. */
export function isShared(flow: Flow): boolean {
  return [flow.carried, ...changes.map((change) => flow[change])].some(
    (mode) => mode === 'part' || mode === 'home',
  );
}

/**
 * What arrives of an effect.
 * @param rankOf what the failing resource suffers
 * @param all whether all of those that would do have failed
 */
export function passed(mode: Mode, rankOf: number, all: boolean): number {
  const felt = Math.min(rankOf, rank.fails);
  switch (mode) {
    case 'none':
      return rank.none;
    case 'goes':
      return rankOf === rank.goes ? rank.goes : felt;
    case 'guard':
      // what works in part still guards
      return felt === rank.fails || felt === rank.notices ? rank.weakened : rank.none;
    case 'lost':
      return felt === rank.fails ? rank.weakened : rank.none;
    case 'idle':
      return felt === rank.fails ? rank.idle : rank.none;
    case 'start':
      return felt < rank.notices ? rank.none : Math.min(felt, rank.latent);
    case 'needs':
      return felt < rank.notices ? rank.none : felt;
    case 'partial':
      return felt < rank.notices ? rank.none : Math.min(felt, rank.degraded);
    case 'home':
      return rankOf === rank.goes && all ? rank.goes : passed('part', rankOf, all);
    case 'part':
      return passed(all ? 'needs' : 'partial', rankOf, all);
  }
}
