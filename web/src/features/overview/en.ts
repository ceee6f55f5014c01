export const english: Record<string, string> = {
  "Hari ini": "Today",
  "diterima hari ini": "received today",
  "dijawab hari ini": "answered today",
  terbuka: "open",
  "lewat tenggat": "overdue",
  "belum jatuh tempo": "not due yet",
  "Tidak ada aduan terbuka.": "No open complaints.",
  "Terbuka per instansi": "Open by agency",
  "{{late}} lewat dari {{all}}": "{{late}} late of {{all}}",
  "Umur aduan terbuka": "Age of open complaints",
};
