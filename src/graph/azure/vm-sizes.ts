/**
 * What a size of machine is followed by, where newer hardware of the same kind costs no more and does more.
 * Source: Azure, previous generations and retirements of virtual machine sizes.
 */
const successors: readonly (readonly [old: RegExp, next: string])[] = [
  [/^(Basic|Standard)_A\d+m?(_v2)?$/i, 'a size of the B or D series, version 5 or newer'],
  [/^Standard_D\d+(_v2)?$/i, 'Ddv5 or newer'],
  [/^Standard_DS\d+(-\d+)?(_v2)?(_promo)?$/i, 'Ddsv5 or newer'],
  [/^Standard_D\d+s?_v3$/i, 'Dsv5 or newer'],
  [/^Standard_E\d+(-\d+)?s?_v3$/i, 'Esv5 or newer'],
  [/^Standard_F\d+s?$/i, 'Fsv2 or newer'],
  [/^Standard_GS?\d+$/i, 'Esv5 or newer'],
  [/^Standard_L\d+s$/i, 'Lsv3 or newer'],
  [/^Standard_NC\d+r?s?(_v2)?$/i, 'NCasT4_v3 or newer'],
  [/^Standard_NV\d+(s_v2)?$/i, 'NVadsA10_v5'],
];

/** @returns `undefined` where the size is of today */
export function successorOf(size: string): string | undefined {
  return successors.find(([old]) => old.test(size))?.[1];
}
