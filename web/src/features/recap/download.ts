import { received, type Answer } from "../../shared/api/call";

/** Asks for a file of one type, to be read as it comes. */
export const asFile = (type: string) => ({ headers: { Accept: type }, parseAs: "stream" as const });

/** Reads a file and tells how much of it has come. */
export async function fetchFile(
  answer: Promise<Answer<ReadableStream<Uint8Array<ArrayBuffer>> | null>>,
  type: string,
  came: (bytes: number) => void,
): Promise<{ blob: Blob; name: string | undefined }> {
  const { data, response } = await received(answer);
  const name = /filename="([^"]+)"/.exec(response.headers.get("Content-Disposition") ?? "")?.[1];
  const reader = data?.getReader();
  if (!reader) {
    return { blob: new Blob([], { type }), name };
  }
  const parts: BlobPart[] = [];
  let bytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    bytes += next.value.byteLength;
    came(bytes);
  }
  return { blob: new Blob(parts, { type }), name };
}

export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
