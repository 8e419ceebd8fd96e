import { dirname } from 'node:path';
import { kindOf } from '../host/given-file.ts';
import { UserError } from './options.ts';

/** @throws UserError where a path is no folder that can be opened */
export function requireFolder(folder: string): void {
  const kind = kindAt(folder);
  if (kind === 'nothing') throw new UserError(`there is no folder ${folder}`);
  if (kind === 'file')
    throw new UserError(
      `${folder} is a file, and what it means depends on the files around it`,
      `give the folder that it is in: ${dirname(folder)}`,
    );
}

function kindAt(folder: string): ReturnType<typeof kindOf> {
  try {
    return kindOf(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError(`the folder ${folder} cannot be opened`, 'check its permissions');
    if (code === 'ELOOP') throw new UserError(`${folder} is a symbolic link that leads back to itself`);
    throw error;
  }
}
