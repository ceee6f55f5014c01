export const english: Record<string, string> = {
  "Membaca ulang semua catatan": "Reading all records again",
  "Gagal; daftar tetap seperti sebelumnya": "Failed; the lists are as before",
  "Daftar dan berkas kasus disusun lagi dari catatan peristiwa, lalu yang berbeda dibetulkan. Petugas dapat terus bekerja.":
    "Lists and case files are built again from the record of events, then what differs is put right. Officers can work on.",
  "Daftar petugas": "Officers' lists",
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
  "Penyamaran identitas": "Masking of identity",
  "Kata-kata warga disamarkan lagi dari brankas dengan aturan yang berlaku sekarang; daftar, buku aduan, pencarian, dan unduhan mengikutinya. Catatan lama di topik Kafka tidak berubah: ia tinggal di sana sampai masa simpan topik habis, yang bawaannya tanpa batas.":
    "What citizens wrote is masked again from the vault by the rules in force; lists, record book, search and downloads follow. Old records on the Kafka topics do not change: they stay there until the topic's retention ends, which is never unless set.",
  "Belum pernah disamarkan ulang.": "Nothing was ever masked again.",
  "Samarkan ulang sekarang": "Mask again now",
  "Samarkan ulang sekarang?": "Mask again now?",
  "Jalankan setelah semua layanan diperbarui: layanan versi lama melewatkan kabarnya. Aduan yang masuk tetap didahulukan.":
    "Run it once every service is updated: one of an older version passes the news by. Complaints that come in still go first.",
  "Ya, samarkan ulang": "Yes, mask again",
  "Sedang menyamarkan ulang": "Masking again",
  "Semua sudah disamarkan ulang": "All is masked again",
  "Bagian yang sudah selesai": "Share that is done",
  "Aduan yang sudah selesai": "Complaints done",
  Dibiarkan: "Left alone",
  "{{n}} aduan yang data pribadinya sudah dihapus atau tidak dapat dibuka":
    "{{n}} complaints whose personal data was erased or does not open",
  "Sampai aduan tanggal": "Up to complaints of",
  Mulai: "Began",
};
