export const english: Record<string, string> = {
  "Membaca ulang semua catatan": "Reading all records again",
  "Gagal; daftar tetap seperti sebelumnya": "Failed; the lists are as before",
  "Daftar dan berkas kasus disusun lagi dari catatan peristiwa, lalu yang berbeda dibetulkan. Petugas dapat terus bekerja.":
    "Lists and case files are built again from the record of events, then what differs is put right. Officers can work on.",
  "Terakhir dijalankan": "Last run",
  "Sudah dibangun ulang": "Rebuilt",
  "Belum pernah dibangun ulang.": "It was never rebuilt.",
  "Sedang berjalan…": "Running…",
  "Bangun ulang sekarang": "Rebuild now",
  "Bangun ulang sekarang?": "Rebuild now?",
  "Ya, bangun ulang": "Yes, rebuild",
  "Semua peristiwa sejak awal dibaca lagi. Ini membebani layanan selama berjalan; pilih waktu yang lengang.":
    "All events since the beginning are read again. It loads the service while it runs; choose a quiet hour.",
  "Catatan yang sudah dibaca": "Records read",
  "{{done}} dari {{all}}": "{{done}} of {{all}}",
  "Yang dibetulkan": "Put right",
  "{{n}} kasus": "{{n}} cases",
  Mulai: "Began",
  Sebab: "Cause",
};
