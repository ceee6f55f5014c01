import { raw } from "../../shared/api/call";

/** Fetches a file in the caller's name and tells how much of it has come. */
export async function fetchFile(path: string, accept: string, came: (bytes: number) => void, signal?: AbortSignal): Promise<{ blob: Blob; name: string | undefined }> {
  const answer = await raw(path, { accept, ...(signal ? { signal } : {}) });
  const name = /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1];
  const reader = answer.body?.getReader();
  if (!reader) {
    return { blob: await answer.blob(), name };
  }
  const parts: BlobPart[] = [];
  let bytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    bytes += next.value.byteLength;
    came(bytes);
  }
  return { blob: new Blob(parts, { type: accept }), name };
}

export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
