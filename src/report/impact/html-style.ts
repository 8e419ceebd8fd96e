/** What the page of an impact adds to the style sheet of all reports. */
export const impactStyle = `
:root { --goes: #a4133c; --fails: #c2280f; --degraded: #c2570c; --latent: #8f6a00; --notices: #1d5fa7; --weakened: #57606a; --idle: #8c959f; }
@media (prefers-color-scheme: dark) {
  :root { --goes: #ff7a9a; --fails: #ff8577; --degraded: #ff9f62; --latent: #e3c04b; --notices: #78b6ff; --weakened: #9aa5b1; --idle: #6b7682; }
}
main, header, footer { max-width: 96rem; }
.goes { --tone: var(--goes); } .fails { --tone: var(--fails); } .degraded { --tone: var(--degraded); } .latent { --tone: var(--latent); }
.notices { --tone: var(--notices); } .weakened { --tone: var(--weakened); } .idle { --tone: var(--idle); } .subject { --tone: var(--ink); }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: .8rem; margin: 1.2rem 0; padding: 0; list-style: none; }
.facts li { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: .7rem 1rem; overflow-wrap: anywhere; }
.facts strong { display: block; font-size: .8rem; color: var(--soft); font-weight: 600; text-transform: uppercase; letter-spacing: .04em; }
.picture { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; }
.picture[hidden], .tools [hidden], section[hidden] { display: none; }
.tools { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: center; padding: .7rem 1rem; border-bottom: 1px solid var(--line); }
.tools label { display: inline-flex; gap: .35rem; align-items: center; font-size: .875rem; }
.tools .dot { width: .7rem; height: .7rem; border-radius: 3px; background: var(--tone); }
.tools input[type=search] { flex: 1 1 12rem; min-width: 8rem; }
.stage { overflow: auto; max-height: 46rem; }
.stage svg { display: block; font: 13px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
.stage .edge { fill: none; stroke: var(--line); stroke-width: 1.5; }
.stage .edge.maybe { stroke-dasharray: 5 4; }
.stage .edge.lit { stroke: var(--link); stroke-width: 2.5; }
.stage .box { cursor: pointer; }
.stage .box rect { fill: var(--sheet); stroke: var(--tone); stroke-width: 1.5; }
.stage .box .mark { fill: var(--tone); stroke: none; }
.stage .box.subject rect { fill: var(--ink); } .stage .box.subject text { fill: var(--sheet); }
.stage .box.many rect { stroke-dasharray: 4 3; fill: var(--shade); }
.stage .box text { fill: var(--ink); } .stage .box .more { fill: var(--soft); font-size: 11px; }
.stage .box.subject .more { fill: var(--sheet); opacity: .75; }
.stage .box .count { fill: var(--soft); font-size: 11px; text-anchor: end; }
.stage .box.lit rect { stroke-width: 3; } .stage .box:focus { outline: none; } .stage .box:focus-visible rect { stroke: var(--link); stroke-width: 3; }
.stage .box.found rect { fill: color-mix(in srgb, var(--tone) 18%, var(--sheet)); }
.told { padding: .7rem 1rem; border-top: 1px solid var(--line); min-height: 4.2rem; font-size: .9rem; }
.told ol { margin: .2rem 0 0; padding-left: 1.2rem; }
details.effect { background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--tone); border-radius: 8px; margin: .5rem 0; }
details.effect > summary { font-weight: 600; } details.effect > summary .soft { font-weight: 400; }
details.effect > div { padding: 0 1rem .8rem; }
.way { color: var(--soft); font-size: .875rem; overflow-wrap: anywhere; }
.lost { color: var(--bad); font-weight: 600; } .kept, .refused { color: var(--good); } .restorable, .unknown, .unreachable { color: var(--warn); }
.choose { width: 100%; max-width: 100%; margin: .8rem 0; }
@media print { .picture { display: none; } }
`;
