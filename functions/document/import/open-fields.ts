// In which fields of Word does a piece of text stand: is it printed, and what is where one came without its result?
import { isAlwaysFilled, LONGEST_INSTRUCTION, unfilled } from './unfilled-fields.ts';
import type { XmlElement } from './xml-tree.ts';

/** A field that is open. */
interface Field {
  readonly begin: XmlElement;
  instruction: string;
  /** How much had been said when its result began; null within its instruction, which is not printed. */
  resultFrom: number | null;
}

/** Words to print where the file has none, and whether they are a gap that is to be told. */
type Filling = ReturnType<typeof unfilled>;

/** Those of one paragraph, or of several that are one. `said`: how many pieces of words were said before. */
export class OpenFields {
  readonly #fields: Field[] = [];
  /** In the instructions of how many of them. */
  #instructions = 0;

  /** Words within the instruction of a field are not printed. */
  get isInstruction() {
    return this.#instructions > 0;
  }

  /** A mark that begins a field, parts instruction and result, or ends it; then, what is to be printed instead. */
  mark(element: XmlElement, said: number): Filling | null {
    const kind = element.attributes.fldCharType;
    const field = this.#fields.at(-1);
    if (kind === 'begin') {
      this.#fields.push({ begin: element, instruction: '', resultFrom: null });
      this.#instructions += 1;
    } else if (kind === 'separate' || kind === 'end') {
      if (field?.resultFrom === null) {
        this.#instructions -= 1;
        if (kind === 'separate') field.resultFrom = said;
      }
      if (kind === 'end') this.#fields.pop();
      if (kind === 'end' && field) return this.#filling(field, said);
    }
    return null;
  }

  instruct(text: string) {
    const field = this.#fields.at(-1);
    if (field?.resultFrom === null) {
      field.instruction = (field.instruction + text).slice(0, LONGEST_INSTRUCTION);
    }
  }

  /** Of a field in one element (`w:fldSimple`), which began when so much had been said. */
  simple(begin: XmlElement, before: number, said: number): Filling | null {
    const instruction = (begin.attributes.instr ?? '').slice(0, LONGEST_INSTRUCTION);
    return said === before ? this.#filling({ begin, instruction, resultFrom: before }, said) : null;
  }

  /** Where the file has no result, what stands there instead. One that came empty may be meant so. */
  #filling({ begin, instruction, resultFrom }: Field, said: number): Filling | null {
    if (this.isInstruction) return null;
    if (resultFrom !== null && !(resultFrom === said && isAlwaysFilled(instruction))) return null;
    return unfilled(instruction, begin);
  }
}
