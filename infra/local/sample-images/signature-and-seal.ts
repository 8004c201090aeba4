// What do invented people and agencies sign and seal with? Drawn images that nobody can take for real ones.
import { createHash } from 'node:crypto';
import { clearSheet, type Point, type Sheet } from './ink.ts';
import { lettersOf } from './letters.ts';

/** As a scanner would have them. */
const DOTS_A_MILLIMETRE = 300 / 25.4;
const BLUE = [24, 54, 160] as const;
const RED = [208, 24, 32] as const;

/** An invented signature in blue ink, 48 mm wide, always the same for a name: waves, a loop, and a line below. */
export const sampleSignaturePng = (personName: string): Uint8Array => {
  const sheet = clearSheet(Math.round(48 * DOTS_A_MILLIMETRE), Math.round(22 * DOTS_A_MILLIMETRE));
  const habit = [...createHash('sha256').update(personName.normalize('NFC')).digest()].map(
    (byte) => byte / 255,
  );
  const [tall = 0, waves = 0, lean = 0, loop = 0, rise = 0, tail = 0] = habit;
  const { width, height } = sheet;
  const steps = 400;
  const points = Array.from({ length: steps }, (_, step): Point => {
    const way = step / (steps - 1);
    const beat = 2 * Math.PI * (4 + 3 * waves) * way;
    // The first letter is tall, what follows is written ever flatter.
    const swing = (0.3 + 0.1 * tall) * Math.exp(-2.2 * way) + 0.03;
    const x = 0.1 + 0.72 * way + (0.05 + 0.03 * loop) * Math.cos(beat) * (1 - 0.5 * way);
    const y = 0.5 - 0.12 * rise * way - swing * Math.sin(beat) * (1 - 0.3 * Math.cos(beat * 0.5));
    return [width * (x + (0.06 + 0.08 * lean) * (0.5 - y)), height * y];
  });
  points.forEach((to, place) => {
    const from = points[place - 1];
    if (from === undefined) return;
    // A quick pen leaves a thin line.
    const speed = Math.hypot(to[0] - from[0], to[1] - from[1]);
    sheet.stroke([from, to], Math.max(3, 9 - speed * 0.35));
  });
  const under = Array.from({ length: 60 }, (_, step): Point => {
    const way = step / 59;
    return [width * (0.2 + 0.72 * way), height * (0.86 - (0.1 + 0.1 * tail) * Math.sin(2.6 * way))];
  });
  sheet.stroke(under, 4);
  return sheet.png(BLUE);
};

/** A round seal of 36 mm in red, with a star, the agency's name, and MẪU ("sample") across it. */
export const sampleSealPng = (organizationName: string): Uint8Array => {
  const size = Math.round(36 * DOTS_A_MILLIMETRE);
  const sheet = clearSheet(size, size);
  const middle = size / 2;
  const around = (radius: number, angle: number): Point => [
    middle + radius * Math.sin(angle),
    middle - radius * Math.cos(angle),
  ];
  const ring = (radius: number, thickness: number) =>
    sheet.stroke(
      Array.from({ length: 181 }, (_, step) => around(radius, (step * Math.PI) / 90)),
      thickness,
    );
  ring(middle - 6, 8);
  ring(middle - 18, 3);
  ring(middle * 0.56, 3);
  const star = Array.from({ length: 10 }, (_, corner) =>
    around(middle * (corner % 2 === 0 ? 0.34 : 0.13), (corner * Math.PI) / 5),
  );
  sheet.fill(star.map(([x, y]): Point => [x, y - middle * 0.12]));
  writeAround(sheet, organizationName, middle * 0.66);
  writeLine(sheet, 'MẪU', middle * 1.42);
  return sheet.png(RED);
};

/** Pixels of one unit of a letter, which is 4 wide and 6 high, and how far one letter is from the next. */
const LETTER_UNIT = 5;
const ADVANCE = 6.2;

/** Over the top of a circle, as large as three quarters of it allow. */
const writeAround = (sheet: Sheet, text: string, radius: number): void => {
  const letters = lettersOf(text);
  const room = 1.5 * Math.PI * radius;
  const unit = Math.min(LETTER_UNIT, room / (letters.length * ADVANCE));
  letters.forEach((strokes, place) => {
    const angle = ((place - (letters.length - 1) / 2) * ADVANCE * unit) / radius;
    for (const stroke of strokes) {
      const bent = stroke.map(([x, y]): Point => {
        const turned = angle + ((x - 2) * unit) / radius;
        const reach = radius + y * unit;
        return [
          sheet.width / 2 + reach * Math.sin(turned),
          sheet.height / 2 - reach * Math.cos(turned),
        ];
      });
      sheet.stroke(bent, Math.max(3, unit * 0.9));
    }
  });
};

const writeLine = (sheet: Sheet, text: string, baseline: number): void => {
  const unit = LETTER_UNIT * 1.3;
  lettersOf(text).forEach((strokes, place, { length }) => {
    const left = sheet.width / 2 + ((place - length / 2) * ADVANCE + 1) * unit;
    for (const stroke of strokes) {
      sheet.stroke(
        stroke.map(([x, y]): Point => [left + x * unit, baseline - y * unit]),
        7,
      );
    }
  });
};
