// What the harness of the HCL specification's suite needs of the project, as one bundle.
export { Budget } from '../src/read/terraform/language/budget.ts';
export { convert } from '../src/read/terraform/language/convert.ts';
export { equals } from '../src/read/terraform/language/equality.ts';
export { evaluate } from '../src/read/terraform/language/evaluate.ts';
export { Failure } from '../src/read/terraform/language/failure.ts';
export { anyType, conforms } from '../src/read/terraform/language/type.ts';
export { parseType } from '../src/read/terraform/language/type-constraint.ts';
export {
  commonElement,
  listValue,
  mapValue,
  nullValue,
  objectValue,
  untypedNull,
} from '../src/read/terraform/language/value.ts';
export { jsonToBody } from '../src/syntax/hcl/json-body.ts';
export { parseHcl } from '../src/syntax/hcl/parse-hcl.ts';
export { parseHclJson } from '../src/syntax/hcl/parse-hcl-json.ts';
