export const english: Record<string, string> = {
  "Berhenti sendiri {{since}}: {{correct}} dari {{measured}} penyaluran terakhir tepat, padahal {{promised}} harus tepat. Koordinator menetapkan semua tujuan.":
    "Stopped by itself {{since}}: {{correct}} of the last {{measured}} were right, while {{promised}} must be. The coordinator decides all destinations.",
  "Dimatikan koordinator {{since}}. Koordinator menetapkan semua tujuan.":
    "Switched off by a coordinator {{since}}. The coordinator decides all destinations.",
  "Sejak itu {{correct}} dari {{measured}} usulan yang dianggap pasti ternyata tepat.":
    "Since then {{correct}} of {{measured}} sure proposals turned out right.",
  "Aduan yang tujuannya cukup pasti dikirim tanpa menunggu. {{correct}} dari {{measured}} yang terakhir tepat; {{promised}} harus tepat.":
    "Complaints with a sure destination go without waiting. {{correct}} of the last {{measured}} were right; {{promised}} must be.",
  "Aduan yang tujuannya cukup pasti dikirim tanpa menunggu; {{promised}} harus tepat. Belum ada yang terukur.":
    "Complaints with a sure destination go without waiting; {{promised}} must be right. Nothing is measured yet.",
  "Sistem belajar dari {{n}} aduan yang tujuannya sudah pasti.":
    "The system learns from {{n}} complaints whose destination is certain.",
  "Usulan memakai aturan. Sistem mulai belajar setelah {{enough}} aduan tujuannya pasti; kini {{n}}.":
    "Proposals follow rules. The system starts to learn from {{enough}} certain destinations; now {{n}}.",
  "Sistem kembali menyalurkan sendiri aduan yang tujuannya cukup pasti.":
    "The system dispatches sure complaints by itself again.",
  "Penyaluran otomatis menyala": "Automatic dispatch is on",
  "Penyaluran otomatis berhenti": "Automatic dispatch is off",
  "Semua tujuan kini ditetapkan koordinator.": "The coordinator now decides all destinations.",
  "Aturan yang belum terbukti hanya mengusulkan; setelah {{n}} aduan pasti dan {{promised}} tepat ia menyalurkan.":
    "A rule that is not proven only proposes; after {{n}} certain complaints with {{promised}} right it dispatches.",
  "Aturan yang boleh menyalurkan": "Rules that may dispatch",
  "Instansi yang boleh menerima langsung": "Agencies that may be dispatched to",
  "Belum boleh": "May not yet",
  Boleh: "May",
  Cabut: "Take away",
  Izinkan: "Allow",
  "diputuskan sistem": "decided by the system",
  "diputuskan koordinator": "decided by a coordinator",
  "terukur {{share}} di tempat lain": "measured {{share}} elsewhere",
  "{{correct}} dari {{measured}} tepat": "{{correct}} of {{measured}} right",
  Matikan: "Switch off",
  "Nyalakan lagi": "Switch on again",
  "Tujuan yang belum ditetapkan": "Undecided destinations",
  "Sistem tidak cukup yakin, atau instansi mengembalikan aduan. Pilih instansi yang menjawab.":
    "The system is not sure enough, or an agency returned the complaint. Choose the agency that answers.",
  "Semua aduan sudah punya tujuan.": "Every complaint has a destination.",
  "Menunggu koordinator.": "Waiting for the coordinator.",
  "Di luar kewenangan": "Outside the government",
  "Salah tujuan, 30 hari terakhir": "Misrouted, last 30 days",
  "Tidak ada aduan yang pindah instansi.": "No complaint moved between agencies.",
  "Rujuk ke luar": "Refer outside",
  Kirim: "Send",
  "Cari instansi": "Search for an agency",
  "Tidak ada instansi yang cocok.": "No agency matches.",
  "Merujuk {{number}} ke {{where}}": "Referring {{number}} to {{where}}",
  "Mengirim {{number}} ke {{where}}": "Sending {{number}} to {{where}}",
  "Tujuan {{number}}": "Destination of {{number}}",
  "pindah baris": "next, previous row",
  selengkapnya: "more",
  "pilih instansi": "choose an agency",
  kirim: "send",
  batalkan: "undo",
  Ringkas: "Less",
  "Tempat tidak disebut": "No place told",
};
