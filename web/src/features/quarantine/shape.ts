/** What is told of something put aside: fields, and of each value its kind and length. */
type Shape = string | readonly Shape[] | { readonly [field: string]: Shape };

const isShape = (value: unknown): value is Exclude<Shape, string> => typeof value === "object" && value !== null;

/** One line of a shape: how deep it stands, its field, and what is told of its value; nothing where lines below tell it. */
export interface Line {
  depth: number;
  field: string;
  told: string;
}

/** As lines, from the top; each item of a list under its place. */
export const linesOf = (shape: unknown, depth = 0): Line[] =>
  isShape(shape)
    ? Object.entries(shape).flatMap(([name, value]) => {
        const field = Array.isArray(shape) ? `${Number(name) + 1}.` : name;
        const below = linesOf(value, depth + 1);
        return isShape(value)
          ? [{ depth, field, told: "" }, ...below]
          : below.map(({ told }) => ({ depth, field, told }));
      })
    : [{ depth, field: "", told: String(shape) }];
