import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { choose, chosen } from "../kept/kept";
import { writeTimesIn } from "../lib/time";

/**
 * Indonesian is the language in which the pages are written: its sentences are the keys. English is a table beside it,
 * loaded when somebody asks for it.
 */
type English = () => Promise<Record<string, string>>;
let english: English = () => Promise.resolve({});
export type Language = "id" | "en";

export async function speak(language: Language): Promise<void> {
  if (language === "en" && !i18next.hasResourceBundle("en", "translation")) {
    i18next.addResourceBundle("en", "translation", await english());
  }
  choose("language", language);
  document.documentElement.lang = language;
  writeTimesIn(language === "en" ? "en-GB" : "id-ID");
  await i18next.changeLanguage(language);
}

export async function startLanguage(inEnglish: English): Promise<void> {
  english = inEnglish;
  await i18next.use(initReactI18next).init({
    lng: "id",
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { id: { translation: {} } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  if (chosen("language") === "en") {
    await speak("en");
  }
}
