import type { Environment } from '../environment.ts';
import { type About, workloadsOf } from './about.ts';

/** A variable of a Terraform root that a person or the pipeline has to set, or may want to. */
export interface VariableToFill {
  readonly root: string;
  readonly name: string;
  readonly description: string;
  /** whether Terraform refuses to plan without it */
  readonly required: boolean;
}

/** A secret whose value only people know. */
export interface SecretToFill {
  readonly environment: string;
  readonly region: string;
  readonly remoteName: string;
  readonly keys: readonly string[];
  readonly owner: string;
}

/** Variables of roots, as they are declared in what was written; releases fill in the others. */
export function variablesToFill(about: About): readonly VariableToFill[] {
  const { written } = about;
  const released = new Set(
    written.find(/\/release-[^/]+\.auto\.tfvars$/).map((path) => {
      const [, name] = /^(\w+) += /m.exec(written.text(path))!;
      return `${path.slice(0, path.lastIndexOf('/'))} ${name}`;
    }),
  );
  return variablesOf(about).filter(({ root, name }) => !released.has(`${root} ${name}`));
}

function variablesOf({ written }: About): readonly VariableToFill[] {
  return written.find(/^terraform\/(environments|bootstrap)\/.*\.tf$/, /^variable "/m).flatMap((path) =>
    [...written.text(path).matchAll(/^variable "(\w+)" \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
      root: path.slice(0, path.lastIndexOf('/')),
      name: name!,
      description: /description\s+= "((?:[^"\\]|\\.)*)"/.exec(body!)?.[1] ?? '',
      required: !/^ {2}default\s/m.test(body!),
    })),
  );
}

/** Secrets that the blueprint names, and those that receivers of alerts need. */
export function secretsToFill(about: About): readonly SecretToFill[] {
  return about.architecture.environments.flatMap((environment) => [
    ...appSecrets(environment),
    ...receivers(about, environment),
  ]);
}

function appSecrets(environment: Environment): SecretToFill[] {
  return workloadsOf(environment).flatMap(({ secrets, owner }) =>
    secrets
      .filter(({ kind }) => kind === 'app')
      .map(({ remoteName, properties }) => ({
        environment: environment.name,
        region: environment.region,
        remoteName,
        keys: Object.keys(properties),
        owner: owner.name,
      })),
  );
}

/** Alertmanager calls people with keys that nobody but them has. */
function receivers({ written, architecture }: About, { name, region, system }: Environment): SecretToFill[] {
  const remoteName = `${name}/${system}/alert-receivers`;
  const files = written.find(/^(observability|gitops|kubernetes)\//, new RegExp(remoteName));
  const keys = files.flatMap((path) =>
    [...written.text(path).matchAll(/property: ['"]?([\w.-]+)/g)].map(([, key]) => key!),
  );
  return files.length === 0
    ? []
    : [{ environment: name, region, remoteName, keys: [...new Set(keys)], owner: architecture.owner.name }];
}

interface PipelineSetting {
  readonly kind: 'variable' | 'secret';
  readonly name: string;
}

/** Variables and secrets of the code host that pipelines read. The token that each run has is none. */
export function pipelineSettings({ written }: About): readonly PipelineSetting[] {
  const texts = written
    .find(/^\.github\/workflows\/|^\.gitlab-ci\.yml$|^\.gitlab\/(?:image|package)\.yml$/)
    .map((path) => written.text(path));
  // of GitLab, by their names: it writes its own variables alike
  const found = texts.flatMap((text) => [
    ...text.matchAll(/\b(?:(vars)|secrets)\.([A-Z][A-Z0-9_]+)|\$((?:RELEASE|REGISTRY)_[A-Z]+)/g),
  ]);
  const named = new Map(
    found.map(([, isVariable, ofGithub, ofGitlab]) => {
      const name = ofGithub ?? ofGitlab!;
      return [name, { kind: isVariable || ofGitlab ? ('variable' as const) : ('secret' as const), name }];
    }),
  );
  return [...named.values()].filter(({ name }) => name !== 'GITHUB_TOKEN');
}
