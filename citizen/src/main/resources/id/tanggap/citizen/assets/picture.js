import { h } from "./dom.js";

/** In pixels: A6 as a printer has it, at 254 dots to the inch. */
const WIDTH = 1050;
const LEAST = 1480;
const EDGE = 60;
const CODE = 300;

/**
 * Gives the receipt as a picture to be kept, with all that it says.
 *
 * @param {HTMLElement} receipt
 */
export async function save(receipt) {
  const canvas = drawn(receipt);
  /** @type {Blob | null} */
  const picture = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (picture) {
    const address = URL.createObjectURL(picture);
    h("a", { href: address, download: `tanda-terima-${said(receipt, ".number")}.png` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

/**
 * Once to see how high it gets, and once on a sheet of that height.
 *
 * @param {HTMLElement} receipt
 */
export function drawn(receipt) {
  const height = Math.max(LEAST, draw(receipt, h("canvas", { width: WIDTH, height: LEAST })));
  const canvas = h("canvas", { width: WIDTH, height });
  draw(receipt, canvas);
  return canvas;
}

/**
 * @param {HTMLElement} receipt
 * @param {HTMLCanvasElement} canvas
 */
function draw(receipt, canvas) {
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const right = WIDTH - EDGE;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, WIDTH, canvas.height);
  drawCode(receipt, pen, right - CODE, 200);
  pen.fillStyle = "#000";
  let y = EDGE;
  const write = (/** @type {string} */ text, /** @type {string} */ font, left = EDGE, end = right) => {
    y = wrapped(pen, text, font, left, end, y);
  };
  for (const line of receipt.querySelectorAll(".office span")) {
    write(text(line), "600 28px sans-serif");
  }
  y += 12;
  write(said(receipt, "h2"), "700 42px sans-serif");
  y = Math.max(y, 200);
  for (const token of receipt.querySelectorAll(".token")) {
    write(said(token, "span"), "26px sans-serif", EDGE, right - CODE);
    write(said(token, "output"), "700 46px monospace", EDGE, right - CODE);
    y += 24;
  }
  y = Math.max(y, 200 + CODE + 20);
  write(said(receipt, ".qr figcaption"), "24px sans-serif");
  y += 20;
  for (const fact of receipt.querySelectorAll(".facts > div")) {
    const top = y;
    write(said(fact, "dt"), "26px sans-serif", EDGE, EDGE + 200);
    y = top;
    write(said(fact, "dd"), "600 26px sans-serif", EDGE + 210);
  }
  for (const paragraph of receipt.querySelectorAll(".promise p, .lawful")) {
    y += 16;
    write(text(paragraph), "26px sans-serif");
  }
  return y + EDGE;
}

/**
 * @param {HTMLElement} receipt
 * @param {CanvasRenderingContext2D} pen
 * @param {number} x
 * @param {number} y
 */
function drawCode(receipt, pen, x, y) {
  const size = Number(receipt.querySelector(".qr rect")?.getAttribute("width"));
  pen.save();
  pen.translate(x, y);
  pen.scale(CODE / size, CODE / size);
  pen.fillStyle = "#000";
  pen.fill(new Path2D(receipt.querySelector(".qr path")?.getAttribute("d") ?? ""));
  pen.restore();
}

/**
 * Writes words into lines between left and right, and tells where the next line would stand.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {string} text
 * @param {string} font
 * @param {number} left
 * @param {number} right
 * @param {number} top
 */
function wrapped(pen, text, font, left, right, top) {
  pen.font = font;
  const height = Number.parseInt(/(\d+)px/.exec(font)?.[1] ?? "0", 10) * 1.35;
  let line = "";
  let y = top;
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && pen.measureText(longer).width > right - left) {
      y += height;
      pen.fillText(line, left, y);
      line = word;
    } else {
      line = longer;
    }
  }
  y += height;
  pen.fillText(line, left, y);
  return y;
}

/**
 * @param {Element} place
 * @param {string} selector
 */
const said = (place, selector) => text(place.querySelector(selector));

/** In one line. @param {Element | null} element */
const text = (element) => (element?.textContent ?? "").replace(/\s+/g, " ").trim();
