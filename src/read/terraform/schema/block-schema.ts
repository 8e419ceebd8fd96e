/** Described versions of a provider as bits: the oldest is 1. */
export type VersionSet = number;

export type ArgumentType =
  | 'string'
  | 'number'
  | 'bool'
  | 'any'
  | { readonly is: 'list' | 'set' | 'map'; readonly of: ArgumentType }
  | { readonly is: 'object'; readonly block: BlockSchema };

/** What a name in a block stands for in some versions of the provider. */
export interface Entry {
  readonly name: string;
  readonly kind: 'argument' | 'block';
  /** versions that it holds in, of those that have the block around it */
  readonly versions: VersionSet;
  /** an argument must be given, a block at least once */
  readonly required: boolean;
  /** it can be read only */
  readonly computed: boolean;
  readonly deprecated: boolean;
  /** a block may stand once at most */
  readonly once: boolean;
  /** a block that may also be written as an argument */
  readonly either: boolean;
  /** of an argument */
  readonly type: ArgumentType;
  /** of a block */
  readonly body?: BlockSchema;
}

/** What a resource type or nested block takes and gives. */
export interface BlockSchema {
  /** by name; several where versions differ */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** those of them that are required in some version: few, and looked through for every block */
  readonly demanded: readonly (readonly [string, readonly Entry[]])[];
  /** it takes more than is known */
  readonly open: boolean;
}

/** A resource type or data source, and the versions that have it. */
export interface TypeSchema {
  readonly block: BlockSchema;
  readonly versions: VersionSet;
}
