import type { SuppressingTool } from './suppression.ts';

/** How far a directive in a comment reaches, before it is known what stands around it. */
export type Reach =
  /** what begins on its line, or below a comment that stands alone, with all that is in it */
  | 'block'
  /** the line below, or the instruction that starts there */
  | 'line'
  /** the block of the top level that it is in (Terraform), the file (Dockerfile), the finding around it (else) */
  | 'enclosing'
  /** findings that have the comment on one of their lines */
  | 'around'
  | 'file'
  /** the file, where nothing but comments stands above */
  | 'header';

/** What a comment says, as its tool understands it. */
export interface Directive {
  readonly tool: SuppressingTool;
  readonly checks: readonly string[];
  readonly reason: string;
  readonly reach: Reach;
  readonly expires?: string;
  readonly environment?: string;
  readonly fault?: string;
}

/** Where a directive may begin. Each tool's own rules are in its reader below. */
export const markers =
  /plinth:ignore|(?:checkov|bridgecrew|cortex):skip=|(?:trivy|tfsec):ignore:|kics-scan[ \t]|hadolint[ \t]+(?:global[ \t]+)?ignore|# zizmor: ignore\[/g;

/** Words one of which is in every text that holds a directive; cheaper to look for than {@link markers}. */
export const hints = ['ignore', ':skip=', 'kics-scan'] as const;

/** Reads the directive that a comment's text starts with; `undefined` where it is none, or says more than can be told. */
export function readDirective(text: string): Directive | undefined {
  switch (text[0]) {
    case 'p':
      return plinth(text);
    case 'k':
      return kics(text);
    case 'h':
      return hadolint(text);
    case '#':
      return zizmor(text);
    case 't':
      return trivy(text);
    default:
      return checkov(text);
  }
}

function plinth(text: string): Directive {
  const said = /^plinth:ignore[ \t]*(\S*)(.*)/s.exec(text)!;
  const checks = said[1]!.replace(/:$/, '').split(',').filter(Boolean);
  const reason = said[2]!.replace(/^[ \t]*(?:[-–—:]+[ \t]+)?/, '').trim();
  const fault =
    checks.length === 0
      ? 'names no check: write plinth:ignore <check> <reason>'
      : reason === ''
        ? `gives no reason: write plinth:ignore ${checks.join(',')} <reason>`
        : undefined;
  return { tool: 'plinth', checks, reason, reach: 'block', ...(fault ? { fault } : {}) };
}

/**
 * `checkov:skip=CKV_A,CKV_B:reason`, inside the block that it speaks of.
 * Source: checkov, docs "Suppressing and Skipping Policies" and checkov/common/comment/enum.py; older names of the
 * same company's tools are read there too.
 */
function checkov(text: string): Directive | undefined {
  const said = /^[a-z]+:skip= *([\w-]+(?:,[\w-]+)*)(?::(.*))?/s.exec(text);
  if (!said) return undefined;
  return {
    tool: 'checkov',
    checks: said[1]!.split(','),
    reason: said[2]?.trim() ?? '',
    reach: 'enclosing',
  };
}

/**
 * `trivy:ignore:AVD-AWS-0001:exp:2026-01-31:ws:prod`, on the line of what it speaks of or above it; `tfsec:` is the
 * same. With parameters (`AVD-AWS-0107[from_port=80]`) it depends on values that only Trivy looks at: left alone.
 * Source: trivy, pkg/iac/ignore/parse.go and rule.go; docs "Misconfiguration, ignoring by inline comments".
 */
function trivy(text: string): Directive | undefined {
  const [word = ''] = text.split(/\s/, 1);
  const [, , id = '', ...sections] = word.split(':');
  if (id === '' || id.includes('[')) return undefined;
  let rest = {};
  for (let at = 0; at + 1 < sections.length; at += 2) {
    if (sections[at] === 'exp') rest = { ...rest, expires: sections[at + 1] };
    else if (sections[at] === 'ws') rest = { ...rest, environment: sections[at + 1] };
  }
  return { tool: 'trivy', checks: [id], reason: text.slice(word.length).trim(), reach: 'block', ...rest };
}

/**
 * `kics-scan ignore-line`, `ignore-block`, and in the head of a file `ignore` and `disable=<id>,<id>`.
 * `enable=` turns off all other checks of KICS, which cannot be told from here: left alone.
 * Source: kics, docs/running-kics.md, "Using commands on scanned files as comments".
 */
function kics(text: string): Directive | undefined {
  const said = /^kics-scan[ \t]+(ignore-line|ignore-block|ignore|disable=(\S+))(?=\s|$)(.*)/s.exec(text);
  if (!said) return undefined;
  const [, command, ids, rest] = said;
  const reach: Reach = command === 'ignore-line' ? 'line' : command === 'ignore-block' ? 'block' : 'header';
  return {
    tool: 'kics',
    checks: ids ? ids.split(',').filter(Boolean) : ['*'],
    reason: rest!.trim(),
    reach,
  };
}

/**
 * `hadolint ignore=DL3006,DL3008` right above an instruction; `hadolint global ignore=` for the file.
 * Source: hadolint, src/Hadolint/Pragma.hs.
 */
function hadolint(text: string): Directive | undefined {
  const said =
    /^hadolint[ \t]+(global[ \t]+)?ignore[ \t]*=[ \t]*([DLSC\d]+(?:[ \t]*,[ \t]*[DLSC\d]+)*)[ \t]*(?:#(.*))?$/s.exec(
      text,
    );
  if (!said) return undefined;
  const checks = said[2]!.split(',').map((id) => id.trim());
  return { tool: 'hadolint', checks, reason: said[3]?.trim() ?? '', reach: said[1] ? 'file' : 'line' };
}

/**
 * `# zizmor: ignore[rule,rule] reason`, on a line of what it speaks of; the blank and the mark belong to it.
 * Source: zizmor, docs/usage.md, "Ignoring results with comments", and crates/zizmor/src/finding/location.rs.
 */
function zizmor(text: string): Directive | undefined {
  const said = /^# zizmor: ignore\[([^\]]+)\](?:[ \t]+(.*))?$/s.exec(text);
  if (!said) return undefined;
  const checks = said[1]!.split(',').map((rule) => rule.trim());
  return { tool: 'zizmor', checks, reason: said[2]?.trim() ?? '', reach: 'around' };
}
