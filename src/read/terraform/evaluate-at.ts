import type { Repository } from '../../model/repository.ts';
import type { SourceFile } from '../../model/source-file.ts';
import { Unknown } from '../../model/unknown.ts';
import type { Expression, Range } from '../../syntax/hcl/tree.ts';
import type { Place } from './configuration.ts';
import type { Budget } from './language/budget.ts';
import { evaluate } from './language/evaluate.ts';
import type { Diagnostic, Files, Resolution, Scope, Step } from './language/scope.ts';
import type { Value } from './language/value.ts';
import { meaningOf } from './names.ts';
import type { Key } from './origins.ts';
import { joinPath, resolvePath } from './paths.ts';
import { unknown } from './written.ts';

/** Evaluates an expression where it stands. What goes wrong is reported once with its place, and gives an unknown value. */
export function evaluateAt(file: SourceFile, expression: Expression, place: Place): Value {
  return evaluate(expression, new PlaceScope(file, place));
}

/** What names mean in an instance of a module, as the evaluator asks for it. */
class PlaceScope implements Scope {
  constructor(
    private readonly file: SourceFile,
    private readonly place: Place,
  ) {}

  get budget(): Budget {
    return this.place.instance.configuration.budget;
  }

  get files(): Files {
    return repositoryFiles(this.place);
  }

  resolve(root: string, steps: readonly Step[], _at: Range): Resolution {
    const keys: Key[] = [];
    for (const step of steps) {
      const key = keyOf(step);
      if (key === undefined) break;
      keys.push(key);
    }
    const meaning = meaningOf(this.place, root, keys);
    // the check terraform/reference-undeclared tells of it at its place; were it declared, its id would be set
    const isId = root.includes('_') && keys.length === 2 && keys[1] === 'id';
    return (
      meaning ?? {
        value: unknown(`${[root, ...keys].join('.')} is not declared in its module`, isId),
        used: steps.length,
      }
    );
  }

  report({ message, start, end }: Diagnostic): void {
    const { file } = this;
    // of what count or for_each may leave out nobody can say that it goes wrong
    if (mayBeAbsent(this.place)) return;
    this.place.instance.configuration.report({ kind: 'invalid', message, path: file.path, file, start, end });
  }
}

/** Whether `count` or `for_each`, of the block itself or of a module around it, decides on it in a way that cannot be told. */
function mayBeAbsent({ instance, bindings }: Place): boolean {
  if (instance.address.includes('[?]')) return true;
  for (const { key } of bindings.values()) if (key.isUnknown) return true;
  return false;
}

/** A step whose key is known: a name, a text or a whole number. */
function keyOf(step: Step): Key | undefined {
  if (typeof step === 'string') return step;
  if (step.isUnknown || step.isNull) return undefined;
  if (step.kind === 'string') return step.text;
  return step.kind === 'number' ? Number(step.number) : undefined;
}

/** Files as functions see them: relative to the root module's folder, and never outside of the repository. */
function repositoryFiles({ instance }: Place): Files {
  const { repository, folder } = instance.configuration;
  const outside = (path: string) => new Unknown(`${path} is outside of the repository`);
  const locate = (path: string) =>
    path.startsWith('/') || path.startsWith('~') ? undefined : resolvePath(folder, path);
  return {
    read(path) {
      const at = locate(path);
      if (at === undefined) return outside(path);
      if (!repository.has(at)) return undefined;
      return repository.read(at)?.text ?? new Unknown(`${path} is no text that could be read`);
    },
    has(path) {
      const at = locate(path);
      return at === undefined ? outside(path) : repository.has(at);
    },
    list(path) {
      const at = locate(path);
      return at === undefined ? outside(path) : below(repository, at);
    },
  };
}

function below(repository: Repository, folder: string): readonly string[] {
  const start = joinPath(folder, '');
  return repository.paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
}
