/** What takes no ink: controls, spaces, joiners and marks, and the fillers of Hangul, which count as letters. */
const NO_INK = /[\p{C}\p{Z}\p{M}\u115F\u1160\u3164\uFFA0]/gu;

/** Whether there is nothing to be seen of a text. */
export const isUnseen = (text: string): boolean => text.replace(NO_INK, "") === "";
