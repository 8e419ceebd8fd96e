import type { Repository } from '../../model/repository.ts';
import { type Chart, partOf, pathsBelow, relativeTo } from './charts.ts';

/** Functions that make another value at each rendering. Source: Sprig's documentation, and Helm's function list. */
const makers =
  /\b(?:rand(?:Alpha|Numeric|AlphaNum|Ascii|Bytes|Int)|uuidv4|htpasswd|bcrypt|derivePassword|gen(?:PrivateKey|CA|SelfSignedCert|SignedCert)(?:WithKey)?)\b/;

/**
 * Tells the texts of a rendered chart that stand in its files from those that it makes up, such as passwords. Nothing is looked
 * at before the first question.
 * @param values the values file that it was rendered with
 */
export function writtenInChart(
  repository: Repository,
  { folder }: Chart,
  values: string | undefined,
): (text: string) => boolean {
  let sources: readonly string[] | undefined;
  return (text) => {
    sources ??= sourcesOf(repository, folder, values);
    if (sources.length === 0) return true;
    // what is written over several lines is indented there
    const longest = text.split('\n').reduce((one, line) => (line.length > one.length ? line : one), '');
    const forms = [longest.trim(), Buffer.from(text, 'utf8').toString('base64')];
    return sources.some((source) => forms.some((form) => source.includes(form)));
  };
}

/** The texts of a chart; none where it makes nothing up. A packed subchart may. */
function sourcesOf(repository: Repository, folder: string, values: string | undefined): readonly string[] {
  const paths = pathsBelow(repository, folder).filter(
    (path) => partOf(relativeTo(folder, path)) !== undefined,
  );
  const texts = paths
    .filter((path) => /\.(ya?ml|tpl|txt|json|toml|conf|properties)$/.test(path))
    .map((path) => repository.read(path)?.text ?? '');
  const isMade = paths.some((path) => path.endsWith('.tgz')) || texts.some((text) => makers.test(text));
  if (!isMade) return [];
  return values === undefined || paths.includes(values)
    ? texts
    : [...texts, repository.read(values)?.text ?? ''];
}
