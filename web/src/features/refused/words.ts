import { among } from "../../shared/lib/words";

export const SCREENED_OUT = "SCREENED_OUT";

const DID: Record<string, string> = {
  ACCEPT: "Menerima aduan {{number}} untuk ditangani:",
  DISPOSE: "Disposisi aduan {{number}}:",
  ANSWER_AS_DIVISION: "Jawaban bidang atas aduan {{number}}:",
  REQUEST_INFORMATION: "Pertanyaan kepada warga tentang aduan {{number}}:",
  PUBLISH: "Jawaban atas aduan {{number}}:",
  RESOLVE: "Pernyataan tuntas atas aduan {{number}}:",
  SCREENED_OUT: "Penolakan aduan {{number}}:",
};

export const didWord = among(DID);
