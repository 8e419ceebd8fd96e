import { assumptionFunctions } from './assumptions.ts';
import { collectionFunctions } from './collections.ts';
import { conversionFunctions } from './conversions.ts';
import { dateFunctions } from './dates.ts';
import { encodingFunctions } from './encoding.ts';
import { fileFunctions } from './files.ts';
import { formatFunctions } from './format.ts';
import type { Definition } from './function.ts';
import { hashFunctions } from './hashes.ts';
import { mappingFunctions } from './mappings.ts';
import { networkFunctions } from './networks.ts';
import { numericFunctions } from './numeric.ts';
import { regularExpressionFunctions } from './regular-expressions.ts';
import { sequenceFunctions } from './sequences.ts';
import { setFunctions } from './sets.ts';
import { stringFunctions } from './strings.ts';

/** All functions of Terraform 1.11 and OpenTofu that take values; `try`, `can` and `convert` take expressions. */
const table: ReadonlyMap<string, Definition> = new Map(
  [
    numericFunctions,
    stringFunctions,
    formatFunctions,
    regularExpressionFunctions,
    collectionFunctions,
    sequenceFunctions,
    mappingFunctions,
    setFunctions,
    conversionFunctions,
    assumptionFunctions,
    encodingFunctions,
    hashFunctions,
    dateFunctions,
    networkFunctions,
    fileFunctions,
  ].flatMap((family) => Object.entries(family)),
);

/** @param name also with the prefix `core::` */
export function functionNamed(name: string): Definition | undefined {
  return table.get(name.startsWith('core::') ? name.slice(6) : name);
}
