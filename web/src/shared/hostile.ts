const LONG = "a".repeat(5_000);

/** Texts that no page may fall apart over. */
export const HOSTILE_TEXTS = [
  "",
  " ",
  "\u200b".repeat(12),
  "\u3164\uffa0\u115f",
  "\u202eaman\u202c",
  "\u202d\u2066 tanpa akhir",
  "مصباح الشارع لا يعمل منذ ثلاثة أيام",
  "💡👩‍👩‍👧‍👦".repeat(200),
  "Z\u0300\u0301\u0302\u0303".repeat(60),
  "https://contoh.invalid/" + LONG,
  LONG,
  "lampu mati. ".repeat(420),
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "$t(Batal) {{number}} {{- n}}",
  "constructor",
  "__proto__",
];

/** Times that no calendar holds, or hardly. */
export const HOSTILE_TIMES = [
  "+010000-01-01T00:00:00Z",
  "+294277-01-10T00:00:00Z",
  "-009999-01-01T00:00:00Z",
  "infinity",
  "2026-13-45T99:99:99Z",
  "12026-01-01T10:00",
  "0000-00-00",
];

/** And what is not of the kind that was agreed. */
export const HOSTILE: unknown[] = [
  ...HOSTILE_TEXTS,
  ...HOSTILE_TIMES,
  undefined,
  null,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  8.64e15 + 1,
  -1,
  true,
  {},
  [],
  { at: {} },
];
