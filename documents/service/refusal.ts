/** What the service says no with: an HTTP status, and a sentence about what happened and what to do. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: number;

  constructor(status: number, sentence: string) {
    super(sentence);
    this.status = status;
  }
}
