/** Memory for the counts of one query. */
export interface CountRoom {
  readonly perKind: Float64Array;
  readonly perOperator: Float64Array;
  readonly classOfKind: Uint8Array;
}

/**
 * Memory for counts, used again by one query after the other: some hundred kilobytes for each would
 * bring the garbage collector every few dozen queries.
 */
export class CountRooms {
  readonly #free: CountRoom[] = [];

  /** Lends a room; {@link give} it back. */
  take(kinds: number, operators: number): CountRoom {
    const room = this.#free.pop();
    const fits =
      room !== undefined && room.perKind.length >= kinds && room.perOperator.length >= operators;
    if (fits) return room;
    return {
      perKind: new Float64Array(kinds * 2),
      perOperator: new Float64Array(operators * 2),
      classOfKind: new Uint8Array(kinds * 2),
    };
  }

  give(room: CountRoom): void {
    this.#free.push(room);
  }
}
