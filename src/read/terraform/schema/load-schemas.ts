import { ProviderSchema, type SchemaData } from './provider-schema.ts';

/** Facts are loaded only where something of their provider is declared: most repositories need one of them. */
const loaders: Readonly<Record<string, readonly (() => Promise<Partial<SchemaData>>)[]>> = {
  aws: [
    () => import('../../../../data/terraform/aws.ts'),
    () => import('../../../../data/terraform/aws-rules.ts'),
  ],
  google: [
    () => import('../../../../data/terraform/google.ts'),
    () => import('../../../../data/terraform/google-rules.ts'),
  ],
  azurerm: [
    () => import('../../../../data/terraform/azurerm.ts'),
    () => import('../../../../data/terraform/azurerm-rules.ts'),
  ],
};

const loaded = new Map<string, ProviderSchema>();

/** Loads what there is of the providers that resource types belong to by their names. */
export async function loadSchemas(types: Iterable<string>): Promise<void> {
  const wanted = new Set<string>();
  for (const type of types) wanted.add(providerOfType(type));
  for (const name of wanted) {
    const parts = Object.hasOwn(loaders, name) ? loaders[name]! : [];
    if (parts.length === 0 || loaded.has(name)) continue;
    const data = await Promise.all(parts.map((load) => load()));
    loaded.set(name, new ProviderSchema(name, Object.assign({}, ...data)));
  }
}

/** What was loaded of `hashicorp/<name>`. */
export function schemaOf(name: string): ProviderSchema | undefined {
  return loaded.get(name);
}

/** `aws` of `aws_s3_bucket` and of `data.aws_ami`. */
export function providerOfType(type: string): string {
  const name = type.startsWith('data.') ? type.slice(5) : type;
  const at = name.indexOf('_');
  return at < 0 ? name : name.slice(0, at);
}
