import { FileSet, type Target } from '../target.ts';
import { decisionFiles } from './decisions.ts';

/** What people read: architecture, decisions, security, cost, recovery, runbooks. */
export const documents: Target = {
  name: 'documents',
  write: (architecture) => new FileSet().addAll(decisionFiles(architecture)).files,
};
