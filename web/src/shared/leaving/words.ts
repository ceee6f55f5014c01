import type { Told } from "./leaving";

type Words = Record<Told["act"], string>;

export const GOES: Words = {
  PUBLISH: "Mengirim jawaban {{number}}",
  REQUEST_INFORMATION: "Mengirim pertanyaan {{number}}",
};

export const WENT: Words = {
  PUBLISH: "Jawaban {{number}} sudah terkirim.",
  REQUEST_INFORMATION: "Pertanyaan {{number}} sudah terkirim.",
};

export const STAYED: Words = {
  PUBLISH: "Jawaban {{number}} belum terkirim; tulisannya masih menjadi draf.",
  REQUEST_INFORMATION: "Pertanyaan {{number}} belum terkirim; tulisannya masih ada di formulirnya.",
};
