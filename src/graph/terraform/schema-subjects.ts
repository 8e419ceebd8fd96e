import type { SourceFile } from '../../model/source-file.ts';
import { Undecided, Unknown } from '../../model/unknown.ts';
import { constantText } from '../../read/terraform/constant.ts';
import type { ModuleInstance } from '../../read/terraform/instance.ts';
import { requiredProviders } from '../../read/terraform/required-providers.ts';
import type { TerraformResource } from '../../read/terraform/resource.ts';
import type { VersionSet } from '../../read/terraform/schema/block-schema.ts';
import { schemaOf } from '../../read/terraform/schema/load-schemas.ts';
import type { ProviderSchema } from '../../read/terraform/schema/provider-schema.ts';
import { type SchemaViolation, validateBlock } from '../../read/terraform/schema/validate-block.ts';
import { bodyOfBlock, type WrittenBody } from '../../read/terraform/schema/written-body.ts';
import { attributeOf } from '../../read/terraform/written.ts';
import type { Expression } from '../../syntax/hcl/tree.ts';
import type { Graph } from '../graph.ts';
import type { Selector, Subject } from '../selector.ts';
import { localProvider, rootName } from './local-provider.ts';
import { type Admitted, admittedVersions } from './provider-versions.ts';
import { uniqueBlocks } from './unique-blocks.ts';

/** A resource or data source of a provider that there are facts about. */
export interface SchemaSubject extends Subject {
  readonly resource: TerraformResource;
  readonly facts: Facts;
  /** described versions that may be used and have its type */
  readonly versions: VersionSet;
  /** its block as it is written; made once for all checks that ask */
  readonly written: WrittenBody;
  /** what does not fit; found out once for all checks that ask. @throws Undecided where no described version may be used */
  readonly violations: readonly SchemaViolation[];
}

/** What is known of a resource's provider. */
export interface Facts extends Admitted {
  readonly schema: ProviderSchema;
}

/** Resources and data sources of AWS, Google Cloud and Azure, each block once. */
export const schemaSubjects: Selector<SchemaSubject> = {
  of: 'resources and data sources of AWS, Google Cloud and Azure',
  find: (graph) => {
    const found: SchemaSubject[] = [];
    for (const resource of uniqueBlocks(graph)) {
      const { type } = resource.block;
      if (type !== 'resource' && type !== 'data') continue;
      const facts = factsOf(graph, resource.instance, resource);
      if (facts) found.push(new Judged(resource, facts));
    }
    return found;
  },
};

class Judged implements SchemaSubject {
  private found: readonly SchemaViolation[] | undefined;
  private body: WrittenBody | undefined;

  readonly versions: VersionSet;

  constructor(
    readonly resource: TerraformResource,
    readonly facts: Facts,
  ) {
    this.versions = facts.versions & (facts.schema.type(resource.type)?.versions ?? 0);
  }

  get node(): Subject['node'] {
    return this.resource.body;
  }

  get written(): WrittenBody {
    const { file, block } = this.resource.declared;
    this.body ??= bodyOfBlock(file, block);
    return this.body;
  }

  get violations(): readonly SchemaViolation[] {
    this.found ??= violationsOf(this);
    return this.found;
  }
}

function violationsOf(subject: SchemaSubject): readonly SchemaViolation[] {
  const { resource, facts } = subject;
  needFacts(resource, facts);
  const type = facts.schema.type(resource.type);
  // a type that the versions in question lack is told by itself
  if (!type || (type.versions & facts.versions) === 0) return [];
  const { instance, bindings } = resource;
  const isSet = (home: SourceFile, value: Expression) => {
    const result = instance.configuration.evaluate(home, value, { instance, bindings });
    return result.data instanceof Unknown ? result.data.present : !result.isNull;
  };
  return validateBlock(subject.written, type.block, type.versions & facts.versions, isSet);
}

/** @throws Undecided where the root may run with no version that is described */
export function needFacts(resource: TerraformResource, { versions, schema }: Facts): void {
  if (versions !== 0) return;
  const described = schema.versions.map((version) => version.join('.')).join(', ');
  throw new Undecided(
    resource.body,
    `the provider ${schema.name} is held to a version that Plinth does not describe (it knows ${described})`,
  );
}

const known = Symbol('facts by module instance and the name that it has for a provider');

/** What is known of the provider of a block of a module; `undefined` where there are no facts about it. */
export function factsOf(
  graph: Graph,
  instance: ModuleInstance,
  block: Parameters<typeof localProvider>[0],
): Facts | undefined {
  const byInstance = graph.derive(known, () => new Map<ModuleInstance, Map<string, Facts | undefined>>());
  let byName = byInstance.get(instance);
  if (!byName) {
    byName = new Map();
    byInstance.set(instance, byName);
  }
  const local = localProvider(block);
  let facts = byName.get(local);
  if (facts === undefined && !byName.has(local)) {
    facts = factsOfProvider(graph, instance, local);
    byName.set(local, facts);
  }
  return facts;
}

function factsOfProvider(graph: Graph, instance: ModuleInstance, local: string): Facts | undefined {
  const [namespace, name = ''] = providerSource(instance, local).split('/');
  const schema = namespace === 'hashicorp' ? schemaOf(name) : undefined;
  return schema && { schema, ...admittedVersions(graph, instance, schema) };
}

/** `hashicorp/google-beta` for what a module calls `google`, where its call passes that provider under the name. */
function providerSource({ source, call }: ModuleInstance, local: string): string {
  const passed = call && attributeOf(call.declared.block.body.items, 'providers')?.value;
  const item =
    passed?.kind === 'object' ? passed.items.find(({ key }) => constantText(key) === local) : undefined;
  const outer = item && rootName(item.value);
  if (call && outer !== undefined && outer !== local) return providerSource(call.parent, outer);
  return requiredProviders(source).get(local)?.source ?? `hashicorp/${local}`;
}
