// Until when does a verdict hold? Until the next moment at which one of the certificates that it may hang on begins or ends.
import type { X509Certificate } from 'node:crypto';
import type { Instant } from '../../domain/ids.ts';
import { instantOf } from '../../domain/instant-of.ts';

/** Gathers, while a file is judged, the moments at which the same questions would get other answers. */
export class Holding {
  readonly #now: number | undefined;
  #until = Number.POSITIVE_INFINITY;

  /** `now` is the moment of asking; a file that is judged without one is judged alike for ever. */
  constructor(now: Date | undefined) {
    this.#now = now?.getTime();
  }

  /** Whatever part of the verdict it has. */
  hangsOn({ validFromDate, validToDate }: X509Certificate): void {
    this.endsAt(validFromDate);
    this.endsAt(validToDate);
  }

  /** Moments that are over change nothing any more, and what is no date never does. */
  endsAt(moment: Date): void {
    const at = moment.getTime();
    if (this.#now !== undefined && at >= this.#now) this.#until = Math.min(this.#until, at);
  }

  /** The moment of asking is itself what was judged by: a moment later may be another verdict. */
  endsAtOnce(): void {
    if (this.#now !== undefined) this.#until = this.#now;
  }

  /** The verdict is the same from the moment of asking until before this one; null: whenever one asks. */
  get until(): Instant | null {
    return Number.isFinite(this.#until) ? instantOf(this.#until) : null;
  }
}
