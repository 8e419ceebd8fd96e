import { configureGlobal } from 'fast-check';

// Every run tries the same cases, so that what fails is what was changed; PLINTH_SEED=random looks for new ones.
const given = process.env.PLINTH_SEED;
configureGlobal(given === 'random' ? {} : { seed: given === undefined ? 1 : Number(given) });
