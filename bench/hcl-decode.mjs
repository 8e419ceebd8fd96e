// Decodes an HCL body by a specification in the hcldec format, as far as the HCL specification's suite uses it:
// literal, object, attr, block, block_list, block_map. Source: hashicorp/hcl, cmd/hcldec/spec-format.md.

/**
 * @param plinth the modules of the entry bundle
 * @param evaluate gives the value of an expression: `(expression, variables, report) => Value`
 */
export function decoder(plinth, evaluate) {
  const {
    anyType,
    commonElement,
    convert,
    Failure,
    listValue,
    mapValue,
    nullValue,
    objectValue,
    parseType,
    untypedNull,
  } = plinth;
  const noVariables = new Map();

  /** The value of an attribute of the specification itself. */
  function setting(spec, name) {
    const found = spec.body.items.find((item) => item.kind === 'attribute' && item.name === name);
    return found && evaluate(found.value, noVariables, fail);
  }

  function fail({ message }) {
    throw new Error(`the specification is wrong: ${message}`);
  }

  function nested(spec) {
    const blocks = spec.body.items.filter((item) => item.kind === 'block');
    if (blocks.length !== 1) throw new Error(`"${spec.type}" needs one block in it`);
    return blocks[0];
  }

  function typeOf(spec) {
    const found = spec.body.items.find((item) => item.kind === 'attribute' && item.name === 'type');
    return found ? parseType(found.value, (value) => evaluate(value, noVariables, fail), fail).type : anyType;
  }

  const nameOf = (spec, key) => setting(spec, key)?.text ?? spec.labels[0]?.text;

  /** The names of attributes and the types of blocks that a specification looks for in one body. */
  function wanted(spec, attributes = new Set(), blocks = new Set()) {
    if (spec.type === 'attr') attributes.add(nameOf(spec, 'name'));
    else if (spec.type.startsWith('block')) blocks.add(nameOf(spec, 'block_type'));
    else for (const item of spec.body.items) if (item.kind === 'block') wanted(item, attributes, blocks);
    return { attributes, blocks };
  }

  function decodeBody(body, spec, context) {
    const { attributes, blocks } = wanted(spec);
    for (const item of body.items) {
      const isBlock = item.kind === 'block';
      const name = isBlock ? item.type : item.name;
      if (!(isBlock ? blocks : attributes).has(name))
        context.report({
          message: `"${name}" is not expected here`,
          start: item.start,
          end: item.start + name.length,
        });
    }
    return decode(body, spec, context);
  }

  function decode(body, spec, context) {
    switch (spec.type) {
      case 'literal':
        return setting(spec, 'value');
      case 'object': {
        const parts = spec.body.items.filter((item) => item.kind === 'block');
        return objectValue(new Map(parts.map((part) => [part.labels[0].text, decode(body, part, context)])));
      }
      case 'attr': {
        const name = nameOf(spec, 'name');
        const type = typeOf(spec);
        const found = body.items.find((item) => item.kind === 'attribute' && item.name === name);
        if (!found) return nullValue(type);
        const value = convert(evaluate(found.value, context.variables, context.report), type);
        if (!(value instanceof Failure)) return value;
        context.report({ message: value.message, start: found.value.start, end: found.value.end });
        return nullValue(type);
      }
      case 'block': {
        const [block] = blocksOf(body, spec);
        return block ? decodeBody(block.body, nested(spec), context) : untypedNull;
      }
      case 'block_list': {
        const values = blocksOf(body, spec).map((block) => decodeBody(block.body, nested(spec), context));
        return listValue(values, commonElement(values, anyType));
      }
      case 'block_map': {
        const labels = setting(spec, 'labels').items.length;
        const entries = blocksOf(body, spec).map((block) => [
          block,
          decodeBody(block.body, nested(spec), context),
        ]);
        return byLabels(entries, 0, labels);
      }
      default:
        throw new Error(`the harness does not know the specification "${spec.type}"`);
    }
  }

  function blocksOf(body, spec) {
    const type = nameOf(spec, 'block_type');
    return body.items.filter((item) => item.kind === 'block' && item.type === type);
  }

  function byLabels(entries, level, levels) {
    if (level === levels) return entries[0][1];
    const groups = grouped(entries, ([block]) => block.labels[level].text);
    const values = new Map([...groups].map(([label, group]) => [label, byLabels(group, level + 1, levels)]));
    return mapValue(values, commonElement(values.values(), anyType));
  }

  return decodeBody;
}

function grouped(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
