/** What the colour of a chip means. */
export type Tone = "active" | "coming" | "good" | "bad" | "quiet";
