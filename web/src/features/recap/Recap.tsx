export function Recap() {
  return null;
}
