import { call } from "/assets/http.js";
import { accessToken, SignedOut, SignInUnavailable } from "./oidc.js";

/** A call in the name of whoever is signed in. A refused token is renewed once before it counts. */
export async function callSignedIn(path, options = {}) {
  try {
    const answer = await attempt(path, options, false);
    return answer.status === 401 ? await attempt(path, options, true) : answer;
  } catch (failure) {
    if (failure instanceof SignedOut) {
      return { ok: false, status: 401, errors: [], title: "Sesi Anda berakhir", detail: "Masuk kembali untuk melanjutkan." };
    }
    if (failure instanceof SignInUnavailable) {
      return { ok: false, status: 503, errors: [], title: "Layanan masuk sedang disiapkan", detail: "Sesi belum dapat diperpanjang. Coba lagi sebentar lagi." };
    }
    throw failure;
  }
}

async function attempt(path, options, fresh) {
  const token = await accessToken({ fresh });
  return call(path, { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` } });
}
