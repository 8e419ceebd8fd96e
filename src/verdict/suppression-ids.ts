import { namesCheck } from '../config/policy.ts';
import type { SuppressingTool, Suppression } from './suppression.ts';

/** Whether a suppression speaks of a check: of itself in Plinth's words, of its equals in those of a peer. */
export function speaksOf(
  { tool, checks }: Pick<Suppression, 'tool' | 'checks'>,
  check: string,
  sameAs: readonly string[],
): boolean {
  if (tool === 'plinth') return checks.some((pattern) => namesCheck(pattern, check));
  const equals = peerIds(sameAs).get(tool);
  return equals !== undefined && checks.some((written) => meets(normalise(tool, written), equals));
}

function meets(written: string, equals: readonly string[]): boolean {
  if (!written.endsWith('*')) return equals.includes(written);
  const start = written.slice(0, -1);
  return equals.some((id) => id.startsWith(start));
}

const known = new WeakMap<readonly string[], Map<SuppressingTool, readonly string[]>>();

/** The ids of `sameAs` by tool; kept for the list, which all findings of a check share. */
function peerIds(sameAs: readonly string[]): Map<SuppressingTool, readonly string[]> {
  let ids = known.get(sameAs);
  if (!ids) {
    ids = new Map();
    for (const same of sameAs) {
      const colon = same.indexOf(':');
      const named = same.slice(0, colon);
      const tool = (named === 'tfsec' ? 'trivy' : named) as SuppressingTool;
      ids.set(tool, [...(ids.get(tool) ?? []), normalise(tool, same.slice(colon + 1))]);
    }
    known.set(sameAs, ids);
  }
  return ids;
}

/**
 * One form for the ways in which a tool's id is written.
 * Trivy: `AVD-AWS-0107` and `AWS-0107`; `AVD-KSV-0012`, `KSV-0012` and the old `KSV012`, and so `DS`. The old `AWS018`
 * of tfsec is no form of `AWS-0018`: it was another catalogue. kube-score's ids are its check names with dashes.
 * Sources: trivy-checks (`id`, `aliases` in the checks' metadata); kube-score, score/checks/checks.go.
 */
function normalise(tool: SuppressingTool, id: string): string {
  const lower = id.trim().toLowerCase();
  if (tool === 'kube-score') return lower.replaceAll(' ', '-');
  if (tool !== 'trivy') return lower;
  const parts = /^(?:avd-)?(?:([a-z]+)-|(ksv|ds))0*(\d+)$/.exec(lower);
  return parts ? `${parts[1] ?? parts[2]}-${parts[3]}` : lower;
}
