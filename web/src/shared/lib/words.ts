/** The words of the domain as people read them; each is a sentence key for the other language. */
const STATUS: Record<string, string> = {
  DISPATCHED: "Baru masuk",
  IN_PROGRESS: "Sedang ditangani",
  DISPOSED: "Di bidang",
  NEEDS_INFO: "Menunggu warga",
  ANSWERED: "Dijawab",
  OBJECTED: "Keberatan",
  RESOLVED: "Tuntas",
  CLOSED: "Selesai",
  WITHDRAWN: "Dicabut",
  MERGED: "Digabung",
  REFERRED: "Dirujuk ke luar",
};

const CHANNEL: Record<string, string> = {
  WEB: "Situs web",
  MOBILE_APP: "Aplikasi",
  WHATSAPP: "WhatsApp",
  SMS: "SMS",
  FACEBOOK: "Facebook",
  X: "X",
  INSTAGRAM: "Instagram",
  TELEGRAM: "Telegram",
  EMAIL: "Surel",
  OPEN311: "Open311",
  COUNTER: "Loket",
  LETTER: "Surat",
};

const TYPE: Record<string, string> = {
  ASPIRATION: "Aspirasi",
  INFORMATION_REQUEST: "Permintaan informasi",
  ORDINARY: "Pengaduan biasa",
  OVERSIGHT: "Pengaduan berkadar pengawasan",
};

const VISIBILITY: Record<string, string> = { PUBLIC: "Terbuka", ANONYMOUS: "Anonim", SECRET: "Rahasia" };

const MISROUTING: Record<string, string> = {
  NOT_OUR_DUTY: "Bukan tugas instansi ini",
  OTHER_AREA: "Wilayah lain",
  WRONG_CATEGORY: "Kategori keliru",
  OUTSIDE_JURISDICTION: "Di luar kewenangan pemerintah daerah",
};

const SCREENING: Record<string, string> = {
  SPAM: "Iklan atau kata-kata tidak pantas",
  NO_COMPLAINT: "Tidak memuat hal yang dapat ditangani",
  REPEATED: "Aduan yang sama dari orang yang sama",
};

const HAPPENED: Record<string, string> = {
  RECEIVED: "Aduan diterima",
  REPLIED: "Warga membalas",
  OBJECTED: "Warga mengajukan keberatan",
  WITHDRAWN: "Warga mencabut aduan",
  LINKED: "Digabung dengan aduan lain",
  UNLINKED: "Dilepas dari gabungan",
  FORWARDED_TO_GROUP: "Diteruskan ke grup",
  CLAIMED: "Diambil dari grup",
  GROUP_STAYED_SILENT: "Grup tidak menjawab sampai waktunya",
  DESTINATION_PROPOSED: "Tujuan diusulkan",
  DISPATCHED: "Dikirim ke instansi",
  RETURNED: "Dikembalikan sebagai salah tujuan",
  REDELEGATED: "Didelegasikan ulang",
  REFERRED: "Dirujuk ke luar pemerintah daerah",
  REPLY_OVERDUE: "Warga tidak membalas sampai waktunya",
  DEADLINE_MISSED: "Tenggat terlewat",
  CLOSED: "Kasus ditutup",
  ACCEPT: "Diterima untuk ditangani",
  ASSIGN: "Petugas ditetapkan",
  UNASSIGN: "Petugas dilepas",
  DISPOSE: "Didisposisikan",
  ANSWER_AS_DIVISION: "Bidang menjawab",
  REQUEST_INFORMATION: "Kelengkapan diminta kepada warga",
  DRAFT: "Draf jawaban disimpan",
  REQUEST_APPROVAL: "Persetujuan diminta",
  APPROVE: "Jawaban disetujui",
  SEND_BACK: "Draf dikembalikan",
  PUBLISH: "Jawaban dikirim kepada warga",
  RESOLVE: "Dinyatakan tuntas",
  NOTE: "Catatan internal",
  ATTACH: "Berkas ditambahkan",
};

const BY: Record<string, string> = {
  CITIZEN: "Warga",
  GROUP: "Grup",
  AGENCY: "Instansi",
  DIVISION: "Bidang",
  COORDINATOR: "Koordinator",
  SYSTEM: "Sistem",
};

const ROLE: Record<string, string> = {
  INTAKE_OFFICER: "Petugas penerima",
  INFORMATION_OFFICER: "Pengolah informasi",
  POLICY_ANALYST: "Penelaah kebijakan",
  ANALYST: "Analis kebijakan",
  COORDINATION_GROUP: "Grup aduan",
  DIVISION: "Bidang",
  COMPLAINANT: "Warga",
  SYSTEM: "Sistem",
  COORDINATOR: "Koordinator",
  AGENCY_ADMIN: "Admin instansi",
  AGENCY_HEAD: "Kepala instansi",
  DIVISION_STAFF: "Staf bidang",
  SERVICE_OWNER: "Kepala dinas",
  ARCHIVIST: "Arsiparis",
  HEAD: "Kepala",
  PATRON: "Pembina",
  AUDITOR: "Pemeriksa",
  OPERATOR: "Pengelola pemasangan",
};

const CLOCK: Record<string, string> = {
  STEP: "Langkah SOP",
  PROMISE: "Janji kepada warga",
  CEILING: "Batas menurut hukum",
};
const CLOCK_STATE: Record<string, string> = {
  RUNNING: "Berjalan",
  PAUSED: "Dijeda",
  MET: "Terpenuhi",
  ENDED: "Berakhir",
};
const KIND: Record<string, string> = {
  OPD: "Perangkat daerah",
  REGIONAL_ENTERPRISE: "BUMD",
  VERTICAL: "Instansi vertikal",
  DISTRICT: "Kecamatan",
};

/** How far the recap of a month has come. */
const RECAP_STATE: Record<string, string> = {
  RUNNING: "Bulan berjalan",
  DUE: "Menunggu disusun",
  COMPILED: "Menunggu evaluasi",
  EVALUATED: "Menunggu disposisi",
  DISPOSED: "Menunggu diarsipkan",
  ARCHIVED: "Diarsipkan",
};

const RECAP_DEED: Record<string, string> = {
  MONTH_ENDED: "Bulan berakhir",
  COMPILED: "Rekap disusun",
  COMPILED_PRELIMINARY: "Rekap sementara disusun",
  EVALUATION_WRITTEN: "Evaluasi ditulis",
  RETURNED: "Perlu evaluasi: dikembalikan untuk disusun ulang",
  EVALUATED: "Tidak ada evaluasi lagi",
  DISPOSED: "Disposisi ditulis",
  ARCHIVED: "Rekap diarsipkan",
  STEP_MISSED: "Langkah SOP terlambat",
};

/** How a complaint stands in the record book. */
const RECORD_STATE: Record<string, string> = {
  ANSWERED: "Dijawab",
  OPEN: "Belum dijawab",
  ENDED: "Berakhir tanpa jawaban",
};
const LATENESS: Record<string, string> = { ON_TIME: "Tepat waktu", LATE: "Terlambat", OVERDUE: "Lewat tenggat" };

/** For whom a file of the record book is made. */
const AUDIENCE: Record<string, string> = {
  internal: "Untuk yang mengevaluasi: semua kolom",
  agency: "Untuk instansi: yang ditanyakan dan dijawab",
  public: "Untuk umum: tanpa isi, tanpa aduan rahasia",
  recap: "Kolom rekap bulanan",
};

/** From where a complaint of the past was imported. */
const SOURCE: Record<string, string> = { SP4N: "Ekspor SP4N-LAPOR!", RECAP_SHEET: "Rekap kantor" };

const among =
  (words: Record<string, string>) =>
  (code: string): string =>
    words[code] ?? code;

export const statusWord = among(STATUS);
export const channelWord = among(CHANNEL);
export const typeWord = among(TYPE);
export const visibilityWord = among(VISIBILITY);
export const misroutingWord = among(MISROUTING);
export const screeningWord = among(SCREENING);
export const happenedWord = among(HAPPENED);
export const byWord = among(BY);
export const roleWord = among(ROLE);
/** The realm writes the same roles in its own way: agency-admin. */
export const realmRoleWord = (role: string): string => ROLE[role.toUpperCase().replaceAll("-", "_")] ?? role;
export const clockWord = among(CLOCK);
export const clockStateWord = among(CLOCK_STATE);
export const kindWord = among(KIND);
export const recapStateWord = among(RECAP_STATE);
export const recapDeedWord = among(RECAP_DEED);
export const recordStateWord = among(RECORD_STATE);
export const latenessWord = among(LATENESS);
export const audienceWord = among(AUDIENCE);
export const sourceWord = among(SOURCE);

export const CHANNELS = Object.keys(CHANNEL);
export const TYPES = Object.keys(TYPE);
export const MISROUTING_REASONS = Object.keys(MISROUTING);
export const SCREENING_REASONS = Object.keys(SCREENING);
export const STATUSES = Object.keys(STATUS);
export const RECAP_STATES = Object.keys(RECAP_STATE);
export const RECORD_STATES = Object.keys(RECORD_STATE);
export const LATENESSES = Object.keys(LATENESS);
export const AUDIENCES = Object.keys(AUDIENCE);

/** All of them, for the table of the other language. */
export const ALL_WORDS = [
  STATUS,
  CHANNEL,
  TYPE,
  VISIBILITY,
  MISROUTING,
  SCREENING,
  HAPPENED,
  BY,
  ROLE,
  CLOCK,
  CLOCK_STATE,
  KIND,
  RECAP_STATE,
  RECAP_DEED,
  RECORD_STATE,
  LATENESS,
  AUDIENCE,
  SOURCE,
].flatMap((words) => Object.values(words));
