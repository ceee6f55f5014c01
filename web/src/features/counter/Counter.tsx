import { useMutation, useQuery } from "@tanstack/react-query";
import {
  Fragment,
  useEffect,
  useMemo,
  useRef,
  useState,
  type FormEvent,
  type KeyboardEvent,
  type ReactNode,
} from "react";
import { useTranslation } from "react-i18next";
import { intake, take, type IntakeSchemas } from "../../shared/api/call";
import { Problem } from "../../shared/api/problem";
import { governmentsQuery } from "../../shared/api/queries";
import { person } from "../../shared/auth/person";
import { useKept } from "../../shared/kept/useKept";
import { channelWord, roleWord, typeWord, TYPES, visibilityWord } from "../../shared/lib/words";
import { Failure, Heading, Time } from "../../shared/ui/parts";
import { regionsQuery } from "../../shared/api/regions";
import { officer } from "../../../../contracts/src/main/resources/contracts/sources.json";
import css from "./Counter.module.css";
import { complaintOf, EMPTY, fieldOf, isReady, type CounterForm } from "./form";

type Receipt = IntakeSchemas["Receipt"];

const VISIBILITIES = ["PUBLIC", "ANONYMOUS", "SECRET"];

interface Typed {
  form: CounterForm;
  /** The same until it is sent, so that sending twice files once. */
  key: string;
}

function typedIn(kept: string): Typed {
  const fresh = { form: EMPTY, key: crypto.randomUUID() };
  try {
    return { ...fresh, ...(JSON.parse(kept || "{}") as Partial<Typed>) };
  } catch {
    return fresh;
  }
}

/** A complaint that comes to the counter, by letter or by telephone, written down for the citizen. */
export function Counter() {
  const { t } = useTranslation();
  const [kept, keep] = useKept("counter", "", "tab");
  const typed = useMemo(() => typedIn(kept), [kept]);
  const [receipt, setReceipt] = useState<Receipt>();
  return (
    <div className="page stack">
      <Heading name={t("Catat aduan")}>{t("Catat aduan")}</Heading>
      {receipt ? (
        <Given receipt={receipt} next={() => setReceipt(undefined)} />
      ) : (
        <Form
          typed={typed}
          change={(form) => keep(JSON.stringify({ ...typed, form }))}
          sent={(given) => {
            setReceipt(given);
            keep("");
          }}
        />
      )}
    </div>
  );
}

function Form({
  typed: { form, key },
  change,
  sent,
}: {
  typed: Typed;
  change: (form: CounterForm) => void;
  sent: (receipt: Receipt) => void;
}) {
  const { t } = useTranslation();
  const { government } = person();
  const home = useQuery(governmentsQuery).data?.find(({ id }) => id === government);
  const districts = useQuery(regionsQuery(government)).data?.districts ?? [];
  const text = useRef<HTMLTextAreaElement>(null);
  const sending = useMutation({
    mutationFn: () =>
      take(
        intake.POST("/api/intake/v1/counter/complaints", {
          params: { header: { "Idempotency-Key": key } },
          body: complaintOf(form, government),
        }),
      ),
    onSuccess: sent,
  });
  useEffect(() => text.current?.focus(), []);
  const faults = sending.error instanceof Problem ? sending.error.errors : [];
  useEffect(() => {
    const first = sending.error instanceof Problem ? sending.error.errors[0] : undefined;
    if (first) {
      document.getElementById(`counter-${fieldOf(first.field)}`)?.focus();
    }
  }, [sending.error]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isReady(form) && !sending.isPending) {
      sending.mutate();
    }
  };
  const byKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      submit(event);
    }
  };
  const bind = (name: keyof CounterForm) => ({
    id: `counter-${name}`,
    value: form[name],
    "aria-invalid": faults.some(({ field }) => fieldOf(field) === name),
    "aria-describedby": `counter-${name}-fault`,
    onChange: ({ target }: { target: { value: string } }) => change({ ...form, [name]: target.value }),
  });
  const field = (name: keyof CounterForm, word: string, control: ReactNode) => (
    <div className="field">
      <label htmlFor={`counter-${name}`}>{t(word)}</label>
      {control}
      <p className="error" id={`counter-${name}-fault`}>
        {faults.find(({ field: path }) => fieldOf(path) === name)?.message}
      </p>
    </div>
  );
  const options = (values: readonly string[], word: (value: string) => string) =>
    values.map((value) => (
      <option key={value} value={value}>
        {t(word(value))}
      </option>
    ));
  return (
    <form className={`sheet ${css.form}`} onSubmit={submit} onKeyDown={byKey} noValidate id="counter">
      {field("text", "Isi aduan", <textarea ref={text} rows={6} maxLength={5000} {...bind("text")} />)}
      {field("title", "Judul", <input maxLength={200} {...bind("title")} />)}
      <div className={css.pair}>
        {field("address", "Tempat kejadian", <input maxLength={300} {...bind("address")} />)}
        {field(
          "regionCode",
          "Kelurahan atau desa",
          <select {...bind("regionCode")}>
            <option value="">{t("Tidak disebut")}</option>
            {districts.map((district) => (
              <optgroup key={district.code} label={district.name}>
                {district.villages.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>,
        )}
      </div>
      <fieldset className={css.pair}>
        <legend>{t("Pengadu")}</legend>
        {field("name", "Nama", <input maxLength={100} autoComplete="off" {...bind("name")} />)}
        {field("phone", "Telepon", <input type="tel" autoComplete="off" {...bind("phone")} />)}
        {field("email", "Surel", <input type="email" maxLength={254} autoComplete="off" {...bind("email")} />)}
      </fieldset>
      <fieldset className={css.pair}>
        <legend>{t("Keterangan")}</legend>
        {field("channel", "Kanal", <select {...bind("channel")}>{options(officer, channelWord)}</select>)}
        {field(
          "category",
          "Kategori",
          <select {...bind("category")}>
            <option value="">{t("Belum tahu")}</option>
            {home?.categories.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>,
        )}
        {field("type", "Jenis", <select {...bind("type")}>{options(TYPES, typeWord)}</select>)}
        {field(
          "visibility",
          "Sifat",
          <select {...bind("visibility")}>
            <option value="">{t("Seperti lazimnya jenis itu")}</option>
            {options(VISIBILITIES, visibilityWord)}
          </select>,
        )}
      </fieldset>
      {sending.isError && faults.length === 0 && <Failure of={sending.error} inline />}
      <div className="row">
        <button
          type="submit"
          className="main"
          id="counter-send"
          disabled={!isReady(form) || sending.isPending}
          aria-busy={sending.isPending}
        >
          {t("Catat dan beri tanda terima")}
        </button>
        <span className="hint">
          {isReady(form) ? (
            <>
              <kbd>Ctrl</kbd> <kbd>Enter</kbd>
            </>
          ) : (
            t("Tulis paling sedikit 10 huruf.")
          )}
        </span>
      </div>
    </form>
  );
}

/** What the citizen takes along (UU 25/2009 art. 44), on A6; the secret is shown this once. */
function Given({ receipt, next }: { receipt: Receipt; next: () => void }) {
  const { t } = useTranslation();
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  const { number, secret, receivedAt, promise, paper } = receipt;
  const facts: [string, ReactNode][] = [
    ["Pengadu", paper.name ?? t(paper.secret ? "Dirahasiakan" : "Anonim")],
    ["Perihal", paper.matter ?? t("Dirahasiakan")],
    [
      "Diterima",
      <>
        {`${paper.place}, `}
        {<Time at={receivedAt} />}
      </>,
    ],
    ["Penerima", `${person().name}, ${paper.office}`],
  ];
  return (
    <section className={`sheet stack ${css.receipt}`} aria-labelledby="receipt-heading" id="receipt">
      <p className={css.office}>
        {paper.government}
        <br />
        {paper.office}
      </p>
      <h2 id="receipt-heading">{t("Tanda terima aduan")}</h2>
      <div className={css.keys}>
        <dl>
          <dt>{t("Nomor aduan")}</dt>
          <dd id="receipt-number">{number}</dd>
          <dt>{t("Kode rahasia")}</dt>
          <dd id="receipt-secret">{secret}</dd>
        </dl>
        <img src={`/lacak/kode/${number}.svg`} alt={t("Kode QR ke halaman lacak")} width="120" height="120" />
      </div>
      <p>
        {t("Dengan nomor dan kode ini warga mengikuti aduannya di {{where}}. Kode hanya ditampilkan kali ini.", {
          where: location.host,
        })}
      </p>
      <p id="receipt-promise">
        {promise.answerBy ? (
          <>
            {t("Dijawab paling lambat")} <Time at={promise.answerBy} />.
          </>
        ) : (
          t("Dijawab dalam {{standard}} sejak mulai diproses.", { standard: promise.standard })
        )}{" "}
        {promise.pausable && t("Waktu berhenti selama instansi menunggu kelengkapan dari warga.")}{" "}
        {promise.told.length > 0 &&
          t("Bila lewat, sistem memberi tahu {{who}}.", {
            who: promise.told.map((one) => t(roleWord(one))).join(", "),
          })}{" "}
        {promise.mayMove && t("Tanggal dapat bergeser bila hari libur resmi berubah.")}{" "}
        {promise.atMost && (
          <>
            {t("Batas menurut aturan nasional; sesudah itu warga dapat mengadu kepada Ombudsman:")}{" "}
            <Time at={promise.atMost} />.
          </>
        )}
      </p>
      <dl className={css.facts}>
        {facts.map(([term, fact]) => (
          <Fragment key={term}>
            <dt>{t(term)}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
      </dl>
      <p className={css.signature}>{t("Tanda tangan petugas")}</p>
      <div className={`row ${css.notPrinted}`}>
        <button type="button" className="main" ref={print} id="counter-print" onClick={() => window.print()}>
          {t("Cetak tanda terima")}
        </button>
        <button type="button" id="counter-next" onClick={next}>
          {t("Aduan berikutnya")}
        </button>
      </div>
    </section>
  );
}
