// How is a line of ink drawn on clear ground? Thick strokes with soft edges, in one colour, out as a PNG.
import { PNG } from 'pngjs';

export type Point = readonly [x: number, y: number];

export type Sheet = {
  width: number;
  height: number;
  /** Draws a line through the points, so many pixels thick, with round ends; y grows downwards. */
  stroke(points: readonly Point[], thickness: number): void;
  /** Fills what the points go around. */
  fill(points: readonly Point[]): void;
  /** The sheet in one colour on transparent ground. */
  png(colour: readonly [red: number, green: number, blue: number]): Uint8Array;
};

/** A clear sheet of so many pixels. */
export const clearSheet = (width: number, height: number): Sheet => {
  const cover = new Float32Array(width * height);
  /** Visits the pixels around two points, by their middles, and keeps the strongest ink. */
  const ink = ([ax, ay]: Point, [bx, by]: Point, margin: number, at: (pixel: Point) => number) => {
    const left = Math.max(0, Math.floor(Math.min(ax, bx) - margin));
    const right = Math.min(width - 1, Math.ceil(Math.max(ax, bx) + margin));
    const top = Math.max(0, Math.floor(Math.min(ay, by) - margin));
    const bottom = Math.min(height - 1, Math.ceil(Math.max(ay, by) + margin));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const place = y * width + x;
        cover[place] = Math.max(cover[place] ?? 0, at([x + 0.5, y + 0.5]));
      }
    }
  };
  return {
    width,
    height,
    stroke(points, thickness) {
      points.slice(1).forEach((to, place) => {
        const from = points[place] ?? to;
        ink(from, to, thickness, (pixel) => {
          const beyondEdge = distance(pixel, from, to) - thickness / 2;
          return Math.min(1, Math.max(0, 0.5 - beyondEdge));
        });
      });
    },
    fill(points) {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const corner: Point = [Math.min(...xs), Math.min(...ys)];
      const opposite: Point = [Math.max(...xs), Math.max(...ys)];
      ink(corner, opposite, 0, (pixel) => (isInside(pixel, points) ? 1 : 0));
      this.stroke([...points, ...points.slice(0, 1)], 1);
    },
    png(colour) {
      const image = new PNG({ width, height });
      cover.forEach((share, pixel) => {
        image.data.set([...colour, Math.round(share * 255)], pixel * 4);
      });
      return new Uint8Array(PNG.sync.write(image));
    },
  };
};

/** From a point to a stretch of a line. */
const distance = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const near = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - near * (bx - ax), y - ay - near * (by - ay));
};

/** A ray to the right crosses the border an odd number of times. */
const isInside = ([x, y]: Point, points: readonly Point[]): boolean => {
  let inside = false;
  points.forEach(([ax, ay], place) => {
    const [bx, by] = points.at(place - 1) ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
};
