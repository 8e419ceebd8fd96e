import { type About, documentPaths } from './about.ts';
import { documentList } from './document-list.ts';
import { linksFrom, page, section } from './markdown.ts';

/** `docs/README.md`: where what is. */
export function indexPage(about: About): string {
  const link = linksFrom(documentPaths.index);
  return page(
    `Documents of ${about.architecture.name}`,
    `Written from \`plinth.yaml\` with everything else: \`npx plinth design\` brings them up to date, and keeps what you added. New here? Begin with the ${link(documentPaths.readme, 'README')}, then the architecture.`,
    section('What there is', documentList(about, link)),
  );
}
