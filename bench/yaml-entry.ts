export { SourceFile } from '../src/model/source-file.ts';
export { Problems, Unreadable } from '../src/syntax/yaml/document.ts';
export { parseFully } from '../src/syntax/yaml/full-parser.ts';
export { parseJson } from '../src/syntax/yaml/parse-json.ts';
export { parseYaml } from '../src/syntax/yaml/parse-yaml.ts';
export { splitDocuments } from '../src/syntax/yaml/split.ts';
