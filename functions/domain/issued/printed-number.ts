// How is a document's number written? In a file of its own, so that a list on the screen needs no schema.
/** Numbers below 10 get one leading zero. Decree 30/2020, Annex I, II.3. */
export const printedNumber = (number: number, symbol: string): string =>
  `${String(number).padStart(2, '0')}/${symbol}`;
