// How is the first word of a line written? With a capital letter.
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
