import { Expression, type YamlValue, yamlStream } from '../../yaml/yaml.ts';
import { plain } from '../plain.ts';

/** Expressions that stand in a template; they get in last, so that nothing else in it can be taken for one. */
export class Expressions {
  readonly #texts: ((column: number) => string)[] = [];

  /** @param text of the template, for what is below in that column */
  add(text: (column: number) => string): Expression {
    const at = this.#texts.push(text) - 1;
    return new Expression((column) => `@@expression-${at}-${column}@@`);
  }

  /** What reads a value by its name, in the way that its kind needs. */
  reading(name: string, value: YamlValue): Expression {
    const from = reference(name);
    const example = plain(value);
    if (typeof example === 'string') return this.add(() => `{{ ${from} | quote }}`);
    if (typeof example === 'object' && example !== null)
      return this.add((column) => `{{- toYaml ${bracketed(from)} | nindent ${column} }}`);
    return this.add(() => `{{ ${from} }}`);
  }

  /** Manifests as the text of a template. */
  print(objects: readonly YamlValue[]): string {
    return yamlStream(objects)
      .replaceAll('{{', '{{ "{{" }}')
      .replaceAll(/@@expression-(\d+)-(\d+)@@/g, (_, at: string, column: string) =>
        this.#texts[Number(at)]!(Number(column)),
      );
  }
}

/** `.Values.scale.min`; names that are no identifiers are looked up. */
function reference(name: string): string {
  const path = name.split('.');
  return path.every((key) => /^[A-Za-z_]\w*$/.test(key))
    ? `.Values.${name}`
    : `index .Values ${path.map((key) => `"${key}"`).join(' ')}`;
}

function bracketed(from: string): string {
  return from.includes(' ') ? `(${from})` : from;
}
