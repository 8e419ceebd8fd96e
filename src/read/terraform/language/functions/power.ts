/**
 * A double to the power of another, rounded as Go rounds it: whole powers by squaring, the rest by exponential and
 * logarithm. JavaScript's `**` gives other last digits. Source: Go, `math.Pow`.
 */
export function power(base: number, exponent: number): number {
  if (exponent === 0 || base === 1) return 1;
  if (!Number.isFinite(base) || !Number.isFinite(exponent) || base === 0) return base ** exponent;
  if (Math.abs(exponent) === 0.5) return exponent > 0 ? Math.sqrt(base) : 1 / Math.sqrt(base);
  const size = Math.abs(exponent);
  let whole = Math.trunc(size);
  let fraction = size - whole;
  if (whole >= 2 ** 31 || (fraction !== 0 && base < 0)) return base ** exponent;
  let result = 1;
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction--;
      whole++;
    }
    result = Math.exp(fraction * Math.log(base));
  }
  let { mantissa, scale } = normalised(base);
  let resultScale = 0;
  for (; whole !== 0 && Math.abs(scale) <= 4096; whole >>>= 1) {
    if (whole % 2 === 1) {
      result *= mantissa;
      resultScale += scale;
    }
    mantissa *= mantissa;
    scale *= 2;
    if (mantissa < 0.5) {
      mantissa *= 2;
      scale--;
    }
  }
  if (whole !== 0) resultScale += scale;
  return exponent < 0 ? scaled(1 / result, -resultScale) : scaled(result, resultScale);
}

/** A mantissa from 0.5 to 1 (in absolute terms) and a power of two. */
function normalised(double: number): { readonly mantissa: number; readonly scale: number } {
  let scale = Math.max(-1023, Math.floor(Math.log2(Math.abs(double))) + 1);
  let mantissa = double * 2 ** -scale;
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    scale--;
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    scale++;
  }
  return { mantissa, scale };
}

function scaled(double: number, scale: number): number {
  const half = Math.trunc(scale / 2);
  return double * 2 ** half * 2 ** (scale - half);
}
