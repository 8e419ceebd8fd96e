/**
 * Draws the tree of ways: what it starts from on the left, what is hit to its right, alike things gathered until somebody
 * opens them. The page tells everything without it. It only ever sets texts and attributes.
 */
export const impactScript = `
(() => {
  const pictures = JSON.parse(document.getElementById('pictures').textContent);
  const frame = document.querySelector('.picture');
  if (!frame || pictures.length === 0) return;
  frame.hidden = false;
  const stage = frame.querySelector('.stage');
  const told = frame.querySelector('.told');
  const form = frame.querySelector('form');
  const choose = document.querySelector('.choose');
  const sections = [...document.querySelectorAll('section.impact')];
  const W = 224, H = 40, GAP = 12, COLUMN = 272, ALIKE = 3, MANY = 9, START = 70;
  const order = ['subject', 'goes', 'fails', 'degraded', 'latent', 'notices', 'weakened', 'idle'];
  const svg = (name, attributes, text) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const ruler = document.createElement('canvas').getContext('2d');
  const cut = (text, size, most) => {
    ruler.font = size + 'px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';
    if (ruler.measureText(text).width <= most) return text;
    let length = text.length;
    while (length > 4 && ruler.measureText(text.slice(0, length) + '\\u2026').width > most) length--;
    return text.slice(0, length) + '\\u2026';
  };
  let roots = [], all = [], lit = null, found = new Set(), onWay = new Set();

  // a tree of nodes: things, and gatherings of alike things
  function plant(picture) {
    all = picture.boxes.map((box) => ({ box, inner: [], open: false, size: 0, worst: box.effect, effect: box.effect }));
    roots = [];
    for (const node of all) {
      const above = all[node.box.next];
      node.above = above || null;
      (above ? above.inner : roots).push(node);
    }
    const worse = (a, b) => (order.indexOf(a) <= order.indexOf(b) ? a : b);
    for (let at = all.length - 1; at >= 0; at--) {
      const node = all[at];
      if (!node.above) continue;
      node.above.size += node.size + 1;
      node.above.worst = node.above.worst === 'subject' ? node.worst : worse(node.above.worst, node.worst);
    }
    for (const node of [...all]) node.shown = gather(node.inner, node);
    roots.forEach((root) => (root.open = true));
    // opened from the start outwards, as far as it can be read
    let budget = START, row = roots;
    while (row.length > 0) {
      const next = [];
      for (const node of row) {
        if (!node.open && (node.many || node.shown.length > budget || node.shown.length === 0)) continue;
        node.open = true;
        budget -= node.shown.length;
        next.push(...node.shown);
      }
      row = next;
    }
  }

  function gather(nodes, above) {
    const kinds = new Map();
    for (const node of nodes) {
      // what leads on stays apart, so that nobody has to look for it
      const key = node.box.kind + ' ' + node.effect + (node.inner.length > 0 ? ' leads on' : '');
      kinds.set(key, [...(kinds.get(key) || []), node]);
    }
    const shown = [];
    for (const alike of kinds.values()) {
      if (alike.length <= (alike[0].inner.length > 0 ? MANY : ALIKE)) shown.push(...alike);
      else {
        const first = alike[0];
        const many = { many: true, above, shown: alike, inner: alike, open: false, effect: first.effect, size: alike.reduce((sum, one) => sum + one.size + 1, 0),
          box: { name: alike.length + ' \\u00d7 ' + first.box.kind, more: 'open to see each', kind: first.box.kind, effect: first.effect, environment: '', likely: first.box.likely, says: '', place: '', owners: '', role: first.box.role } };
        for (const one of alike) one.above = many;
        shown.push(many);
      }
    }
    return shown.sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect) || b.size - a.size);
  }

  function wanted(node) {
    if (node.effect === 'subject') return true;
    // of many alike, what was looked for
    if (found.size > 0 && node.above && node.above.many && !found.has(node) && !onWay.has(node)) return false;
    const data = new FormData(form);
    const effects = new Set(data.getAll('effect'));
    const environment = data.get('environment');
    const fits = (one) => effects.has(one.effect) && (!environment || !one.box.environment || one.box.environment === environment);
    return node.many ? node.shown.some(wanted) : fits(node) || node.shown.some(wanted);
  }

  function draw() {
    let rows = 0, deepest = 0;
    const placed = [];
    const place = (node, depth) => {
      deepest = Math.max(deepest, depth);
      node.depth = depth;
      const inner = node.open ? node.shown.filter(wanted) : [];
      for (const one of inner) place(one, depth + 1);
      if (inner.length === 0) node.y = rows++ * (H + GAP);
      else node.y = Math.min((inner[0].y + inner[inner.length - 1].y) / 2, inner[0].y + 4 * (H + GAP));
      placed.push(node);
    };
    for (const root of roots) place(root, 0);
    const width = (deepest + 1) * COLUMN + 20, height = Math.max(1, rows) * (H + GAP) + 20;
    const picture = svg('svg', { width, height, viewBox: '-10 -10 ' + width + ' ' + height, role: 'tree', 'aria-label': 'What is hit, from left to right' });
    const isLit = (node) => { for (let one = lit; one; one = one.above) if (one === node) return true; return false; };
    for (const node of placed) {
      const above = node.above;
      if (!above || node.depth === 0) continue;
      const x1 = (node.depth - 1) * COLUMN + W, y1 = above.y + H / 2, x2 = node.depth * COLUMN, y2 = node.y + H / 2, bend = (x1 + x2) / 2;
      picture.append(svg('path', { d: 'M' + x1 + ' ' + y1 + ' C' + bend + ' ' + y1 + ' ' + bend + ' ' + y2 + ' ' + x2 + ' ' + y2, class: 'edge' + (node.box.likely ? ' maybe' : '') + (isLit(node) ? ' lit' : '') }));
    }
    for (const node of placed) {
      const { box } = node;
      const group = svg('g', { class: ['box', node.effect, node.many ? 'many' : '', isLit(node) ? 'lit' : '', found.has(node) ? 'found' : ''].join(' '), transform: 'translate(' + node.depth * COLUMN + ' ' + node.y + ')', tabindex: 0, role: 'treeitem', 'aria-label': box.name + ', ' + node.effect });
      if (node.shown.length > 0) group.setAttribute('aria-expanded', node.open);
      group.append(svg('rect', { width: W, height: H, rx: 7 }));
      if (node.effect !== 'subject' && !node.many) group.append(svg('rect', { class: 'mark', width: 5, height: H - 2, x: 1, y: 1, rx: 2 }));
      const hidden = node.open ? 0 : node.many ? 0 : node.size;
      group.append(svg('text', { x: 13, y: box.more ? 17 : 25 }, cut(box.name, 13, W - (node.shown.length > 0 ? (hidden ? 58 : 32) : 20))));
      if (box.more) group.append(svg('text', { x: 13, y: 32, class: 'more' }, cut(box.more, 11, W - 40)));
      if (node.shown.length > 0) group.append(svg('text', { x: W - 9, y: 25, class: 'count' }, node.open ? '\\u25be' : (hidden ? '+' + hidden + ' ' : '') + '\\u25b8'));
      group.append(svg('title', {}, box.name + (box.more ? ' (' + box.more + ')' : '')));
      const act = () => { if (node.shown.length > 0) node.open = lit === node || node.many ? !node.open : true; show(node); };
      group.addEventListener('click', act);
      group.addEventListener('keydown', (event) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); act(); } });
      picture.append(group);
    }
    stage.replaceChildren(picture);
  }


  const words = { subject: 'where it starts', goes: 'goes with it', fails: 'stops working', degraded: 'works in part', latent: 'runs on, and fails at its next start', notices: 'may notice', weakened: 'loses a guard, a way in or an insight', idle: 'is left without a purpose' };
  function show(node) {
    lit = node;
    const line = (tag, text, name) => { const element = document.createElement(tag); element.textContent = text; if (name) element.className = name; return element; };
    const head = line('strong', node.box.name);
    const rest = line('span', ' ' + [words[node.effect] + (node.box.likely ? ' (likely)' : ''), node.box.more, node.box.place, node.box.owners].filter(Boolean).join(' \\u00b7 '), 'soft');
    const list = document.createElement('ol');
    for (let one = node; one; one = one.above) if (one.box.says) list.append(line('li', one.box.says));
    told.replaceChildren(head, rest, ...(list.childElementCount > 0 ? [list] : []));
    draw();
  }

  function search() {
    const text = form.elements.text.value.trim().toLowerCase();
    found = new Set();
    onWay = new Set();
    if (text.length > 1)
      for (const node of all)
        if ((node.box.name + ' ' + node.box.more + ' ' + node.box.owners).toLowerCase().includes(text) && found.size < 40) {
          found.add(node);
          for (let one = node.above; one; one = one.above) { one.open = true; onWay.add(one); }
        }
    draw();
  }

  function pick(at) {
    lit = null;
    found = new Set();
    onWay = new Set();
    plant(pictures[at]);
    sections.forEach((section, index) => (section.hidden = index !== at));
    const environments = [...new Set(pictures[at].boxes.map((box) => box.environment).filter(Boolean))].sort();
    const select = form.elements.environment;
    select.replaceChildren(...['', ...environments].map((name) => { const option = document.createElement('option'); option.value = name; option.textContent = name || 'all environments'; return option; }));
    select.hidden = environments.length < 2;
    const present = new Set(pictures[at].boxes.map((box) => box.effect));
    for (const box of form.querySelectorAll('[name=effect]')) box.parentElement.hidden = !present.has(box.value);
    told.textContent = pictures[at].left > 0 ? pictures[at].left + ' more are hit and not drawn.' : 'Choose a box to see why it is hit, and by which way.';
    draw();
  }

  let timer;
  form.addEventListener('input', (event) => { clearTimeout(timer); timer = setTimeout(event.target.name === 'text' ? search : draw, 120); });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('[data-open]').addEventListener('click', () => {
    const some = all.some((node) => !node.open && node.shown.length > 0);
    for (const node of all) { node.open = some || !node.above; for (const one of node.shown) one.open = some; }
    draw();
  });
  if (choose) choose.addEventListener('change', () => pick(Number(choose.value)));
  pick(0);
})();
`;
