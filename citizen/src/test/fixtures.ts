/** This document object model gives the bytes of a file to a reader alone. */
export function bytes(file: Blob): Promise<ArrayBuffer> {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(file);
  });
}

/** What a receipt says. */
export const RECEIPT = { number: "SKA-4F7K-92XM", secret: "7KQ2-9F3M" };
