export const english: Record<string, string> = {
  "Warga tidak meninggalkan alamat digital": "The citizen left no digital address",
  "Semua jalan digital gagal": "All digital ways failed",
  "Surat yang dicetak": "Letters to print",
  "Kabar yang tidak sampai lewat jalan digital mana pun. Koordinator mencetaknya dari berkas kasus dan membuka alamat warga di sana dengan menyebut keperluannya.":
    "News that no digital way could bring. A coordinator prints it from the case and opens the citizen's address there, saying what for.",
  "Belum ada surat yang dikirim.": "No letter was sent yet.",
  "Tidak ada surat yang perlu dicetak.": "There is no letter to print.",
  "Perlu dicetak": "To be printed",
  "Sudah dikirim": "Sent",
  "Sudah dikirim…": "Sent…",
  Sejak: "Since",
  Anda: "You",
  "Petugas lain": "Another officer",
  "Surat {{number}} tercatat sudah dikirim.": "Letter {{number}} is on record as sent.",
  "Surat {{number}} sudah dikirim?": "Was letter {{number}} sent?",
  "Ya, sudah dikirim": "Yes, it was sent",
  "Nama Anda dan waktunya dicatat. Ini tidak dapat ditarik kembali.":
    "Your name and the time are put on record. This cannot be taken back.",
  "Boleh kosong. Misalnya nomor agenda surat; jangan tulis nama atau alamat warga.":
    "May stay empty. Such as the letter's number in your book; do not write the citizen's name or address.",
};
