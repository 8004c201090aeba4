// How much of an answer is read? All of it, if it is not too long.

export class TooLong extends Error {
  constructor() {
    super('the answer is too long');
    this.name = 'TooLong';
  }
}

/** The whole body; TooLong of one of more bytes, the rest of which is left unread. Any other error is of whoever broke off. */
export const bounded = async (
  body: ReadableStream<Uint8Array>,
  longest: number,
): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > longest) throw new TooLong();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};
