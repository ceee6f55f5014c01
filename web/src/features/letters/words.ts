import { among } from "../../shared/lib/words";

const WHY: Record<string, string> = {
  NO_ADDRESS: "Warga tidak meninggalkan alamat digital",
  FAILED: "Semua jalan digital gagal",
};

export const whyWord = among(WHY);
