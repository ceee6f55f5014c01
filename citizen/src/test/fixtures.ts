/** What a receipt says. */
export const RECEIPT = { number: "SKA-4F7K-92XM", secret: "7KQ2-9F3M" };
