/** What was asked cannot be done with what was given; the message says why and is all that is shown. */
export class CommandRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CommandRefused';
  }
}
