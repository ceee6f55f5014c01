export const english: Record<string, string> = {
  Kembali: "Back",
  "Akun kanal ini sudah ditutup": "This channel's account is closed",
  "Pesan masuk yang disisihkan": "Incoming messages put aside",
  "Pesan dari kanal yang tidak dapat dibaca sistem. Isinya tetap terkunci; yang terlihat hanya bentuknya, agar sebabnya dapat ditemukan.":
    "Messages from channels that the system could not read. Their words stay locked; only their shape is shown, so that the cause can be found.",
  "Tidak ada pesan yang disisihkan.": "No message was put aside.",
  Lihat: "Look",
  "Pesan dicoba lagi. Bila masih tidak terbaca, ia kembali ke daftar ini.":
    "The message is tried again. If it still cannot be read, it comes back to this list.",
  "Pesan yang disisihkan": "A message put aside",
  "Buang…": "Discard…",
  "Bentuk pesan": "Shape of the message",
  "Pesan dibuang; alasannya tercatat.": "The message was discarded; the reason is on record.",
  "Buang pesan ini?": "Discard this message?",
  "Buang pesan ini": "Discard this message",
  "Pesan ini tidak akan dibaca lagi dan tidak menjadi aduan. Ini tidak dapat dibatalkan.":
    "This message will not be read again and becomes no complaint. This cannot be undone.",
  "Mengapa tidak ada yang hilang dengannya. Jangan tulis data pribadi.":
    "Why nothing is lost with it. Write no personal data.",
};
