/** Whether a location is a zone, as `europe-west3-a`, and not a region. */
export function isZone(location: string): boolean {
  return /^[a-z]+-[a-z]+\d+-[a-z]$/.test(location);
}

/** The region of a zone: `europe-west3` of `europe-west3-a`. Regions are given back as they are. */
export function regionOfZone(location: string): string {
  return isZone(location) ? location.slice(0, location.lastIndexOf('-')) : location;
}
