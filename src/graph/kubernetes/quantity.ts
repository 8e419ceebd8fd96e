/** Source: k8s.io/apimachinery, resource.Quantity: decimal and binary suffixes. */
const factors: Readonly<Record<string, number>> = {
  '': 1,
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

const shape = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)([a-zA-Z]{0,2})$/;

/** A quantity in its base unit: cores of CPU, bytes of memory. Undefined where it is none. */
export function parseQuantity(text: string): number | undefined {
  const [, number, suffix] = shape.exec(text.trim()) ?? [];
  const factor = suffix === undefined ? undefined : factors[suffix];
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
}
