/** A growing run of bytes, big-endian, so that byte order is value order. */
export class ByteSink {
  private buffer: Buffer = Buffer.allocUnsafe(64);
  private length = 0;

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.length++] = value;
  }

  bytes(values: Uint8Array): void {
    this.reserve(values.length);
    this.buffer.set(values, this.length);
    this.length += values.length;
  }

  unsigned32(value: number): void {
    this.reserve(4);
    this.length = this.buffer.writeUInt32BE(value, this.length);
  }

  unsigned64(value: bigint): void {
    this.reserve(8);
    this.length = this.buffer.writeBigUInt64BE(BigInt.asUintN(64, value), this.length);
  }

  /** Two's complement with the sign bit turned, so that negative numbers come first. */
  signed64(value: bigint): void {
    this.unsigned64(value + 0x8000000000000000n);
  }

  /** Text that may hold NUL: 00 becomes 00 ff, and 00 00 ends it. */
  escapedText(text: string): void {
    const bytes = Buffer.from(text, 'utf8');
    if (bytes.includes(0)) {
      for (const byte of bytes) {
        this.byte(byte);
        if (byte === 0) this.byte(0xff);
      }
    } else this.bytes(bytes);
    this.byte(0);
    this.byte(0);
  }

  /** A field name, which cannot hold NUL. */
  terminatedText(text: string): void {
    this.bytes(Buffer.from(text, 'utf8'));
    this.byte(0);
  }

  take(): Buffer {
    return Buffer.from(this.buffer.subarray(0, this.length));
  }

  private reserve(count: number): void {
    if (this.length + count <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + count));
    larger.set(this.buffer.subarray(0, this.length));
    this.buffer = larger;
  }
}
