import type { components as Intake, paths as IntakePaths } from "./intake.gen";
import type { components as Reporting, paths as ReportingPaths } from "./reporting.gen";

type Paths = IntakePaths & ReportingPaths;
export type IntakeSchemas = Intake["schemas"];
export type ReportingSchemas = Reporting["schemas"];

/** A path of a document as it is asked for: "{number}" is any text. */
type Filled<Path> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;
type PathOf<A> = { [Path in keyof Paths]: A extends Filled<Path> ? Path : never }[keyof Paths];
type Operation<A, M extends Method> = Paths[PathOf<A>][Lowercase<M>];
type Json<Described> = Described extends { content: { "application/json": infer Data } } ? Data : never;

export type Method = "GET" | "POST";
/** Where the services can be asked. */
export type Address = Filled<keyof Paths>;
/** What an operation is sent. */
export type Sent<A, M extends Method> = Json<NonNullable<Field<Operation<A, M>, "requestBody">>>;
/** What it answers when it did what was asked. */
export type Told<A, M extends Method> = Json<Field<Field<Operation<A, M>, "responses">, 200 | 201>>;
type Field<Of, Name extends PropertyKey> = Of extends unknown ? Of[Name & keyof Of] : never;
