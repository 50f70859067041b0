export class PortTakenError extends Error {
  readonly port: number;

  constructor(port: number, options: ErrorOptions) {
    super(`Port ${String(port)} is taken by another program.`, options);
    this.name = 'PortTakenError';
    this.port = port;
  }
}
