/**
 * Draws the add-in's icons: a podium under a star. Run `node deploy/icons.mjs` after a change here;
 * a test holds the files in assets/icons to this drawing.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

/** The sizes that Office asks for, in pixels. */
export const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];

/** Shapes on a grid of 16 × 16, painted in order: colour, and whether a point lies inside. */
const shapes = (size) => [
  ['#0B5394', roundedSquare(0, 0, 16, 3)],
  ['#CFE2F3', rectangle(size, 2, 9, 6, 14)],
  ['#FFFFFF', rectangle(size, 6, 7, 10, 14)],
  ['#9FC5E8', rectangle(size, 10, 11, 14, 14)],
  ['#FFD54F', star(8, 4.1, 2.9)],
];

/** Samples per pixel and direction. */
const FINE = 8;

/** Its edges stand on whole pixels of the icon, halves moved away from the middle: nothing is blurred. */
function rectangle(size, ...edges) {
  const [left, top, right, bottom] = edges.map((edge) => {
    const pixels = (edge * size) / 16;
    return ((pixels < size / 2 ? Math.ceil(pixels - 0.5) : Math.round(pixels)) * 16) / size;
  });
  return (x, y) => x >= left && x < right && y >= top && y < bottom;
}

function roundedSquare(left, top, size, radius) {
  return (x, y) => {
    const near = (value, start) => Math.min(Math.max(value, start + radius), start + size - radius);
    return Math.hypot(x - near(x, left), y - near(y, top)) <= radius;
  };
}

/** Five points, the first upwards; a little plumper than geometry has it, to be seen at 16 pixels. */
function star(centreX, centreY, radius) {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const angle = -Math.PI / 2 + (index * Math.PI) / 5;
    const reach = index % 2 === 0 ? radius : radius * 0.42;
    return [centreX + reach * Math.cos(angle), centreY + reach * Math.sin(angle)];
  });
  return (x, y) =>
    corners.reduce((inside, [ax, ay], index) => {
      const [bx, by] = corners[(index + 1) % corners.length];
      const crosses = ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
      return crosses ? !inside : inside;
    }, false);
}

/** One pixel as red, green, blue and opacity: the mean of its samples. */
function pixel(column, row, size, drawing) {
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < FINE * FINE; sample += 1) {
    const x = ((column + ((sample % FINE) + 0.5) / FINE) * 16) / size;
    const y = ((row + (Math.floor(sample / FINE) + 0.5) / FINE) * 16) / size;
    const colour = drawing.findLast(([, isInside]) => isInside(x, y))?.[0];
    if (colour === undefined) continue;
    [1, 3, 5].forEach((at, channel) => {
      sum[channel] += parseInt(colour.slice(at, at + 2), 16);
    });
    sum[3] += 1;
  }
  const seen = sum[3] || 1;
  return [...sum.slice(0, 3).map((value) => Math.round(value / seen)), Math.round((sum[3] * 255) / FINE ** 2)];
}

/** The check sum of PNG chunks (ISO 3309), which node:zlib has only since 20.15. */
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return (crc ^ -1) >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The icon as a PNG file (8 bits a channel, with opacity). */
export function drawIcon(size) {
  const drawing = shapes(size);
  const rows = Array.from({ length: size }, (_, row) =>
    Buffer.from([0, ...Array.from({ length: size }, (_unused, column) => pixel(column, row, size, drawing)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const size of SIZES)
    writeFileSync(fileURLToPath(new URL(`../assets/icons/icon-${String(size)}.png`, import.meta.url)), drawIcon(size));
}
