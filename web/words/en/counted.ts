// How is a number of things said in English? `1 day`, `2 days`.
export const counted = (count: number, one: string): string =>
  `${count} ${one}${count === 1 ? '' : 's'}`;
