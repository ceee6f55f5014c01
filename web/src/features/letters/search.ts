/** Which letters: those to be printed, or those that were sent. */
export interface LettersSearch {
  keadaan?: "selesai";
}

export const readLettersSearch = ({ keadaan }: Record<string, unknown>): LettersSearch =>
  keadaan === "selesai" ? { keadaan } : {};
