/** Whether there is room to have everything open at first; on a phone what is long is opened part by part. On paper all of it is. */
export const isWide = (): boolean => window.matchMedia("(min-width: 40rem)").matches;
