export const english: Record<string, string> = {
  "Tidak berlaku": "Without effect",
  "Tidak berlaku: warga lebih dahulu mengajukan keberatan.": "It has no effect: the citizen had objected first.",
  "Tidak berlaku: aduan ini lebih dahulu dialihkan ke instansi lain.":
    "It has no effect: the complaint had gone to another agency first.",
  "Tidak berlaku: aduan ini lebih dahulu berakhir.": "It has no effect: the complaint had come to its end first.",
  "Tidak berlaku: penanganan aduan ini lebih dahulu dilanjutkan.":
    "It has no effect: the handling of the complaint had gone on first.",
  "Tidak berlaku: aduan ini lebih dahulu diteruskan ke instansi.":
    "It has no effect: the complaint had been forwarded to an agency first.",
  "Yang Anda tulis": "What you wrote",
  "dan {{n}} lagi": "and {{n}} more",
  "Saya mengerti": "I understand",
  "Menerima aduan {{number}} untuk ditangani:": "Taking complaint {{number}} in hand:",
  "Disposisi aduan {{number}}:": "Passing complaint {{number}} to a division:",
  "Jawaban bidang atas aduan {{number}}:": "The division's answer to complaint {{number}}:",
  "Pertanyaan kepada warga tentang aduan {{number}}:": "The question to the citizen about complaint {{number}}:",
  "Jawaban atas aduan {{number}}:": "The answer to complaint {{number}}:",
  "Pernyataan tuntas atas aduan {{number}}:": "That complaint {{number}} is resolved:",
  "Penolakan aduan {{number}}:": "The rejection of complaint {{number}}:",
};
