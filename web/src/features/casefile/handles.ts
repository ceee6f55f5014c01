import type { IntakeSchemas } from "../../shared/api/call";

type Handle = IntakeSchemas["Handle"];

/** A service from before handles tells telephone and e-mail alone. */
export function handlesOf({ handles, phone, email }: Partial<IntakeSchemas["ContactView"]>): Handle[] {
  return (
    handles ?? [
      ...(phone ? [{ way: "PHONE" as const, address: phone }] : []),
      ...(email ? [{ way: "EMAIL" as const, address: email }] : []),
    ]
  );
}
