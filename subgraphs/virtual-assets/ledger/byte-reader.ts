/** Reads what a ByteWriter wrote. Bytes that end too early are a fault of the store. */
export class ByteReader {
  readonly bytes: Buffer;
  position = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  get done(): boolean {
    return this.position >= this.bytes.length;
  }

  byte(): number {
    const value = this.bytes[this.position++];
    if (value === undefined) throw new RangeError('A chunk of the ledger ends too early.');
    return value;
  }

  whole(): number {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = this.byte();
      if (byte < 0x80) return value + byte * scale;
      value += (byte - 0x80) * scale;
      scale *= 0x80;
    }
  }

  large(): bigint {
    const hex = this.hex();
    return hex === '' ? 0n : BigInt(`0x${hex}`);
  }

  hex(): string {
    return this.fixedHex(this.whole());
  }

  fixedHex(length: number): string {
    return this.bytes.toString('hex', this.skip(length), this.position);
  }

  text(): string {
    const length = this.whole();
    return this.bytes.toString('utf8', this.skip(length), this.position);
  }

  /** Moves over that many bytes and says where they began. */
  skip(length: number): number {
    const start = this.position;
    this.position += length;
    if (this.position > this.bytes.length) throw new RangeError('A chunk of the ledger ends too early.');
    return start;
  }
}
