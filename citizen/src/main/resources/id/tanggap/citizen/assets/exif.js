/** @typedef {{ lat: number, lon: number }} Position in decimal degrees */

const JPEG = 0xffd8;
const APPLICATION = 0xffe1;
const PICTURE = 0xffda;
const EXIF = 0x45786966;
const LITTLE_ENDIAN = 0x4949;
const GPS = 0x8825;
const LATITUDE = 2;
const LONGITUDE = 4;
/** In bytes. */
const ENTRY = 12;
/** On earth, in degrees. */
const LAST = { lat: 90, lon: 180 };

/**
 * Where a photo says that it was taken (EXIF in JPEG).
 *
 * @param {ArrayBuffer} beginning of the file
 * @returns {Position | undefined} when it says nothing, or nothing that can be read
 */
export function positionIn(beginning) {
  try {
    const exif = exifIn(new DataView(beginning));
    return exif && positionOf(exif);
  } catch {
    // It points beyond its own end.
    return undefined;
  }
}

/** @param {DataView} file */
function exifIn(file) {
  if (file.getUint16(0) !== JPEG) {
    return undefined;
  }
  let at = 2;
  while (file.getUint16(at) !== PICTURE) {
    const length = file.getUint16(at + 2);
    if (file.getUint16(at) === APPLICATION && file.getUint32(at + 4) === EXIF) {
      return new DataView(file.buffer, at + 10, Math.min(length - 8, file.byteLength - at - 10));
    }
    at += 2 + length;
  }
  return undefined;
}

/** @param {DataView} exif */
function positionOf(exif) {
  const little = exif.getUint16(0) === LITTLE_ENDIAN;
  const first = entries(exif, exif.getUint32(4, little), little);
  const pointer = first.get(GPS);
  if (pointer === undefined) {
    return undefined;
  }
  const gps = entries(exif, exif.getUint32(pointer, little), little);
  const lat = degrees(exif, gps, LATITUDE, little);
  const lon = degrees(exif, gps, LONGITUDE, little);
  const known = Math.abs(lat) <= LAST.lat && Math.abs(lon) <= LAST.lon && (lat !== 0 || lon !== 0);
  return known ? { lat, lon } : undefined;
}

/**
 * Where the value of each entry stands, by its tag.
 *
 * @param {DataView} exif
 * @param {number} at
 * @param {boolean} little
 */
function entries(exif, at, little) {
  const count = exif.getUint16(at, little);
  return new Map(
    Array.from({ length: count }, (_, i) => at + 2 + i * ENTRY).map((one) => [exif.getUint16(one, little), one + 8]),
  );
}

/**
 * Degrees, minutes and seconds as fractions; the entry before says on which side. Not a number when they are not there.
 *
 * @param {DataView} exif
 * @param {Map<number, number>} gps
 * @param {number} tag
 * @param {boolean} little
 */
function degrees(exif, gps, tag, little) {
  const side = String.fromCharCode(exif.getUint8(gps.get(tag - 1) ?? exif.byteLength));
  const at = exif.getUint32(gps.get(tag) ?? exif.byteLength, little);
  const [whole, minutes, seconds] = [0, 8, 16].map(
    (part) => exif.getUint32(at + part, little) / exif.getUint32(at + part + 4, little),
  );
  const value = Number(whole) + Number(minutes) / 60 + (seconds || 0) / 3600;
  return side === "S" || side === "W" ? -value : value;
}
