import type { Architecture } from '../design/architecture.ts';
import type { Files } from '../design/target.ts';

/**
 * What was written last and is not any more, where that takes data with it or leaves it behind: nobody may learn it from
 * a plan that is long.
 */
export function tellLost(last: Files, next: Files, { environments }: Architecture): string[] {
  return [
    ...moved(last, next),
    ...environmentsIn(last)
      .filter((name) => !environmentsIn(next).includes(name))
      .map(
        (name) =>
          `the environment ${name} is no longer described: destroy it from the last commit that had it, as no pipeline looks at it any more`,
      ),
    ...environments.flatMap(({ name }) => {
      const before = storesIn(last, name);
      const now = storesIn(next, name);
      const gone = [...before].filter(
        ([store, { source }]) =>
          !now.has(store) && ![...now.values()].some(({ from }) => from === store && source),
      );
      return gone.map(
        ([store, { kind }]) =>
          `${store} of ${name} (${kind}): the next apply removes it with all that it holds, where nothing protects it. Was it only renamed? Write formerly beside its new name`,
      );
    }),
  ];
}

/** Whether a decision is another one than it was written last; nothing was written, so all are. */
export function isDecidedAnew(title: string, last: Files, next: Files): boolean {
  const choiceIn = (files: Files): string | undefined => {
    const page = [...files].find(([path, text]) => path.startsWith('docs/decisions/') && headed(text, title));
    return page && /^Decided: \*\*(.*?)\*\*/m.exec(page[1])?.[1];
  };
  const before = choiceIn(last);
  return before === undefined || before !== choiceIn(next);
}

function headed(text: string, title: string): boolean {
  return text.slice(0, text.indexOf('\n')).endsWith(`. ${title}`);
}

const placed = /^terraform\/environments\/([^/]+)\//;

function environmentsIn(files: Files): string[] {
  return [...new Set([...files.keys()].flatMap((path) => placed.exec(path)?.[1] ?? []))];
}

interface Store {
  readonly kind: string;
  readonly source: string;
  /** what it was called, as Terraform is told */
  readonly from: string | undefined;
}

const kinds: Readonly<Record<string, string>> = {
  database: 'a database',
  cache: 'a cache',
  bucket: 'a bucket',
  queue: 'a queue',
  topic: 'a topic',
  table: 'a table',
};

/** What keeps data in an environment, by the name of its module. */
function storesIn(files: Files, environment: string): Map<string, Store> {
  const texts = [...files]
    .filter(
      ([path]) => path.startsWith(`terraform/environments/${environment}/`) && path.endsWith('/data.tf'),
    )
    .map(([, text]) => text);
  const from = new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/^moved \{\n\s*from = module\.(\w+)\n\s*to\s*= module\.(\w+)$/gm)].map(
        ([, old, now]) => [now!, old!] as const,
      ),
    ),
  );
  return new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/^module "(\w+)" \{\n\s*source\s*= "[./]*modules\/([\w-]+)"/gm)].flatMap(
        ([, name, source]) => {
          const kind = kinds[source!];
          return kind === undefined
            ? []
            : [[name!, { kind, source: source!, from: from.get(name!) }] as const];
        },
      ),
    ),
  );
}

/** Environments that are in another region than they were. */
function moved(last: Files, next: Files): string[] {
  return environmentsIn(next).flatMap((name) => {
    const path = `terraform/environments/${name}/network/providers.tf`;
    const [before, now] = [last, next].map(
      (files) => /region\s*= "([^"]+)"/.exec(files.get(path) ?? '')?.[1],
    );
    return before === undefined || now === undefined || before === now
      ? []
      : [
          `${name} goes from ${before} to ${now}: everything is made anew there, its state too; what is in ${before} stays, with its data and its costs, until it is destroyed from the last commit that had it`,
        ];
  });
}
