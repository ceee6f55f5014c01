export const english: Record<string, string> = {
  "Halaman tidak ditemukan": "Page not found",
  "Alamat ini tidak ada di meja kerja.": "There is no such address in the workspace.",
  "Peran Anda tidak mencakup halaman ini. Hubungi admin instansi bila ini keliru.":
    "Your role does not include this page. Ask your agency's administrator if that is wrong.",
  "Meja kerja petugas": "Staff workspace",
  "Untuk perangkat daerah, koordinator, dan pimpinan: membaca aduan, menjawab tepat waktu, dan melihat rekap.":
    "For agencies, coordinators and heads: read complaints, answer in time, see the recap.",
  "Proses masuk terputus atau kedaluwarsa. Silakan masuk sekali lagi.":
    "Signing in was interrupted or took too long. Please sign in once more.",
  Masuk: "Sign in",
  "Memeriksa sesi masuk": "Checking your session",
  "Layanan masuk sedang disiapkan. Saat pertama dinyalakan perlu waktu hingga satu menit; halaman ini mencoba lagi dengan sendirinya.":
    "The sign-in service is starting. The first time this takes up to a minute; this page tries again by itself.",
  "Sesi Anda berakhir. Yang Anda ketik tersimpan di peramban ini dan kembali setelah masuk.":
    "Your session has ended. What you typed is kept in this browser and comes back after you sign in.",
  "Masuk kembali": "Sign in again",
  "Sambungan terputus. Halaman menyambung lagi dengan sendirinya; yang Anda ketik tetap ada.":
    "Connection lost. The page reconnects by itself; what you typed stays.",
  "Langsung ke isi": "Skip to content",
  Utama: "Main",
  "Papan ketik": "Keyboard",
  Tampilan: "Appearance",
  "Seperti perangkat": "As the device",
  Terang: "Light",
  Gelap: "Dark",
  "Ganti akun": "Switch account",
  Keluar: "Sign out",
  "Baris berikut, baris sebelumnya": "Next row, previous row",
  "Pilih atau lepas": "Select or deselect",
  "Kembalikan sebagai salah tujuan": "Return as misrouted",
  Jejak: "Access log",
  "Pesan disisihkan": "Messages put aside",
  Pengiriman: "Deliveries",
  Tujuan: "Destinations",
  "Halaman ini tidak dapat ditampilkan": "This page cannot be shown",
  "Yang lain tetap dapat dipakai, dan yang Anda ketik tersimpan.":
    "All others can still be used, and what you typed is kept.",
  "Halaman ini belum termuat": "This page has not loaded",
  "Sambungan terputus, atau aplikasi baru saja diperbarui.":
    "The connection was lost, or the application was just updated.",
  "Muat ulang": "Reload",
};
