import type { Problem } from '../../model/problem.ts';
import type { Repository } from '../../model/repository.ts';
import type { Unit } from '../../model/resource.ts';
import { SourceFile } from '../../model/source-file.ts';
import { environmentFields } from '../environment.ts';
import type { Reader, Reading, ReadOptions } from '../reader.ts';
import type { Configuration, Given } from './configuration.ts';
import { evaluateAt } from './evaluate-at.ts';
import { ModuleInstance } from './instance.ts';
import { checkCalls, configurationByFolder, findRoots, isTerraform, type Root } from './layout.ts';
import { Limits } from './limits.ts';
import { collectModule, type ModuleSource } from './module-source.ts';
import { parseExpression, parseFile, parseVariables } from './parse-file.ts';
import { joinPath } from './paths.ts';
import type { TerraformResource } from './resource.ts';
import { collectResources } from './resources.ts';
import { loadSchemas } from './schema/load-schemas.ts';
import { generatedFolders, reportTerragrunt } from './terragrunt.ts';

export const terraformReader: Reader = { name: 'terraform', read: readTerraform };

async function readTerraform(repository: Repository, options: ReadOptions): Promise<Reading> {
  const folders = configurationByFolder(repository.paths);
  const modules = new Map<string, ModuleSource>();
  const generates = generatedFolders(repository, [...folders.keys()]);
  const unseen = configurationByFolder(repository.unseen);
  for (const [folder, paths] of folders) {
    const missing = unseen.get(folder)?.[0];
    const lost = generates(folder)
      ? 'Terragrunt may add files to the module'
      : missing && `${missing} is not read`;
    modules.set(folder, readModule(repository, folder, paths, lost));
  }
  checkCalls(modules, repository.report);
  reportTerragrunt(repository);
  const limits = new Limits(repository.report);
  const units: Unit[] = [];
  const resources: TerraformResource[] = [];
  for (const root of findRoots(modules, repository.paths, options.varFiles)) {
    const unit = unitOf(root, options);
    units.push(unit);
    const instance = new ModuleInstance(
      configurationOf(repository, root, unit, modules, options, limits),
      modules.get(root.folder)!,
      '',
    );
    for (const resource of collectResources(instance)) resources.push(resource);
  }
  await loadSchemas(typesIn(modules.values()));
  return { units, resources, files: repository.paths.filter(isTerraform) };
}

/** Resource types and data sources that are declared anywhere. */
function* typesIn(modules: Iterable<ModuleSource>): Iterable<string> {
  for (const { resources, data } of modules) {
    for (const key of resources.keys()) yield key;
    for (const key of data.keys()) yield key;
  }
}

function readModule(
  repository: Repository,
  folder: string,
  paths: readonly string[],
  missing?: string,
): ModuleSource {
  let lost = missing;
  const parsed = paths.flatMap((path) => {
    const file = repository.read(path);
    if (!file) lost = `${path} cannot be read`;
    return file ? [{ file, items: parseFile(file, tell) }] : [];
  });
  function tell(problem: Problem): void {
    if (problem.kind === 'unreadable') lost = `${problem.path} cannot be read to its end`;
    repository.report(problem);
  }
  return collectModule(folder, parsed, repository.report, lost);
}

function unitOf({ folder, variant }: Root, options: ReadOptions): Unit {
  return {
    id: variant ? `terraform:${folder} (${variant})` : `terraform:${folder}`,
    kind: 'terraform',
    path: folder,
    ...environmentFields(options, variant ?? folder, variant ?? `${folder}/`),
  };
}

function configurationOf(
  repository: Repository,
  root: Root,
  unit: Unit,
  modules: Map<string, ModuleSource>,
  options: ReadOptions,
  limits: Limits,
): Configuration {
  return {
    unit,
    folder: root.folder,
    repository,
    modules,
    given: givenVariables(repository, root, modules.get(root.folder)!, options),
    installed: installedModules(repository, root.folder, modules),
    budget: limits.budget(),
    evaluate: evaluateAt,
    report: repository.report,
    limits,
  };
}

const nothingGiven: ReadonlyMap<string, Given> = new Map();
const nothingInstalled: ReadonlyMap<string, string> = new Map();

/** Values from variables files in their order, then those of `--var`. */
function givenVariables(
  repository: Repository,
  root: Root,
  module: ModuleSource,
  options: ReadOptions,
): ReadonlyMap<string, Given> {
  const vars = Object.entries(options.vars);
  if (root.varFiles.length === 0 && vars.length === 0) return nothingGiven;
  const given = new Map<string, Given>();
  for (const path of root.varFiles) {
    const file = repository.read(path);
    if (!file) {
      if (options.varFiles.includes(path))
        repository.report({ kind: 'configuration', message: 'there is no such variables file', path });
      continue;
    }
    for (const { name, expression } of parseVariables(file, repository.report))
      given.set(name, { file, expression, by: path });
  }
  for (const [name, text] of vars) {
    if (!module.variables.has(name)) continue;
    const file = new SourceFile(`--var ${name}`, text);
    given.set(name, {
      file,
      expression: parseExpression(file, isText(module, name), repository.report),
      by: '--var',
    });
  }
  return given;
}

/** Source: Terraform documentation, Variables on the Command Line: a string variable takes the text as it is, others an expression. */
function isText(module: ModuleSource, name: string): boolean {
  const type = module.variables
    .get(name)
    ?.block.body.items.find((item) => item.kind === 'attribute' && item.name === 'type');
  if (type?.kind !== 'attribute') return true;
  return type.value.kind === 'variable' && type.value.name === 'string';
}

/** Modules that `terraform init` laid into `.terraform/modules`, read where they lie; their folders join `modules`. */
function installedModules(
  repository: Repository,
  folder: string,
  modules: Map<string, ModuleSource>,
): ReadonlyMap<string, string> {
  const manifest = joinPath(folder, '.terraform/modules/modules.json');
  if (!repository.has(manifest)) return nothingInstalled;
  const installed = new Map<string, string>();
  for (const { Key, Dir } of parseManifest(repository.read(manifest)?.text, manifest, repository.report)) {
    const at = joinPath(folder, Dir);
    if (Key === '' || !Dir.startsWith('.terraform/')) continue;
    installed.set(Key, at);
    if (modules.has(at)) continue;
    const paths = repository.list(at).map((name) => joinPath(at, name));
    for (const [, own] of configurationByFolder(paths)) modules.set(at, readModule(repository, at, own));
  }
  return installed;
}

interface InstalledModule {
  readonly Key: string;
  readonly Dir: string;
}

function parseManifest(
  text: string | undefined,
  path: string,
  report: (problem: Problem) => void,
): readonly InstalledModule[] {
  if (text === undefined) return [];
  try {
    const { Modules } = JSON.parse(text) as { Modules?: unknown };
    if (Array.isArray(Modules))
      return Modules.filter(
        (one): one is InstalledModule => typeof one?.Key === 'string' && typeof one?.Dir === 'string',
      );
  } catch {
    // told below
  }
  report({
    kind: 'unreadable',
    message: 'the list of installed modules cannot be read: run terraform init again',
    path,
  });
  return [];
}
