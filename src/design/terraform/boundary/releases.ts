import type { Environment } from '../../environment.ts';
import { comment } from '../../hcl/items.ts';
import { hcl } from '../../hcl/print.ts';
import { type Template, template } from '../../hcl/value.ts';
import { noDigestYet } from '../../kubernetes/image.ts';
import { bareImage, digestVariable, releasedByTerraform, releaseFile } from '../../release-files.ts';
import { FileSet, type Files } from '../../target.ts';
import type { Input } from '../part.ts';

/** An image by the digest that was released. */
export function pinned(one: { readonly name: string; readonly formerly?: string }, image: string): Template {
  return template(`${bareImage(image)}@\${var.${digestVariable(one)}}`);
}

/** One variable for each version that is released. */
export function releaseInputs(environment: Environment): Input[] {
  return releasedByTerraform(environment).map((one) => {
    const { name, image } = one;
    const variable = digestVariable(one);
    const file = releaseFile(one);
    return {
      name: variable,
      description: `The ${image === undefined ? 'package' : 'image'} of ${name} by its SHA-256, as ${file} says it. Written by the pipeline.`,
      type: 'string',
      validation: {
        condition: `can(regex("^sha256:[0-9a-f]{64}$", var.${variable})) && var.${variable} != "${noDigestYet}"`,
        message: `${name} was never released here: a release writes its digest into ${file}.`,
      },
      example: `sha256:${'0'.repeat(63)}1`,
    };
  });
}

/** Which versions an environment runs, a file for each, before anything was released. */
export function releaseFiles(environment: Environment, folder: string): Files {
  const files = new FileSet();
  for (const one of releasedByTerraform(environment))
    files.add(
      `${folder}/${releaseFile(one)}`,
      hcl(
        comment(`The version of ${one.name} that runs here: a release writes its digest (set-digest.sh).`),
        comment('Zeros stand for one that was never released, and nothing is planned with them.'),
        { [digestVariable(one)]: noDigestYet },
      ),
    );
  return files.files;
}
