import { posix } from 'node:path';
import type { Node } from '../../model/node.ts';
import type { Repository } from '../../model/repository.ts';
import { isStandby } from '../environment.ts';
import { type Kustomization, kustomizationName, type Reference, readKustomization } from './kustomization.ts';

/** Why a kustomization cannot be rendered here. */
export interface Obstacle {
  readonly node: Node;
  readonly message: string;
}

/** A kustomization with what it is made of. */
export interface Overlay {
  readonly kustomization: Kustomization;
  /** overlays and components that it is built from, in the order of the file */
  readonly parts: readonly Overlay[];
  /** files that it names, by what they are for */
  readonly files: readonly { readonly path: string; readonly reference: Reference }[];
  /** its own, not those of its parts */
  readonly obstacles: readonly Obstacle[];
}

/** Kustomizations nested in one another; beyond it something is wrong. */
const deepest = 50;

export interface KustomizationTree {
  /** kustomizations that no other refers to, and that can stand alone */
  readonly leaves: readonly Overlay[];
  /** all, also components that no leaf includes */
  readonly overlays: readonly Overlay[];
  /** kustomizations that lead back to themselves: no leaf reaches them */
  readonly circular: readonly Kustomization[];
}

/** Finds the kustomizations of a repository and who refers to whom. Nothing is rendered or fetched. */
export function kustomizationTree(repository: Repository): KustomizationTree {
  const all = repository.paths
    .filter((path) => kustomizationName.test(path))
    .map((path) => readKustomization(repository, path))
    .filter((kustomization) => kustomization !== undefined);
  const builder = new TreeBuilder(repository, all);
  const overlays = all.map((kustomization) => builder.overlay(kustomization, 0));
  const used = new Set(
    overlays.flatMap(({ kustomization, parts }) =>
      parts.filter((part) => !standsFor(kustomization, part.kustomization)).map((part) => part.kustomization),
    ),
  );
  const leaves = overlays.filter(
    ({ kustomization }) => !kustomization.isComponent && !used.has(kustomization),
  );
  const reached = new Set<Kustomization>();
  for (const leaf of leaves) for (const overlay of closureOf(leaf)) reached.add(overlay.kustomization);
  const circular = all.filter((kustomization) => !kustomization.isComponent && !reached.has(kustomization));
  return { leaves, overlays, circular };
}

/** `overlays/production-dr` is `overlays/production` elsewhere, which is deployed too, and no mere base of it. */
function standsFor({ folder }: Kustomization, other: Kustomization): boolean {
  return (
    isStandby(folder) &&
    posix.dirname(folder) === posix.dirname(other.folder) &&
    posix.basename(folder).startsWith(`${posix.basename(other.folder)}-`)
  );
}

/** An overlay and everything that it is built from. */
export function closureOf(overlay: Overlay): ReadonlySet<Overlay> {
  const closure = new Set<Overlay>();
  const open = [overlay];
  for (let next = open.pop(); next; next = open.pop()) {
    if (closure.has(next)) continue;
    closure.add(next);
    open.push(...next.parts);
  }
  return closure;
}

class TreeBuilder {
  readonly #byFolder: ReadonlyMap<string, Kustomization>;
  readonly #paths: ReadonlySet<string>;
  readonly #built = new Map<Kustomization, Overlay>();

  constructor(
    private readonly repository: Repository,
    all: readonly Kustomization[],
  ) {
    this.#byFolder = new Map(all.map((kustomization) => [kustomization.folder, kustomization]));
    this.#paths = new Set(repository.paths);
  }

  overlay(kustomization: Kustomization, depth: number): Overlay {
    const known = this.#built.get(kustomization);
    if (known) return known;
    const parts: Overlay[] = [];
    const files: { path: string; reference: Reference }[] = [];
    const obstacles: Obstacle[] = [...ownObstacles(kustomization)];
    const overlay = { kustomization, parts, files, obstacles };
    this.#built.set(kustomization, overlay);
    for (const reference of kustomization.references) {
      const { target, node, use } = reference;
      const path = posix.normalize(posix.join(kustomization.folder, target)).replace(/\/$/, '');
      const folder = this.#byFolder.get(path);
      if (this.#paths.has(path) && !target.includes('://')) {
        files.push({ path, reference });
        if (use === 'plugins' && namesRemote(this.repository.read(path)?.text ?? ''))
          obstacles.push({ node, message: `\`${target}\` names something remote, which is not fetched` });
      } else if (isRemote(target))
        obstacles.push({
          node,
          message: `\`${target}\` is remote and is not fetched: keep a copy in the repository to have it verified`,
        });
      else if (target.startsWith('/') || path.startsWith('../') || path === '..')
        obstacles.push({
          node,
          message: `\`${target}\` leads out of the repository: nothing outside of it is read`,
        });
      else if (!folder || use === 'patches' || use === 'data')
        obstacles.push({ node, message: `\`${target}\` is not there: correct the path or add it` });
      else if (depth >= deepest)
        obstacles.push({ node, message: `kustomizations are nested more than ${deepest} deep` });
      else parts.push(this.overlay(folder, depth + 1));
    }
    return overlay;
  }
}

/** What keeps a kustomization from being rendered without the network or foreign code. */
function ownObstacles(kustomization: Kustomization): readonly Obstacle[] {
  const { body } = kustomization;
  const obstacles: Obstacle[] = [];
  for (const key of ['helmCharts', 'helmChartInflationGenerator']) {
    const node = body.peek(key);
    if (node)
      obstacles.push({
        node,
        message: `\`${key}\` needs Helm inside of Kustomize, which may fetch charts, and is not rendered: verify the chart by itself`,
      });
  }
  for (const key of ['generators', 'transformers', 'validators']) {
    const node = body.peek(key);
    if (node && /https?:|git@|git::|ssh:/.test(node.file.text.slice(node.start, node.end)))
      obstacles.push({
        node,
        message: `\`${key}\` names something remote, which is not fetched`,
      });
  }
  return obstacles;
}

function namesRemote(text: string): boolean {
  return /https?:|git@|git::|ssh:/.test(text);
}

/** Whether kustomize would take a reference for a URL or a git repository. Source: its `ifc` loader and `git.NewRepoSpecFromURL`. */
export function isRemote(target: string): boolean {
  return (
    /^[a-z][a-z0-9+.-]*:\/\//i.test(target) ||
    /^(git::|gh:|git@|[\w.-]+@[\w.-]+:)/i.test(target) ||
    /^[\w-]+(\.[\w-]+)*\.(com|org|io|net|dev)[/:]/i.test(target) ||
    /[?&](ref|version|timeout|submodules)=/.test(target)
  );
}
