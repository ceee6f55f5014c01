export const english: Record<string, string> = {
  Judul: "Title",
  "Tempat kejadian": "Where it happened",
  "Kelurahan atau desa": "Village",
  "Tidak disebut": "Not said",
  Pengadu: "Complainant",
  "Belum tahu": "Not known yet",
  "Seperti lazimnya jenis itu": "As is usual for the class",
  "Catat dan beri tanda terima": "File and give a receipt",
  "Tanda terima aduan": "Receipt of a complaint",
  "Kode rahasia": "Secret code",
  "Dengan nomor dan kode ini warga mengikuti aduannya di {{where}}. Kode hanya ditampilkan kali ini.":
    "With number and code the citizen follows the complaint at {{where}}. The code is shown this once.",
  "Aduan berikutnya": "Next complaint",
  "Cetak tanda terima": "Print the receipt",
  Dirahasiakan: "Withheld",
  Perihal: "Matter",
  Penerima: "Received by",
  "Kode QR ke halaman lacak": "QR code to the tracking page",
  "Dijawab paling lambat": "Answered at the latest by",
  "Dijawab dalam {{standard}} sejak mulai diproses.": "Answered within {{standard}} of being taken up.",
  "Waktu berhenti selama instansi menunggu kelengkapan dari warga.":
    "The time stops while the office waits for the citizen.",
  "Bila lewat, sistem memberi tahu {{who}}.": "If late, the system tells {{who}}.",
  "Tanggal dapat bergeser bila hari libur resmi berubah.": "The date may move if official holidays change.",
  "Batas menurut aturan nasional; sesudah itu warga dapat mengadu kepada Ombudsman:":
    "The national limit, after which the citizen may turn to the Ombudsman:",
  "Tanda tangan petugas": "Signature of the officer",
  "Aduan yang belum ada di instansi mana pun. Koordinator menetapkan tujuannya; yang bukan aduan dikeluarkan di sini.":
    "Complaints that no agency has yet. A coordinator sends them on; what is no complaint is taken out here.",
  "Semua aduan sudah bertujuan.": "Every complaint has a destination.",
  "Aduan {{number}} tidak ditindaklanjuti; warga dapat membaca alasannya.":
    "Complaint {{number}} is not taken on; the citizen can read why.",
  "Tidak dapat ditindaklanjuti": "Cannot be taken on",
  Keluarkan: "Screen out",
  "Aduan {{number}} tidak diteruskan ke instansi mana pun. Ini tidak dapat dibatalkan.":
    "Complaint {{number}} goes to no agency. This cannot be undone.",
  "Pilih alasan": "Choose a reason",
  "Iklan atau kata-kata tidak pantas": "Advertising or abuse",
  "Tidak memuat hal yang dapat ditangani": "Nothing that can be dealt with",
  "Aduan yang sama dari orang yang sama": "The same complaint by the same person",
};
