// Writes the platforms of examples/ from their blueprints: `npm run gen:examples`, after which a diff shows what a change means to users.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const examples = new URL('../examples/', import.meta.url);
const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
for (const name of readdirSync(examples)) {
  const folder = fileURLToPath(new URL(name, examples));
  if (existsSync(`${folder}/plinth.yaml`))
    execFileSync(process.execPath, [cli, 'design', folder], { stdio: 'inherit' });
}
