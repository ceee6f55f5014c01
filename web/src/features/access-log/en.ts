export const english: Record<string, string> = {
  "Termasuk pembacaan oleh sistem": "Include what the system reads",
  "Jejak pembukaan data": "Who opened what",
  "Setiap pembukaan isi asli atau kontak tercatat di sini, dengan petugas dan keperluannya.":
    "Every opening of original words or contacts is on record here, with the officer and the purpose.",
  "Semua petugas": "All officers",
  "Belum ada pembukaan.": "Nothing was opened yet.",
  "Yang dibuka": "What",
  "Kontak warga": "The citizen's contact",
};
