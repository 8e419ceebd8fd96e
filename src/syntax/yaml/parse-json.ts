import type { SourceFile } from '../../model/source-file.ts';
import type { YamlDocuments } from './document.ts';
import { parseYaml } from './parse-yaml.ts';

/** Parses a JSON file into one document with the same nodes as YAML has. */
export function parseJson(file: SourceFile): YamlDocuments {
  return parseYaml(file, 'core');
}
