// How much of an answer is read? All of it, if it is not too long.

/** The whole body; one of more bytes is left unread, and an error. */
export const bounded = async (
  body: ReadableStream<Uint8Array>,
  longest: number,
): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > longest) throw new Error('the answer is too long');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
};
