// Finds out by asking a running provider what its schema does not say: which arguments exclude each other, of which one must
// be given, and which of them replace the resource when they change.
import { pack } from './message-pack.mjs';
import { sampleBody } from './sample-values.mjs';

/** `exactlyOne` and `atLeastOne`: lists of names; `conflicts`: pairs of names */
export async function probeRules(provider, type, block) {
  const settable = namesIn(block);
  const required = (_, kind, must) => kind !== 'computed' && must;
  const bare = await messagesFor(provider, type, sampleBody(block, 0, required));
  const full = await messagesFor(
    provider,
    type,
    sampleBody(block, 0, (_, kind) => kind !== 'computed'),
  );
  const exclusive = new Set(full.flatMap((text) => groupIn(text, onlyOne) ?? []));
  const suspects = new Set(full.flatMap((text) => clashIn(text)).filter((name) => settable.has(name)));
  const groups = { exactlyOne: [], atLeastOne: [], conflicts: [] };
  const seen = new Set();
  for (const text of bare) {
    const group = groupIn(text, mustHave);
    if (!group?.every((name) => settable.has(name)) || seen.has(group.join())) continue;
    seen.add(group.join());
    groups[group.every((name) => exclusive.has(name)) ? 'exactlyOne' : 'atLeastOne'].push(group);
  }
  const inGroup = (a, b) => groups.exactlyOne.some((group) => group.includes(a) && group.includes(b));
  const names = [...suspects].sort();
  for (const [at, a] of names.entries())
    for (const b of names.slice(at + 1)) {
      if (inGroup(a, b)) continue;
      const body = sampleBody(
        block,
        0,
        (name, kind, must) => required(name, kind, must) || name === a || name === b,
      );
      const told = await messagesFor(provider, type, body);
      const clash = told.map(clashIn).some((involved) => involved.includes(a) && involved.includes(b));
      if (clash) groups.conflicts.push([a, b]);
    }
  return groups;
}

/**
 * Names of the arguments that replace a resource when they change; nested ones with dots. Each is changed beside as little as
 * possible and beside all else, since either alone may be something that the provider does not plan.
 */
export async function probeReplacements(provider, type, block) {
  const found = new Set();
  for (const name of namesIn(block))
    for (const isAlone of [true, false]) {
      const choose = (key, kind, must) => {
        if (key === name) return kind === 'block' ? 'whole' : true;
        if (kind === 'computed' || must) return true;
        return !isAlone && key !== 'timeouts' && key !== 'tags_all' && (kind === 'block' ? 'whole' : true);
      };
      const prior = sampleBody(block, 0, choose);
      const proposed = { ...prior, [name]: sampleBody(block, 1, choose)[name] };
      for (const path of await replacedBy(provider, type, block, prior, proposed))
        if (path[0] === name) found.add(path.join('.'));
    }
  return [...found].sort();
}

async function replacedBy(provider, type, block, prior, proposed) {
  const computed = Object.entries(block.attributes).filter(([, one]) => !one.required && !one.optional);
  const config = { ...proposed, ...Object.fromEntries(computed.map(([key]) => [key, null])) };
  const { requires_replace: paths } = await provider.call('PlanResourceChange', {
    type_name: type,
    prior_state: { msgpack: pack(prior) },
    proposed_new_state: { msgpack: pack(proposed) },
    config: { msgpack: pack(config) },
  });
  return paths.map(({ steps }) =>
    steps.flatMap((step) => (step.selector === 'attribute_name' ? [step.attribute_name] : [])),
  );
}

function namesIn(block) {
  const settable = Object.entries(block.attributes ?? {}).filter(([, one]) => one.required || one.optional);
  const names = [...settable.map(([name]) => name), ...Object.keys(block.block_types ?? {})];
  return new Set(names.filter((name) => !['id', 'timeouts', 'tags_all'].includes(name)));
}

async function messagesFor(provider, type, body) {
  const { diagnostics } = await provider.call('ValidateResourceTypeConfig', {
    type_name: type,
    config: { msgpack: pack(body) },
  });
  return diagnostics.map(({ summary, detail }) => `${summary} ${detail}`.replaceAll('\n', ' '));
}

const mustHave = [
  /one of `([^`]+)` must be specified/,
  /(?:Exactly|At least) one of these attributes must be configured: \[([^\]]+)\]/,
  /No attribute specified when one \(and only one\) of \[([^\]]+)\] is required/,
  /At least one attribute out of \[([^\]]+)\] must be specified/,
];
const onlyOne = [
  /only one of `([^`]+)` can be specified/,
  /Exactly one of these attributes must be configured: \[([^\]]+)\]/,
  /specified when one \(and only one\) of \[([^\]]+)\] is required/,
];

function groupIn(text, patterns) {
  for (const pattern of patterns) {
    const names = pattern.exec(text)?.[1];
    if (names)
      return names
        .split(/[, ]+/)
        .map((name) => name.replaceAll('"', '').replace('.<.', ''))
        .sort();
  }
  return undefined;
}

/** The names that a message of a conflict speaks of. */
function clashIn(text) {
  const pair = /"(\w+)": conflicts with (\w+)/.exec(text);
  if (pair) return pair.slice(1);
  const cannot = /These attributes cannot be configured together: \[([^\]]+)\]/.exec(text)?.[1];
  if (cannot) return cannot.split(/[, ]+/);
  const specified = /Attribute "(\w+)" cannot be specified when "(\w+)" is specified/.exec(text);
  return specified ? specified.slice(1) : (groupIn(text, onlyOne) ?? []);
}
