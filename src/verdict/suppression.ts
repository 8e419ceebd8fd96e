import type { Resource } from '../model/resource.ts';
import type { SourceFile } from '../model/source-file.ts';

/** Tools whose way of ignoring a finding in one place is understood. */
export type SuppressingTool =
  | 'plinth'
  | 'checkov'
  | 'trivy'
  | 'kics'
  | 'kube-linter'
  | 'kube-score'
  | 'polaris'
  | 'hadolint'
  | 'zizmor';

/** What a suppression reaches. Offsets are into its own file, end exclusive. */
export type Scope =
  /** findings on what begins in the range: their place, their resource, or a step that led there (a module call) */
  | { readonly kind: 'block'; readonly start: number; readonly end: number }
  /** findings whose place begins in the range */
  | { readonly kind: 'lines'; readonly start: number; readonly end: number }
  /** findings whose place has the comment on one of its lines */
  | { readonly kind: 'around'; readonly at: number }
  /** findings on one resource, as an annotation says */
  | { readonly kind: 'resource'; readonly resource: Resource }
  /** findings whose resource and file match patterns of the configuration */
  | { readonly kind: 'matching'; matches(address: string, path: string): boolean };

/** A place in the code, or an entry of the configuration, that says not to report something. */
export interface Suppression {
  readonly tool: SuppressingTool;
  /** as the tool writes them: ids, `family/*` in Plinth, and `*` for all that the tool looks at */
  readonly checks: readonly string[];
  /** empty where a peer allows none */
  readonly reason: string;
  /** the directive as it is written, without the comment mark */
  readonly text: string;
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly scope: Scope;
  /** the last day on which it holds, `2026-03-31` */
  readonly expires?: string;
  /** holds only in this environment (a Terraform workspace) */
  readonly environment?: string;
  /** why it does not count: it hides nothing, and a problem says so */
  readonly fault?: string;
}
