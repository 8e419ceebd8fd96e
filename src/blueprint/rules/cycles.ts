import type { Blueprint } from '../blueprint.ts';
import type { Complaint } from '../complaint.ts';

/** Services and functions that need each other in a circle: none could start, be tested or fail alone. */
export function checkCycles({ services, functions }: Blueprint): Complaint[] {
  const callers = [
    ...services.map((one) => ({ ...one, group: 'services' })),
    ...functions.map((one) => ({ ...one, group: 'functions' })),
  ];
  const byName = new Map(callers.map((one) => [one.name, one]));
  const done = new Set<string>();
  const complaints: Complaint[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    const one = byName.get(name);
    if (!one || done.has(name)) return;
    one.needs.forEach((need, at) => {
      const begin = need === name ? -1 : [...path, name].indexOf(need);
      if (begin < 0) {
        if (need !== name) visit(need, [...path, name]);
        return;
      }
      const circle = [...path.slice(begin), ...(need === name ? [] : [name]), need].join(' → ');
      complaints.push({
        path: [one.group, name, 'needs', at],
        message: `${circle}: they need each other in a circle, so none can start or fail without the others: let one send through a queue or topic instead`,
      });
    });
    done.add(name);
  };
  for (const { name } of callers) visit(name, []);
  return complaints;
}
