import type { Attribute, Block } from '../../syntax/hcl/tree.ts';

/** What Terraform itself takes in a block, whatever its type. */
export interface MetaItems {
  /** its `count` or else its `for_each`, which say how many of it there are */
  readonly repetition?: Attribute;
  readonly provider?: Attribute;
  readonly lifecycle: readonly Block[];
  readonly provisioners: readonly Block[];
}

const none: readonly Block[] = [];
const nothing: MetaItems = { lifecycle: none, provisioners: none };

/** Finds all of them in one walk, as many ask for one each. */
export function metaItemsOf({ body: { items } }: Block): MetaItems {
  let found: { -readonly [K in keyof MetaItems]: MetaItems[K] } | undefined;
  for (const item of items)
    if (item.kind === 'attribute')
      switch (item.name) {
        case 'count':
          found ??= { ...nothing };
          if (found.repetition?.name !== 'count') found.repetition = item;
          break;
        case 'for_each':
          found ??= { ...nothing };
          found.repetition ??= item;
          break;
        case 'provider':
          found ??= { ...nothing };
          found.provider ??= item;
      }
    else if (item.type === 'lifecycle') {
      found ??= { ...nothing };
      found.lifecycle = [...found.lifecycle, item];
    } else if (item.type === 'provisioner') {
      found ??= { ...nothing };
      found.provisioners = [...found.provisioners, item];
    }
  return found ?? nothing;
}
