/** Complaints are taken in the order in which they came: how far they reach in time tells how much is done, from 0 to 1. */
export function share({ since, through, askedAt }: { since?: string; through?: string; askedAt: string }): number {
  if (!since || !through) {
    return 0;
  }
  const first = Date.parse(since);
  const last = Date.parse(through);
  const end = Date.parse(askedAt);
  return end <= first ? 1 : Math.min(1, Math.max(0, (last - first) / (end - first)));
}
