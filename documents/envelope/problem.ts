/** What is wrong with a document or a key; the message is the whole sentence for the person. */
export class DocumentProblem extends Error {
  override name = "DocumentProblem";
}
