export const english: Record<string, string> = {
  "Baru masuk di instansi Anda": "New at your agency",
  "Serahkan ke instansi lain": "Hand over to another agency",
  "Ambil aduan yang menjadi tugas instansi Anda. Yang tidak diambil sampai waktunya diteruskan sistem ke instansi yang diusulkan.":
    "Take what is your agency's duty. What nobody takes in time goes to the proposed agency.",
  "Tidak ada aduan yang menunggu di grup.": "No complaint waits in the group.",
  "Aduan yang ditautkan tidak lagi menunggu di grup.": "The linked complaint no longer waits in the group.",
  "Aduan {{number}} kini ada di antrean instansi Anda.": "Complaint {{number}} is now in your agency's queue.",
  "Menunggu diambil admin instansi.": "Waiting for an agency's administrator.",
  "Ambil aduan ini": "Take this complaint",
};
