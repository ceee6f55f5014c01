import { among } from "../../shared/lib/words";

const HAPPENED: Record<string, string> = {
  RECEIVED: "Aduan diterima",
  REPLIED: "Warga membalas",
  OBJECTED: "Warga mengajukan keberatan",
  SUPPLEMENTED: "Warga menambahkan keterangan",
  OMBUDSMAN_AGREED: "Warga setuju aduan ini diteruskan ke Ombudsman",
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
  MOVE_CALLED_OFF: "Tetap pada instansi yang lebih dahulu menjawab",
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
  PUBLISH_AGAIN: "Jawaban diperbaiki dan dikirim lagi kepada warga",
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

export const happenedWord = among(HAPPENED);
export const byWord = among(BY);
export const clockWord = among(CLOCK);
export const clockStateWord = among(CLOCK_STATE);

/** How it is known that an answer is with its citizen. */
const REACHED: Record<string, string> = {
  DELIVERED: "Sampai menurut penyedia {{way}}",
  SENT: "Terkirim lewat {{way}}, yang tidak mengabarkan lebih",
  POSTED: "Dikirim dengan surat",
  SHOWN: "Warga tidak dapat dihubungi; jawabannya ada di halaman aduan",
};

export const reachedWord = among(REACHED);
