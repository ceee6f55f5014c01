export function Destinations() {
  return null;
}
