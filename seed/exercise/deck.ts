import { Draw } from './draw.js';

/**
 * Deals exact shares: as many turns as the deck has cards hold each card exactly as often as the deck does, in an
 * order that is drawn anew for every round.
 */
export class Deck<Card> {
  readonly #name: string;
  readonly #cards: readonly Card[];
  #round: { readonly number: number; readonly cards: readonly Card[] } | null = null;

  constructor(name: string, shares: readonly (readonly [share: number, card: Card])[]) {
    this.#name = name;
    this.#cards = shares.flatMap(([share, card]) => Array.from({ length: share }, () => card));
  }

  get size(): number {
    return this.#cards.length;
  }

  card(turn: number): Card {
    const number = Math.floor(turn / this.size);
    if (this.#round?.number !== number) this.#round = { number, cards: new Draw(this.#name, number).shuffled(this.#cards) };
    const card = this.#round.cards[turn % this.size];
    if (card === undefined) throw new RangeError(`The deck ${this.#name} has no cards.`);
    return card;
  }
}
