// The shape that both readers of provider schemas give: `block()` holds attributes and nested blocks by name.

export function block() {
  return { attributes: new Map(), blocks: new Map() };
}

/** `role`: `required`, `computed` (it can only be read), or empty for what may be set; `deprecated` where it is known */
export function attribute(type, role, deprecated) {
  return { type, role, deprecated };
}

/** Types of the output of `terraform providers schema -json`, by name, with `data.` in front of data sources. */
export function readProviderSchema(schema) {
  const types = new Map();
  for (const [name, { block }] of Object.entries(schema.resource_schemas ?? {}))
    types.set(name, readBlock(block));
  for (const [name, { block }] of Object.entries(schema.data_source_schemas ?? {}))
    types.set(`data.${name}`, readBlock(block));
  return types;
}

function readBlock({ attributes = {}, block_types: nested = {} }) {
  const made = block();
  for (const [name, one] of Object.entries(attributes)) {
    const role = one.required ? 'required' : one.optional ? '' : 'computed';
    const type = readType(one.type);
    // an argument of objects is also written as blocks: the SDK's "attributes as blocks"
    if (role !== 'computed' && typeof type === 'object' && type.of?.is === 'object')
      made.blocks.set(name, {
        mode: type.is,
        min: role === 'required' ? 1 : 0,
        max: 0,
        body: settable(type.of.body),
        either: true,
        deprecated: one.deprecated ?? false,
      });
    else made.attributes.set(name, attribute(type, role, one.deprecated ?? false));
  }
  for (const [name, one] of Object.entries(nested))
    made.blocks.set(name, {
      mode: one.nesting_mode,
      min: one.min_items ?? 0,
      max: one.max_items === 1 ? 1 : 0,
      body: readBlock(one.block),
      either: false,
      deprecated: one.block.deprecated ?? false,
    });
  return made;
}

/** What is in an object of an argument may be set. */
function settable(body) {
  const made = block();
  for (const [name, { type }] of body.attributes) {
    if (typeof type === 'object' && type.of?.is === 'object')
      made.blocks.set(name, { mode: type.is, min: 0, max: 0, body: settable(type.of.body), either: true });
    else made.attributes.set(name, attribute(type, ''));
  }
  return made;
}

function readType(type) {
  if (type === 'dynamic') return 'any';
  if (typeof type === 'string') return type;
  const [is, of] = type;
  if (is === 'object') {
    const body = block();
    for (const [name, inner] of Object.entries(of))
      body.attributes.set(name, attribute(readType(inner), 'computed'));
    return { is, body };
  }
  return is === 'tuple' ? 'any' : { is, of: readType(of) };
}
