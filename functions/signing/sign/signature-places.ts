// Where on the page do the signer's hand and the agency's seal go? Decree 30/2020, Annex I, II.7 and II.8.

import type { Place } from '../../domain/content/place.ts';
import { USUAL_SEAL_DIAMETER } from '../../domain/directory/organization.ts';

/** The signer's rectangle, and that of the seal. */
export type SignaturePlaces = { signer: Place; seal: Place };

const POINTS_A_MILLIMETRE = 72 / 25.4;

/** How much of the hand's signature the seal covers, on its left [II.8]. */
const SHARE_UNDER_SEAL = 1 / 3;

/**
 * The hand's signature as large as the area between title and name allows, in its middle, its shape kept; the seal in
 * its real size, level with it, over a third of it from the left. Without an image the whole area is the signer's.
 *
 * @param area where the rendered page leaves room, as the renderer found it
 * @param image the signer's image; only its shape matters
 * @param sealDiameter millimetres
 */
export const placeSignatures = (
  area: Place,
  image?: { width: number; height: number },
  sealDiameter: number = USUAL_SEAL_DIAMETER,
): SignaturePlaces => {
  const signer = image === undefined ? area : { ...area, ...fitted(image, area) };
  const diameter = sealDiameter * POINTS_A_MILLIMETRE;
  const seal = {
    page: area.page,
    x: signer.x + signer.width * SHARE_UNDER_SEAL - diameter,
    y: signer.y + (signer.height - diameter) / 2,
    width: diameter,
    height: diameter,
  };
  return { signer, seal };
};

type Box = Omit<Place, 'page'>;

/** The largest box of the image's shape in the middle of a room. */
export const fitted = (image: { width: number; height: number }, room: Box): Box => {
  const scale = Math.min(room.width / image.width, room.height / image.height);
  const width = image.width * scale;
  const height = image.height * scale;
  return {
    x: room.x + (room.width - width) / 2,
    y: room.y + (room.height - height) / 2,
    width,
    height,
  };
};
