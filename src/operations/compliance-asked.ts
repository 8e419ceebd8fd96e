import type { ComplianceQuestion } from '../report/assemble.ts';
import { UserError, type VerifyOptions } from './options.ts';

/** The frameworks that were asked for, with every check there is. @throws UserError where one is not known */
export async function complianceAsked({
  compliance = [],
  changedSince,
}: VerifyOptions): Promise<ComplianceQuestion | undefined> {
  if (compliance.length === 0) return undefined;
  if (changedSince !== undefined)
    throw new UserError(
      '--compliance cannot be used with --changed-since',
      'a control is met by the whole repository, not by what is new in it',
    );
  const { frameworks } = await import('../compliance/frameworks.ts');
  const { allChecks } = await import('../verdict/select-checks.ts');
  const wanted = compliance.map((name) => {
    const found = frameworks.find(({ id }) => id === name.toLowerCase());
    if (found) return found;
    const known = frameworks.map(({ id }) => id).join(', ');
    throw new UserError(`no framework ${name} is known`, `choose from ${known}`);
  });
  return { frameworks: [...new Set(wanted)], catalogue: await allChecks() };
}
