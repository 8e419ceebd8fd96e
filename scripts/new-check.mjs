// Starts a new check: npm run new:check kubernetes/thing-missing
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const id = process.argv[2] ?? '';
if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id)) {
  console.error('usage: npm run new:check FAMILY/DEFECT   (for example kubernetes/memory-limit-missing)');
  process.exit(2);
}
const path = join(root, 'src/checks', `${id}.ts`);
if (existsSync(path)) {
  console.error(`src/checks/${id}.ts exists already`);
  process.exit(2);
}
const kubernetes = id.startsWith('kubernetes/');
const text = `import { resources } from '../../graph/selector.ts';
import { check } from '../check.ts';

export default check({
  id: '${id}',
  title: 'TODO: the defect in a few words',
  dimension: 'reliability',
  severity: 'medium',
  why: 'TODO: what happens because of it, and what to do instead.',
  sameAs: [],
  sources: [],
  visits: resources('${kubernetes ? 'Deployment' : 'aws_s3_bucket'}'),
  judge({ node }) {
    if (node.has('TODO')) return;
    return { message: 'TODO: what is wrong here, why it matters, what to do.' };
  },
  examples: {
    bad: \`TODO\`,
    good: \`TODO\`,
  },
});
`;
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, text);
execFileSync(process.execPath, [join(root, 'scripts/gen.mjs')], { stdio: 'inherit' });
console.log(`wrote src/checks/${id}.ts
Fill in its TODOs, then: npx vitest run tests/contract -t '${id}'`);
