/**
 * The page's script: filters findings by text, dimension and severity, and opens everything for the printer. The page is
 * whole without it; the filter only shows itself where the script runs. It reads the page and puts no markup into it.
 */
export const script = `
(() => {
  const form = document.querySelector('form.filter');
  if (!form) return;
  const groups = [...document.querySelectorAll('details.group')].map((element) => ({
    element,
    dimension: element.dataset.dimension,
    severity: element.dataset.severity,
    head: element.querySelector('summary').textContent.toLowerCase(),
    variants: [...element.querySelectorAll('.variant')].map((variant) => ({
      element: variant,
      message: variant.querySelector('.message').textContent.toLowerCase(),
      rows: [...variant.querySelectorAll('tbody tr')].map((row) => ({ row, text: row.textContent.toLowerCase() })),
    })),
  }));
  const status = form.querySelector('output');
  const none = document.querySelector('.none');
  const apply = () => {
    const data = new FormData(form);
    const words = String(data.get('text')).toLowerCase().split(/\\s+/).filter(Boolean);
    const dimension = data.get('dimension');
    const severities = new Set(data.getAll('severity'));
    let shown = 0;
    let all = 0;
    for (const group of groups) {
      const wanted = (!dimension || group.dimension === dimension) && severities.has(group.severity);
      let inGroup = 0;
      for (const variant of group.variants) {
        let inVariant = 0;
        for (const { row, text } of variant.rows) {
          const hit = wanted && words.every((word) => text.includes(word) || group.head.includes(word) || variant.message.includes(word));
          if (row.hidden === hit) row.hidden = !hit;
          if (hit) inVariant++;
        }
        all += variant.rows.length;
        variant.element.hidden = inVariant === 0;
        inGroup += inVariant;
      }
      group.element.hidden = inGroup === 0;
      shown += inGroup;
    }
    status.textContent = shown === all ? '' : shown + ' of ' + all + ' findings shown';
    none.hidden = shown > 0;
  };
  let timer;
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(apply, 120);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => setTimeout(apply));
  form.querySelector('[data-toggle]').addEventListener('click', () => {
    const seen = groups.filter(({ element }) => !element.hidden);
    const open = seen.some(({ element }) => !element.open);
    for (const { element } of seen) element.open = open;
  });
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = [...document.querySelectorAll('details:not([open])')];
    for (const element of closed) element.open = true;
  });
  addEventListener('afterprint', () => {
    for (const element of closed) element.open = false;
  });
  form.hidden = false;
  apply();
})();
`;
