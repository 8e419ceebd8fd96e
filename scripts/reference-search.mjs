// The checks as one page that searches itself: by word, dimension, control, or another tool's id.

const style = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; color-scheme: light dark }
input { font: inherit; width: 100%; padding: .6rem .8rem; box-sizing: border-box; border: 1px solid #8886; border-radius: .5rem }
ol { list-style: none; padding: 0 } li { padding: .7rem 0; border-top: 1px solid #8883 }
a { font-family: ui-monospace, monospace; font-size: .9em } .soft { opacity: .7; font-size: .9em } p { margin: .2rem 0 }
.critical, .high { color: #c22 } .medium { color: #b60 }`;

const script = `
const checks = JSON.parse(document.getElementById('checks').textContent);
const list = document.querySelector('ol'), input = document.querySelector('input'), count = document.querySelector('output');
const texts = checks.map((check) => Object.values(check).flat().join(' ').toLowerCase());
function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}
function itemOf(check) {
  const item = element('li'), link = element('a', check.id), facts = element('p', '', 'soft');
  link.href = check.id + '.md';
  facts.append(element('span', check.severity, check.severity), ' · ' + [check.dimension, ...check.controls, ...check.sameAs].join(' · '));
  item.append(link, ' ', element('strong', check.title), element('p', check.why), facts);
  return item;
}
function show() {
  const words = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const found = checks.filter((_, at) => words.every((word) => texts[at].includes(word)));
  count.textContent = found.length + ' of ' + checks.length + ' checks';
  list.replaceChildren(...found.map(itemOf));
}
input.value = decodeURIComponent(location.hash.slice(1));
input.addEventListener('input', () => { history.replaceState(null, '', '#' + encodeURIComponent(input.value)); show(); });
show();`;

/** A self-contained page; what a check says cannot end the script that holds it. */
export function searchPage(checks) {
  const data = checks.map(({ id, title, severity, dimension, why, controls = [], sameAs = [] }) => ({
    id,
    title,
    severity,
    dimension,
    why,
    controls,
    sameAs,
  }));
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Checks of Plinth</title><style>${style}
</style></head>
<body>
<h1>Checks</h1>
<input type="search" placeholder="pci-dss:1.3.1, CKV_K8S_23, backup, cost …" aria-label="Search checks" autofocus>
<p class="soft"><output></output></p>
<ol></ol>
<script type="application/json" id="checks">${json}</script>
<script>${script}
</script>
</body>
</html>
`;
}
