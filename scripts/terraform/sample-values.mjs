// Values that a provider takes for the arguments of a resource, in two variants that differ.

/** A whole body: what `choose(name, kind)` wants is filled, all else is absent; kinds are `argument`, `block`, `computed`. */
export function sampleBody(block, variant, choose) {
  const body = {};
  for (const [name, one] of Object.entries(block.attributes ?? {})) {
    const kind = one.required || one.optional ? 'argument' : 'computed';
    body[name] = choose(name, kind, one.required ?? false)
      ? sample(name, one.type, kind === 'computed' ? 0 : variant)
      : null;
  }
  for (const [name, one] of Object.entries(block.block_types ?? {})) {
    const required = (one.min_items ?? 0) > 0;
    const wanted = choose(name, 'block', required);
    // of what stands in a block only what is required tells nothing wrong
    const inner = () => sampleBody(one.block, variant, wanted === 'whole' ? choose : (_, __, must) => must);
    if (one.nesting_mode === 'single') body[name] = wanted ? inner() : null;
    else body[name] = wanted ? Array.from({ length: Math.max(1, one.min_items ?? 1) }, inner) : [];
  }
  return body;
}

function sample(name, type, variant) {
  if (type === 'bool') return variant === 0;
  if (type === 'number') return variant + 1;
  if (type === 'string') return text(name, variant);
  if (type === 'dynamic') return text(name, variant);
  const [kind, of] = type;
  if (kind === 'object')
    return Object.fromEntries(Object.entries(of).map(([key, inner]) => [key, sample(key, inner, variant)]));
  if (kind === 'map') return { [`k${variant}`]: sample(name, of, variant) };
  return [sample(name, of, variant)];
}

function text(name, variant) {
  if (/arns?$/.test(name)) return `arn:aws:iam::12345678901${variant}:role/a`;
  if (/cidr/.test(name)) return `10.${variant}.0.0/16`;
  if (/policy|json|definition|document/.test(name)) return `{"a":"${variant}"}`;
  if (/(time|timestamp|date)$/.test(name)) return `202${variant}-01-01T00:00:00Z`;
  return `a${variant}`;
}
