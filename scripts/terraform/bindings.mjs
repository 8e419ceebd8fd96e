// Reads the schema of a Terraform provider out of the typed bindings that CDK for Terraform publishes for it: which
// arguments a type takes, which of them are required, and what it exports, as each generated class says of itself.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, block } from './schema-tree.mjs';

/** resource types and data sources (`data.` in front) of the bindings in a package folder, by name */
export function readBindings(folder) {
  const types = new Map();
  for (const entry of readdirSync(join(folder, 'lib'), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const found = readType(join(folder, 'lib', entry.name));
    if (found) types.set(found.name, found.body);
  }
  return types;
}

function readType(folder) {
  let code = '';
  let declarations = '';
  for (const file of readdirSync(folder, { recursive: true })) {
    if (file.endsWith('.d.ts')) declarations += readFileSync(join(folder, file), 'utf8');
    else if (file.endsWith('.js')) code += `${readFileSync(join(folder, file), 'utf8')}\n`;
  }
  const name = /terraformResourceType: '(\w+)'/.exec(code)?.[1];
  const kind = /^class (\w+) extends \w+\.Terraform(Resource|DataSource) /m.exec(code);
  if (!name || !kind) return undefined;
  const reading = new Reading(code, declarations);
  return {
    name: kind[2] === 'DataSource' ? `data.${name}` : name,
    body: reading.body(kind[1], `${kind[1]}Config`),
  };
}

class Reading {
  within = new Set();

  constructor(code, declarations) {
    this.classes = new Map(sections(code, /^class (\w+) extends .*$/gm));
    this.interfaces = new Map(sections(declarations, /^export interface (\w+) .*$/gm));
    // what writes a struct down names its attributes; the functions stand between classes
    this.writers = new Map(sections(code, /^function (\w+)ToHclTerraform\(.*$/gm));
  }

  /** `settings` is the interface that says what may be set; nothing may where there is none */
  body(className, settings) {
    const section = this.classes.get(className) ?? '';
    const writer = /^ {4}synthesizeHclAttributes\(\) \{[\s\S]*?^ {4}\}/m.exec(section)?.[0];
    return this.parts(section, settings, writer ?? '');
  }

  struct(name, settable) {
    // a struct inside of itself: whatever stands there is not judged
    if (this.within.has(name)) return { ...block(), open: true };
    this.within.add(name);
    const writer = this.writers.get(name.charAt(0).toLowerCase() + name.slice(1));
    const made = this.parts(
      this.classes.get(`${name}OutputReference`) ?? '',
      name,
      settable ? (writer ?? '').split(/^\}/m)[0] : '',
    );
    this.within.delete(name);
    return made;
  }

  parts(section, settings, writer) {
    const made = block();
    const required = requiredIn(this.interfaces.get(settings) ?? '');
    const byName = new Map();
    for (const [, type, name, set] of section.matchAll(
      /(?:this\.)?_\w+ = new (?:\w+\.)?(\w+)\(this, "(\w+)"(?:, (true|false))?\)/g,
    ))
      byName.set(name, { type, set: set === 'true' });
    for (const [, name, value, isBlock, shape, storage] of writer.matchAll(
      /(\w+): \{\s*value: (.*),\s*isBlock: (\w+),\s*type: "(\w+)",\s*storageClassType: "(\w+)",/g,
    )) {
      const of = /(\w+)ToHclTerraform\)?(?:, \w+\))?\(/.exec(value)?.[1];
      if (isBlock === 'true' && of && !/^(string|number|boolean)$/.test(of)) {
        const single = byName.get(name)?.type.endsWith('OutputReference');
        made.blocks.set(name, {
          mode: shape === 'struct' ? 'single' : shape,
          min: required.has(name) ? 1 : 0,
          max: single && shape !== 'struct' ? 1 : 0,
          body: this.struct(of.charAt(0).toUpperCase() + of.slice(1), true),
        });
      } else
        made.attributes.set(name, attribute(typeOf(shape, storage), required.has(name) ? 'required' : ''));
    }
    for (const [, call, name] of section.matchAll(
      /return (?:\w+\.Fn\.)?((?:tolist\()?this\.\w+)\('(\w+)'\)/g,
    ))
      if (!made.attributes.has(name) && !made.blocks.has(name))
        made.attributes.set(name, attribute(exported(call), 'computed'));
    for (const [name, { type, set }] of byName) {
      if (made.attributes.has(name) || made.blocks.has(name)) continue;
      made.attributes.set(name, attribute(this.exportedPart(type, set), 'computed'));
    }
    return made;
  }

  exportedPart(type, set) {
    const plain = /^(String|Number|Boolean)Map$/.exec(type)?.[1];
    if (plain) return { is: 'map', of: plain.toLowerCase() === 'boolean' ? 'bool' : plain.toLowerCase() };
    const list = /^(\w+?)(List|Map|OutputReference)$/.exec(type);
    if (!list || !this.classes.has(`${list[1]}OutputReference`)) return 'any';
    const of = { is: 'object', body: this.struct(list[1], false) };
    if (list[2] === 'OutputReference') return of;
    return { is: list[2] === 'Map' ? 'map' : set ? 'set' : 'list', of };
  }
}

function* sections(text, head) {
  const heads = [...text.matchAll(head)];
  for (const [at, match] of heads.entries())
    yield [match[1], text.slice(match.index, heads[at + 1]?.index ?? text.length)];
}

/** The names behind `readonly name: …` of an interface; each is told by the link to its documentation. */
function requiredIn(section) {
  const names = new Set();
  for (const [, name, optional] of section.matchAll(
    /#(\w+) \w+#\w+\}(?:(?!\*\/)[\s\S])*\*\/\s*readonly \w+(\?)?:/g,
  ))
    if (!optional) names.add(name);
  return names;
}

/** `stringListMap` of shape map is a map of lists of texts. */
function typeOf(shape, storage) {
  const base = /^(string|number|boolean|any)/.exec(storage)?.[1];
  if (!base) return 'any';
  let type = base === 'boolean' ? 'bool' : base;
  const layers = storage.slice(base.length).match(/List|Map/g) ?? [];
  for (const [at, layer] of layers.entries())
    type = { is: at === layers.length - 1 && shape === 'set' ? 'set' : layer.toLowerCase(), of: type };
  return type;
}

function exported(call) {
  const [, base = 'String', layer] = /this\.get(String|Number|Boolean)?(List|Map)?Attribute/.exec(call) ?? [];
  if (!call.includes('this.get')) return 'any';
  const type = base === 'Boolean' ? 'bool' : base.toLowerCase();
  if (!layer) return /getAnyMap|interpolation/.test(call) ? 'any' : type;
  return { is: call.startsWith('tolist(') ? 'set' : layer.toLowerCase(), of: type };
}
