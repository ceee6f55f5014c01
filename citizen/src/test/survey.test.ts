import { beforeEach, describe, expect, it, vi } from "vitest";
import intake from "../../../contracts/src/main/resources/contracts/openapi/intake.json";
import { survey } from "#pages/citizen/survey.js";
import { timeline } from "./fixtures";
import { choose, click, element, eventually, text, type, value } from "./page";

const ELEMENTS = intake.components.schemas.Scores.required;
const TAKEN = { ok: true as const, status: 201, data: null };
const FAILED = { ok: false as const, title: "Layanan sibuk", detail: "Tunggu.", errors: [], retryAfter: 0 };

const send = vi.fn();
const done = vi.fn();
const changed = vi.fn();

function open(): void {
  document.body.replaceChildren(survey(timeline(), send, { done, changed }));
}

const answerAll = (score: number) => ELEMENTS.forEach((element) => choose(`#survey-${element}-${score}`));

describe("the survey", () => {
  beforeEach(() => {
    sessionStorage.clear();
    [send, done, changed].forEach((mock) => mock.mockReset());
    send.mockResolvedValue(TAKEN);
    open();
  });

  it("asks for every element that intake counts, and for no other, from 1 to 4", () => {
    const asked = [...document.querySelectorAll("fieldset")];

    expect(asked.map(({ id }) => id)).toEqual(ELEMENTS.map((element) => `survey-${element}`));
    expect(asked.map((part) => [...part.querySelectorAll("input")].map((input) => input.value))).toEqual(
      ELEMENTS.map(() => ["1", "2", "3", "4"]),
    );
  });

  it("sends the scores, and a comment that says something", async () => {
    answerAll(3);
    choose("#survey-time-1");
    type("#survey-comment", " Petugasnya ramah. ");
    click("#survey-send");
    await eventually(() => expect(done).toHaveBeenCalledExactlyOnceWith("Terima kasih, survei Anda diterima"));

    const scores = Object.fromEntries(ELEMENTS.map((element) => [element, element === "time" ? 1 : 3]));
    expect(send.mock.calls[0]?.[1]).toEqual({ scores, comment: "Petugasnya ramah." });
    expect(sessionStorage.length).toBe(0);
  });

  it("leaves an empty comment out", async () => {
    answerAll(4);
    type("#survey-comment", "  ");
    click("#survey-send");
    await eventually(() => expect(done).toHaveBeenCalled());

    expect(send.mock.calls[0]?.[1]).not.toHaveProperty("comment");
  });

  it("asks for what is missing, until it is chosen", () => {
    answerAll(2);
    open();
    element<HTMLInputElement>("#survey-cost-2").checked = false;
    click("#survey-send");

    const missing = () => ELEMENTS.filter((element) => !document.getElementById(`survey-${element}-error`)?.hidden);
    expect(missing()).toEqual(["cost"]);
    expect(document.activeElement?.id).toBe("survey-cost-1");
    expect(send).not.toHaveBeenCalled();

    choose("#survey-cost-4");
    expect(missing()).toEqual([]);
  });

  it("keeps what was chosen over a reload, and stands open", () => {
    expect(text("#survey-progress")).toBe("0 dari 9 pertanyaan dijawab");
    choose("#survey-time-4");
    type("#survey-comment", "Cepat.");
    open();

    expect(element<HTMLDetailsElement>("#survey").open).toBe(true);
    expect(element<HTMLInputElement>("#survey-time-4").checked).toBe(true);
    expect(value("#survey-comment")).toBe("Cepat.");
    expect(text("#survey-progress")).toBe("1 dari 9 pertanyaan dijawab");
  });

  it("that did not arrive is sent again with its key", async () => {
    send.mockResolvedValueOnce({ ...FAILED, status: 503 });
    answerAll(4);
    click("#survey-send");
    await eventually(() => expect(text("#survey-error")).toContain("Layanan sibuk. Tunggu."));
    open();
    click("#survey-send");
    await eventually(() => expect(done).toHaveBeenCalled());

    const [first, second] = send.mock.calls;
    expect(second?.[0]).toBe(first?.[0]);
  });

  it("that is not asked for any more says so", async () => {
    send.mockResolvedValueOnce({ ...FAILED, status: 409 });
    answerAll(4);
    click("#survey-send");

    await eventually(() => expect(changed).toHaveBeenCalledOnce());
    expect(done).not.toHaveBeenCalled();
  });
});
