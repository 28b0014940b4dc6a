/** What the relay says no with: an HTTP status, a code for programs, and a sentence about what happened and what to do. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}
