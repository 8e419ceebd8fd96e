/** The style sheet of the page: light and dark by the reader's choice, narrow and wide, on screen and on paper. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --sheet: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d8dee4; --shade: #eef1f4;
  --link: #0a58a8; --good: #1a7f37; --bad: #b42318; --warn: #8f5a00;
  --critical: #a4133c; --high: #c2410c; --medium: #8f5a00; --low: #1d5fa7; --info: #57606a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1318; --sheet: #171c23; --ink: #e4e8ed; --soft: #9aa5b1; --line: #2d3640; --shade: #1f262e;
    --link: #78b6ff; --good: #56c271; --bad: #ff8577; --warn: #e3b04b;
    --critical: #ff7a9a; --high: #ff9a62; --medium: #e3b04b; --low: #78b6ff; --info: #9aa5b1;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif; }
main, header, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.25rem; }
a { color: var(--link); }
code, .path { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .875em; overflow-wrap: anywhere; }
code { background: var(--shade); border-radius: 4px; padding: .1em .3em; }
h1 { font-size: clamp(1.35rem, 3vw, 1.9rem); line-height: 1.25; margin: .4rem 0 .3rem; text-wrap: balance; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .8rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
p { margin: .4rem 0; max-width: 75ch; }
.soft { color: var(--soft); }
.badge { display: inline-block; border: 1px solid currentColor; border-radius: 999px; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap; }
.fail { color: var(--bad); } .pass { color: var(--good); } .undecided, .nothing-read { color: var(--warn); } .not-assessed { color: var(--soft); }
.critical { --tone: var(--critical); } .high { --tone: var(--high); } .medium { --tone: var(--medium); } .low { --tone: var(--low); } .info { --tone: var(--info); }
.severity { color: var(--tone); }
header { padding-top: 2rem; }
.next { margin-top: 1rem; padding: .7rem 1rem; background: var(--sheet); border: 1px solid var(--line); border-left: 4px solid var(--link); border-radius: 6px; max-width: none; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(15.5rem, 1fr)); gap: .8rem; }
.cards li { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; padding: .8rem 1rem; }
.cards li.not-assessed { border-style: dashed; background: none; color: inherit; }
.cards h3 { margin: 0; display: flex; justify-content: space-between; gap: .5rem; align-items: center; }
.cards p { font-size: .875rem; margin: .35rem 0 0; }
.bar { display: flex; height: .5rem; border-radius: 4px; overflow: hidden; background: var(--shade); margin: .7rem 0 .2rem; gap: 1px; }
.bar i { background: var(--tone); min-width: 3px; } .bar .clear { background: var(--good); opacity: .45; flex-grow: 1; }
.filter { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; background: var(--ground); padding: .7rem 0; border-bottom: 1px solid var(--line); margin-bottom: .8rem; }
.filter[hidden] { display: none; }
.filter fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .2rem .8rem; }
.filter legend { float: left; padding: 0; }
.filter input[type=search] { flex: 1 1 14rem; }
input[type=search], select, button { font: inherit; font-size: .9rem; color: inherit; background: var(--sheet); border: 1px solid var(--line); border-radius: 6px; padding: .35rem .6rem; }
button { cursor: pointer; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details.group, details.more { background: var(--sheet); border: 1px solid var(--line); border-radius: 8px; margin: .5rem 0; }
details.group { border-left: 4px solid var(--tone); }
summary { cursor: pointer; padding: .65rem 1rem; }
details.group > summary { display: grid; grid-template-columns: auto 1fr auto; gap: .1rem .8rem; align-items: baseline; list-style: none; }
details.group > summary::-webkit-details-marker { display: none; }
details.group > summary .title { font-weight: 600; overflow-wrap: anywhere; }
details.group > summary .meta { grid-column: 2 / -1; font-size: .85rem; color: var(--soft); overflow-wrap: anywhere; }
details.group > summary .places::after { content: " \\25B8"; } details.group[open] > summary .places::after { content: " \\25BE"; }
.places { white-space: nowrap; font-size: .9rem; color: var(--soft); }
.body { padding: 0 1rem 1rem; border-top: 1px solid var(--line); }
.message { margin-top: 1rem; }
.fix, .why { margin-top: .8rem; }
.tags { display: flex; flex-wrap: wrap; gap: .3rem; list-style: none; padding: 0; margin: .7rem 0 0; font-size: .8rem; }
.tags li { border: 1px solid var(--line); border-radius: 4px; padding: 0 .4rem; color: var(--soft); overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .4rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-top: 1px solid var(--line); overflow-wrap: break-word; }
th { font-weight: 600; color: var(--soft); border-top: 0; white-space: nowrap; }
td.number, th.number { text-align: right; padding-right: 1rem; white-space: nowrap; width: 1%; }
tr[hidden] { display: none; }
.where { color: var(--warn); }
.via { font-size: .8rem; color: var(--soft); }
.empty { padding: 2rem; text-align: center; background: var(--sheet); border: 1px dashed var(--line); border-radius: 8px; max-width: none; }
footer { padding: 2.5rem 1.25rem; font-size: .85rem; color: var(--soft); }
@media (max-width: 40rem) {
  .filter { position: static; }
  details.group > summary { grid-template-columns: auto 1fr; }
  details.group > summary .title, details.group > summary .meta { grid-column: 1 / -1; }
  details.group > summary .places { grid-row: 1; grid-column: 2; justify-self: end; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { display: block; border-top: 1px solid var(--line); padding: .4rem 0; }
  .stack tr[hidden] { display: none; }
  .stack td { display: block; border: 0; padding: .1rem 0; width: auto; text-align: left; }
}
@media print {
  :root { color-scheme: light; --ground: #fff; --sheet: #fff; --ink: #000; --soft: #444; --line: #bbb; --shade: #eee; --link: #000; --critical: #a4133c; --high: #c2410c; --medium: #8f5a00; --low: #1d5fa7; --info: #444; --good: #1a7f37; --bad: #b42318; --warn: #8f5a00; }
  body { font-size: 10pt; }
  .filter { display: none; }
  summary, tr, .cards li { break-inside: avoid; }
  details.group > summary .places::after, details.group[open] > summary .places::after { content: none; }
}
`;
