import { check } from '../../checks/check.ts';
import { promisedServices } from './subjects.ts';

export default check({
  id: 'simulation/objective-out-of-reach',
  title: 'Availability objective that the parts cannot add up to',
  dimension: 'reliability',
  severity: 'high',
  why: 'What a service cannot do without fails apart from it, so their availabilities multiply. By what the providers promise, the product is below the objective: it will be missed even if everybody keeps his word. Make the weakest part redundant, do without it, or promise less.',
  sources: [
    'https://docs.aws.amazon.com/whitepapers/latest/availability-and-beyond-improving-resilience/availability.html',
  ],
  visits: promisedServices,
  judge({ bound }) {
    const { objective, reachable, percent, limit, minutes } = bound;
    if (!objective || reachable !== false) return undefined;
    return {
      message: `${bound.workload.address} promises ${objective.percent} % (${objective.by}), which allows ${Math.round(minutes.allowed!)} minutes a month; its parts together promise ${Number(percent.toFixed(3))} %, which may take ${Math.round(minutes.taken)}. ${limit ? `Most of it by ${limit.what} (${limit.percent} %).` : ''}`,
      key: bound.workload.address,
    };
  },
  examples: { bad: { 'main.tf': '' }, good: { 'main.tf': '' } },
});
