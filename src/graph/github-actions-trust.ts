import type { Node } from '../model/node.ts';
import { pathOf, shownContextsOf } from '../syntax/expression/contexts.ts';
import { placeholdersOf } from '../syntax/expression/parse-expression.ts';
import type { Context, Expression, Placeholder } from '../syntax/expression/tree.ts';
import type { Step, Workflow } from './github-actions.ts';
import { keepsForksOut } from './github-actions-forks.ts';
import { majorOf } from './github-actions-reference.ts';
import { entriesOf } from './look.ts';

/** Who can choose the text: anybody with an account, those who may write to the repository, or whoever calls the action or workflow. */
export type Author = 'outsider' | 'insider' | 'caller';

/**
 * Contexts that anybody can fill by opening an issue, a pull request or a comment, from a fork.
 * Source: securitylab.github.com, "Untrusted input"; docs.github.com/actions, "Script injections".
 */
const outsiders: readonly RegExp[] = [
  /^github\.head_ref$/,
  /^github\.event\.(?:issue|pull_request|discussion)\.(?:title|body)$/,
  /^github\.event\.(?:comment|review|review_comment)\.body$/,
  /^github\.event\.pull_request\.head\.(?:ref|label)$/,
  /^github\.event\.pull_request\.head\.repo\.(?:default_branch|description|homepage)$/,
  /^github\.event\.changes\.(?:title|body)\.from$/,
  /^github\.event\.pages\.[^.]+\.(?:page_name|title)$/,
  // a fork may bring a workflow of the same name in a file that it names as it likes
  /^github\.event\.workflow(?:_run)?\.path$/,
  /^github\.event\.(?:commits\.[^.]+|head_commit)\.(?:message|(?:author|committer)\.(?:name|email))$/,
  /^github\.event\.workflow_run\.(?:head_branch|display_title|head_repository\.description)$/,
  /^github\.event\.workflow_run\.head_commit\.(?:message|(?:author|committer)\.(?:name|email))$/,
  /^github\.event\.workflow_run\.pull_requests\.[^.]+\.head\.ref$/,
];
/** Those of them that a pull request brings. */
const ofPullRequest = /^github\.(?:head_ref$|event\.pull_request\.)/;
/** Objects that hold some of these: they show when they are written out as JSON. */
const outsideObjects =
  /^github(?:\.event(?:\.(?:issue|pull_request(?:\.head)?|discussion|comment|review|commits(?:\.[^.]+)?|head_commit|workflow_run))?)?$/;

/** Actions some of whose outputs carry names of files or branches of a pull request; the others are truth values, counts and hashes. */
const tellsNames: ReadonlyMap<string, RegExp> = new Map([
  ['tj-actions/changed-files', /_files$/],
  ['dorny/paths-filter', /_files$/],
  ['jitterbit/get-changed-files', /./],
  ['trilom/file-changes-action', /^files/],
  ['xt0rted/pull-request-comment-branch', /_ref$/],
]);

export interface UntrustedText extends Placeholder {
  /** the context, lower case: `github.event.issue.title` */
  readonly path: string;
  /** the context as it is written there */
  readonly written: string;
  readonly author: Author;
}

/** The placeholders of a text that somebody else can choose the value of. */
export function untrustedIn(text: string, step: Step): UntrustedText[] {
  return placeholdersOf(text).flatMap((placeholder) => {
    const { expression } = placeholder;
    const found = expression && untrustedOf(expression, step);
    if (!found) return [];
    const { context, author } = found;
    return [
      { ...placeholder, path: pathOf(context), written: text.slice(context.start, context.end), author },
    ];
  });
}

interface Untrusted {
  readonly context: Context;
  readonly author: Author;
}

function untrustedOf(expression: Expression, step: Step): Untrusted | undefined {
  const asJson = expression.kind === 'call' && expression.name === 'tojson';
  let mildest: Untrusted | undefined;
  for (const context of shownContextsOf(expression)) {
    const path = pathOf(context);
    const author = asJson && outsideObjects.test(path) ? 'outsider' : authorOf(context, step);
    if (author === 'outsider') return { context, author };
    if (author) mildest ??= { context, author };
  }
  return mildest;
}

/** Who chooses the value of a context; undefined for what GitHub or the workflow itself sets. */
function authorOf(context: Context, step: Step): Author | undefined {
  const path = pathOf(context);
  if (outsiders.some((pattern) => pattern.test(path)))
    return ofPullRequest.test(path) && keepsForksOut(step) ? 'insider' : 'outsider';
  const [root, name = '', third, fourth = ''] = path.split('.');
  if (root === 'inputs') return inputAuthor(name, step);
  if (path.startsWith('github.event.inputs.')) return inputAuthor(fourth, step);
  // whoever holds a token that may write sends it, often with what others said
  if (path.startsWith('github.event.client_payload')) return 'insider';
  if (path === 'github.ref_name' || path === 'github.ref')
    return step.job && hasFreeRef(step.job.workflow) ? 'insider' : undefined;
  if (root === 'env') return environmentAuthor(name, step);
  if (root === 'matrix') return matrixAuthor(step);
  if (root === 'steps' && third === 'outputs') return outputAuthor(name, fourth, step);
  if (root === 'needs' && third === 'outputs') return neededAuthor(name, fourth, step);
  return undefined;
}

/** Inputs of a fixed kind hold nothing that a shell could take for a command. */
function inputAuthor(name: string, { job, resource }: Step): Author | undefined {
  if (!job) return isFree(findKey(resource.body.peek('inputs'), name)) ? 'caller' : undefined;
  const { triggers } = job.workflow;
  const dispatched = findKey(triggers.get('workflow_dispatch')?.peek('inputs'), name);
  if (dispatched) return isFree(dispatched) ? 'insider' : undefined;
  const called = findKey(triggers.get('workflow_call')?.peek('inputs'), name);
  return called && isFree(called) ? 'caller' : undefined;
}

function isFree(input: Node | undefined): boolean {
  const type = input?.peek('type')?.content;
  return type !== 'boolean' && type !== 'number' && type !== 'choice' && type !== 'environment';
}

const lowerKeys = new WeakMap<Node, ReadonlyMap<string, Node>>();

/** An entry of a map by its lower-case key: GitHub compares names without regard to case. */
function findKey(map: Node | undefined, name: string): Node | undefined {
  if (!map) return undefined;
  let known = lowerKeys.get(map);
  if (!known) {
    known = new Map(entriesOf(map).map(([key, node]) => [key.toLowerCase(), node]));
    lowerKeys.set(map, known);
  }
  return known.get(name);
}

/** A branch or tag may be called `$(…)`; where only named branches start the workflow, there is nothing to choose. */
function hasFreeRef({ triggers }: Workflow): boolean {
  const push = triggers.get('push');
  if (triggers.has('create') || triggers.has('release')) return true;
  if (!push) return false;
  const filters = ['branches', 'tags'].flatMap((key) => {
    const list = push.peek(key)?.content;
    return Array.isArray(list) ? (list as readonly Node[]).map(({ content }) => String(content)) : [];
  });
  return filters.length === 0 || filters.some((pattern) => pattern.includes('*'));
}

function environmentAuthor(name: string, step: Step): Author | undefined {
  const { node, job } = step;
  const scopes = [node, job?.node, job?.workflow.node];
  for (const scope of scopes) {
    const value = findKey(scope?.peek('env'), name)?.content;
    if (typeof value !== 'string') continue;
    // an env that names itself is refused by GitHub, and must not loop here
    const inner = placeholdersOf(value).flatMap(({ expression }) =>
      expression ? [...shownContextsOf(expression)].filter(({ root }) => root !== 'env') : [],
    );
    return inner.map((context) => authorOf(context, step)).find((author) => author !== undefined);
  }
  return undefined;
}

/** A matrix may be filled by expressions of its own. */
function matrixAuthor(step: Step): Author | undefined {
  const matrix = step.job?.node.peek('strategy', 'matrix');
  if (!matrix) return undefined;
  let known = matrixAuthors.get(matrix);
  if (!known) {
    const inner = placeholdersOf(matrix.file.text.slice(matrix.start, matrix.end)).flatMap(
      ({ expression }) =>
        expression
          ? [...shownContextsOf(expression)].filter(({ root }) => root === 'github' || root === 'inputs')
          : [],
    );
    known = {
      author: inner.map((context) => authorOf(context, step)).find((author) => author !== undefined),
    };
    matrixAuthors.set(matrix, known);
  }
  return known.author;
}

const matrixAuthors = new WeakMap<Node, { readonly author: Author | undefined }>();

function outputAuthor(id: string, name: string, { job }: Step): Author | undefined {
  const source = job?.stepsById.get(id);
  if (source?.script) return writtenAuthor(source, name);
  if (!source?.action || !tellsNames.get(source.action.repository)?.test(name)) return undefined;
  // from version 41 on tj-actions/changed-files escapes what a shell would take for more than a name
  const escapes =
    source.action.repository === 'tj-actions/changed-files' && (majorOf(source.action) ?? 0) >= 41;
  return escapes ? undefined : 'outsider';
}

const writtenAuthors = new WeakMap<Node, Map<string, Author | undefined>>();

/** Who chooses an output that a script hands on as it came: `echo "title=$TITLE" >> "$GITHUB_OUTPUT"`. */
function writtenAuthor(source: Step, name: string): Author | undefined {
  let known = writtenAuthors.get(source.node);
  if (!known) {
    known = new Map();
    writtenAuthors.set(source.node, known);
  }
  if (!known.has(name)) {
    const written = new RegExp(
      `(?:^|[\\s"'])${name.replace(/[^\w-]/g, '')}=([^|()\`\\n]{0,500})>>.{0,40}\\bGITHUB_OUTPUT\\b`,
      'im',
    );
    const value = written.exec(String(source.script?.content ?? ''))?.[1] ?? '';
    const names = [...value.matchAll(/\$\{?(\w+)/g)].map(([, variable]) => variable!.toLowerCase());
    known.set(
      name,
      authorIn(value, source) ??
        names.map((variable) => environmentAuthor(variable, source)).find((author) => author !== undefined),
    );
  }
  return known.get(name);
}

/** Who chooses an output of a job that this one waits for. */
function neededAuthor(id: string, name: string, { job }: Step): Author | undefined {
  const needed = job?.workflow.jobsById.get(id);
  const output = findKey(needed?.node.peek('outputs'), name)?.content;
  const last = needed?.steps.at(-1);
  if (!last || typeof output !== 'string') return undefined;
  return authorIn(output, last, 'needs');
}

/** Who chooses a part of a text; chains of outputs are followed no further, so that they cannot loop. */
function authorIn(text: string, step: Step, ...passedOver: readonly string[]): Author | undefined {
  const stop = passedOver.length > 0 ? passedOver : ['steps', 'needs'];
  return placeholdersOf(text)
    .flatMap(({ expression }) => (expression ? [...shownContextsOf(expression)] : []))
    .filter(({ root }) => typeof root === 'string' && !stop.includes(root))
    .map((context) => authorOf(context, step))
    .find((author) => author !== undefined);
}

/** Events that outsiders cause and that run with the repository's own rights and secrets. */
const privilegedEvents = [
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'fork',
  'watch',
  'gollum',
];

/** The event by which an outsider starts a workflow that holds rights of the repository. */
export function privilegedTrigger({ triggers }: Workflow): string | undefined {
  return privilegedEvents.find((event) => triggers.has(event));
}

/** Whether somebody outside can start it at all. */
export function isOpenToOutsiders(workflow: Workflow): boolean {
  return workflow.triggers.has('pull_request') || privilegedTrigger(workflow) !== undefined;
}
