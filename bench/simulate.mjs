// Every zone and every single node of a cluster lost in turn, at growing sizes.
//   node bench/simulate.mjs [nodes ...]     ten pods a node; 125 250 500 1000 where nothing is given
import { load } from '../scripts/load.mjs';

const sizes = process.argv.slice(2).map(Number);
const { measure } = await load('bench/simulate-entry.ts');
console.log('nodes    pods  placed  placing  3 zones  each node    in all  memory   growth');
let before;
for (const nodes of sizes.length > 0 ? sizes : [125, 250, 500, 1000]) {
  const { pods, placed, placing, zones, eachNode, megabytes } = await measure(nodes, nodes * 10);
  const all = placing + zones + eachNode;
  const growth = before
    ? `×${(nodes / before.nodes).toFixed(1)} nodes: ×${(all / before.all).toFixed(1)} time`
    : '';
  const seconds = (value) => `${value.toFixed(2)} s`;
  console.log(
    `${String(nodes).padStart(5)}  ${String(pods).padStart(6)}  ${String(placed).padStart(6)}  ${seconds(placing).padStart(7)}  ${seconds(zones).padStart(7)}  ${seconds(eachNode).padStart(9)}  ${seconds(all).padStart(8)}  ${Math.round(megabytes)} MB   ${growth}`,
  );
  before = { nodes, all };
}
